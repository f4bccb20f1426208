//! What is appended to a PDF file: objects, a list of where they are, and the way back to the list before.

use hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Name, Number, Object, ObjectIdentifier};
use hayro_syntax::reader::{Reader, ReaderExt};
use hayro_syntax::xref::XRef;
use pdf_writer::{Chunk, Ref};

use super::Refused;

/// Largest number that an object of a PDF file may have.
const MAX_OBJECT: u32 = 8_388_607;

/// A file that goes on.
pub struct Update<'a> {
    bytes: Vec<u8>,
    end: End<'a>,
    /// Numbers, generations and places of what was appended.
    objects: Vec<(ObjectIdentifier, usize)>,
    last: u32,
}

/// What a file says at its end.
struct End<'a> {
    /// Where its last list of objects stands.
    list: usize,
    /// Whether that is a stream; what is appended has to be of its kind.
    stream: bool,
    trailer: Dict<'a>,
}

impl<'a> Update<'a> {
    /// Begins behind the end of a file.
    pub fn of(bytes: &'a [u8], xref: &XRef) -> Result<Self, Refused> {
        let end = End::of(bytes).ok_or(Refused::NotWhole)?;
        if end.trailer.contains_key("Encrypt") {
            return Err(Refused::Locked);
        }
        let size = end.trailer.get::<Number>("Size").and_then(|size| u32::try_from(size.as_i64()).ok());
        // The pages are found by their numbers, so the file's own list must be the one that was read.
        let known = xref.get::<Dict<'_>>(xref.root_id()).is_some();
        let last = size.filter(|size| known && *size < MAX_OBJECT / 2).ok_or(Refused::NotWhole)?.saturating_sub(1);
        let mut bytes = bytes.to_vec();
        if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        Ok(Self { bytes, end, objects: vec![], last })
    }

    /// A number that no object has.
    pub fn next(&mut self, xref: &XRef) -> Ref {
        loop {
            self.last += 1;
            if xref.get::<Object<'_>>(ObjectIdentifier::new(self.last, 0)).is_none() {
                return Ref::new(self.last as i32);
            }
        }
    }

    /// Appends an object.
    pub fn add(&mut self, id: Ref, object: &Chunk) {
        self.put(ObjectIdentifier::new(id.get() as u32, 0), object.as_bytes());
    }

    fn put(&mut self, id: ObjectIdentifier, object: &[u8]) {
        self.objects.push((id, self.bytes.len()));
        self.bytes.extend_from_slice(object);
    }

    /// Appends a page that is as it was, but for annotations that are added to its own. None where it cannot be read.
    pub fn page(
        &mut self,
        id: ObjectIdentifier,
        page: &Dict<'_>,
        old: Option<&Array<'_>>,
        added: &[Ref],
    ) -> Option<()> {
        let mut object = format!("{} {} obj\n<<\n", id.obj_number, id.gen_number).into_bytes();
        for (name, entry) in entries(page.data())? {
            if &*name != b"Annots" {
                object.extend_from_slice(entry);
                object.push(b'\n');
            }
        }
        object.extend_from_slice(b"/Annots [");
        if let Some(old) = old {
            let data = old.data();
            object.extend_from_slice(data.strip_prefix(b"[").and_then(|data| data.strip_suffix(b"]")).unwrap_or(data));
        }
        for id in added {
            object.extend_from_slice(format!("\n{} 0 R", id.get()).as_bytes());
        }
        object.extend_from_slice(b"]\n>>\nendobj\n");
        self.put(id, &object);
        Some(())
    }

    /// The whole file, with the list of what was appended at its end.
    pub fn finish(mut self, xref: &XRef) -> Vec<u8> {
        let root = xref.root_id();
        let mut trailer =
            format!("/Root {} {} R /Prev {}", root.obj_number, root.gen_number, self.end.list).into_bytes();
        let kept = entries(self.end.trailer.data()).unwrap_or_default();
        for (_, entry) in kept.into_iter().filter(|(name, _)| matches!(&**name, b"Info" | b"ID")) {
            trailer.push(b' ');
            trailer.extend_from_slice(entry);
        }
        let list = self.bytes.len();
        if self.end.stream {
            let id = self.next(xref);
            self.objects.push((ObjectIdentifier::new(id.get() as u32, 0), list));
        }
        let (id, size) = (self.last, self.last + 1);
        self.objects.sort_unstable_by_key(|(id, _)| *id);
        let runs = self.objects.chunk_by(|(a, _), (b, _)| a.obj_number + 1 == b.obj_number);
        let end = if self.end.stream {
            let index: Vec<String> = runs.map(|run| format!("{} {}", run[0].0.obj_number, run.len())).collect();
            let rows: Vec<u8> = self.objects.iter().flat_map(|(id, at)| row(*id, *at)).collect();
            let (index, length) = (index.join(" "), rows.len());
            let head = format!("{id} 0 obj\n<< /Type /XRef /W [1 4 2] /Index [{index}] /Length {length} /Size {size} ");
            [head.as_bytes(), &trailer, b" >>\nstream\n", &rows, b"\nendstream\nendobj\n"].concat()
        } else {
            // The head of the list of free numbers is repeated, without which some programs think that it was left out.
            let mut table = ["xref", "0 1", "0000000000 65535 f "].map(str::to_owned).to_vec();
            for run in runs {
                table.push(format!("{} {}", run[0].0.obj_number, run.len()));
                table.extend(run.iter().map(|(id, at)| format!("{at:010} {:05} n ", id.gen_number)));
            }
            let head = format!("{}\ntrailer\n<< /Size {size} ", table.join("\n"));
            [head.as_bytes(), &trailer, b" >>\n"].concat()
        };
        self.bytes.extend_from_slice(&end);
        self.bytes.extend_from_slice(format!("startxref\n{list}\n%%EOF\n").as_bytes());
        self.bytes
    }
}

