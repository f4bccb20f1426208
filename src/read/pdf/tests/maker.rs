//! Makes small PDF files by hand.

use std::fmt::Write;

use super::super::encodings::standard_width;

/// The first numbers of the objects that every file has.
pub const PAGES: usize = 2;
pub const FONTS: &str =
    "/F1 3 0 R/F2 4 0 R/F3 <</Type/Font/Subtype/Type1/BaseFont/Times-Italic/Encoding/WinAnsiEncoding>>";

/// A file in the making: the catalogue, the page tree and two fonts are there, pages and other objects are added.
pub struct Maker {
    objects: Vec<Vec<u8>>,
    kids: Vec<usize>,
    /// More entries of the catalogue.
    pub catalogue: String,
    /// More resources of all pages.
    pub resources: String,
}

impl Default for Maker {
    fn default() -> Self {
        let font =
            |name: &str| format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>").into_bytes();
        let objects = vec![vec![], vec![], font("Helvetica"), font("Helvetica-Bold")];
        Self { objects, kids: vec![], catalogue: String::new(), resources: String::new() }
    }
}

impl Maker {
    /// Adds an object and gives its number.
    pub fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    /// Adds a stream with more entries of its dictionary.
    pub fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut object = format!("<<{entries}/Length {}>>stream\n", data.len()).into_bytes();
        object.extend_from_slice(data);
        object.extend_from_slice(b"\nendstream");
        self.add(object)
    }

    /// Adds a page of 600 by 800 points with more entries of its dictionary.
    pub fn page(&mut self, content: &str, entries: &str) -> &mut Self {
        // Windows-1252 for the pound sign; nothing else here is not ASCII.
        let bytes: Vec<u8> = content.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        let content = self.stream("", &bytes);
        let resources = &self.resources;
        let page = format!(
            "<</Type/Page/Parent {PAGES} 0 R/MediaBox[0 0 600 800]/Contents {content} 0 R\
             /Resources<</Font<<{FONTS}>>{resources}>>{entries}>>"
        );
        let page = self.add(page);
        self.kids.push(page);
        self
    }

    /// The number of the page added last.
    pub fn last_page(&self) -> usize {
        self.kids[self.kids.len() - 1]
    }

    pub fn file(&self) -> Vec<u8> {
        let mut objects = self.objects.clone();
        objects[0] = format!("<</Type/Catalog/Pages {PAGES} 0 R{}>>", self.catalogue).into_bytes();
        let kids: Vec<String> = self.kids.iter().map(|kid| format!("{kid} 0 R")).collect();
        objects[1] = format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), kids.len()).into_bytes();
        file_of(&objects, "")
    }
}

/// A file of the given objects, of which the first is the catalogue.
pub fn file_of(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        writeln!(places, "{:010} 00000 n ", file.len()).expect("a string takes all");
        file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\n\
         startxref\n{start}\n%%EOF"
    );
    file.extend_from_slice(end.as_bytes());
    file
}

/// Writes text and lines; y counts from the top of the page.
#[derive(Default, Clone)]
pub struct Draw(pub String);

impl Draw {
    pub fn text(&mut self, x: f32, y: f32, text: &str) -> &mut Self {
        self.set("F1", 10.0, x, y, text)
    }

    pub fn bold(&mut self, x: f32, y: f32, text: &str) -> &mut Self {
        self.set("F2", 10.0, x, y, text)
    }

    pub fn set(&mut self, font: &str, size: f32, x: f32, y: f32, text: &str) -> &mut Self {
        let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        self.put(&format!("BT /{font} {size} Tf {x} {} Td ({text}) Tj ET", 800.0 - y))
    }

    pub fn put(&mut self, operators: &str) -> &mut Self {
        self.0.push_str(operators);
        self.0.push('\n');
        self
    }

    /// A paragraph broken into lines as wide as they may be, 12 points apart. Gives where the next line would stand.
    pub fn paragraph(&mut self, x: f32, y: f32, width: f32, text: &str) -> f32 {
        let mut y = y;
        for line in wrap(text, width) {
            self.text(x, y, &line);
            y += 12.0;
        }
        y
    }

    pub fn line(&mut self, x0: f32, y0: f32, x1: f32, y1: f32) -> &mut Self {
        self.put(&format!("{x0} {} m {x1} {} l S", 800.0 - y0, 800.0 - y1))
    }

    /// All the lines of a table with these edges.
    pub fn grid(&mut self, xs: &[f32], ys: &[f32]) -> &mut Self {
        for &y in ys {
            self.line(xs[0], y, xs[xs.len() - 1], y);
        }
        for &x in xs {
            self.line(x, ys[0], x, ys[ys.len() - 1]);
        }
        self
    }
}

/// How wide a text is in letters of 10 points.
pub fn wide(text: &str) -> f32 {
    text.chars().map(|c| standard_width("Helvetica", false, c) * 10.0).sum()
}

fn wrap(text: &str, width: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let longer = if lines[last].is_empty() { word.to_owned() } else { format!("{} {word}", lines[last]) };
        if wide(&longer) <= width || lines[last].is_empty() {
            lines[last] = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// A file of one page.
pub fn one_page(draw: &Draw) -> Vec<u8> {
    Maker::default().page(&draw.0, "").file()
}