/// A row of a list that is a stream: an object that stands by itself, where, its generation.
fn row(id: ObjectIdentifier, at: usize) -> Vec<u8> {
    [&[1][..], &(at as u32).to_be_bytes(), &(id.gen_number as u16).to_be_bytes()].concat()
}

impl<'a> End<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        const MARK: &[u8] = b"startxref";
        let mark = bytes.windows(MARK.len()).rposition(|window| window == MARK)?;
        let mut reader = Reader::new(bytes);
        reader.jump(mark + MARK.len());
        reader.skip_white_spaces_and_comments();
        let list = usize::try_from(reader.read_without_context::<i32>()?).ok()?;
        let mut reader = Reader::new(bytes.get(list..)?);
        reader.skip_white_spaces_and_comments();
        let stream = reader.forward_tag(b"xref").is_none();
        if stream {
            reader.read_without_context::<ObjectIdentifier>()?;
        } else {
            const TRAILER: &[u8] = b"trailer";
            let rest = reader.tail()?;
            let at = rest.windows(TRAILER.len()).position(|window| window == TRAILER)?;
            reader = Reader::new(&rest[at + TRAILER.len()..]);
        }
        reader.skip_white_spaces_and_comments();
        let trailer = Dict::from_bytes(reader.tail()?)?;
        // A table's own kind of trailer has none.
        let kind = trailer.get::<Name<'_>>("Type");
        (!stream || kind.as_deref() == Some(b"XRef")).then_some(Self { list, stream, trailer })
    }
}

/// The names of a dictionary's entries, and each entry as it is written: name and value.
fn entries(dict: &[u8]) -> Option<Vec<(Name<'_>, &[u8])>> {
    let mut reader = Reader::new(dict);
    reader.forward_tag(b"<<")?;
    let mut entries = vec![];
    loop {
        reader.skip_white_spaces_and_comments();
        if reader.at_end() || reader.peek_tag(b">>").is_some() {
            return Some(entries);
        }
        let from = reader.offset();
        let name = reader.read_without_context::<Name<'_>>()?;
        reader.skip_white_spaces_and_comments();
        reader.skip::<MaybeRef<Object<'_>>>(false)?;
        entries.push((name, dict.get(from..reader.offset())?));
    }
}
