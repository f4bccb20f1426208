//! The marks inside a line of Markdown, taken out.

use super::lines::signs;
use crate::read::structure::one_of;

/// Longest address of a link and longest tag, in bytes; longer ones are text.
const LONGEST: usize = 2000;

/// The tags that people write in Markdown.
const TAGS: &str = "a abbr b blockquote br caption center cite code col colgroup dd del details div dl dt em figcaption \
                    figure font h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s section small span strike \
                    strong sub summary sup table tbody td tfoot th thead tr u ul";

/// The bytes with which a mark begins.
static MARKS: [bool; 256] = {
    let (mut marks, begin, mut at) = ([false; 256], b"\\`<[*_~&", 0);
    while at < begin.len() {
        marks[begin[at] as usize] = true;
        at += 1;
    }
    marks
};

/// What a run of Markdown text says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The text as a person reads it: no emphasis signs, no tags, links as their words.
    pub text: String,
    /// The footnotes it refers to.
    pub notes: Vec<String>,
}

/// Reads a run of Markdown text; `references` are the link definitions of the document.
pub fn inline(source: &str, references: &[&str]) -> Inline {
    if !signs(source).0.mark {
        return Inline { text: source.to_owned(), notes: vec![] };
    }
    let mut reader = Reader::new(source, references);
    while reader.at < source.len() {
        reader.step();
    }
    reader.finish()
}

struct Reader<'a> {
    source: &'a str,
    references: &'a [&'a str],
    at: usize,
    /// The text; a mark becomes zero bytes once it is known to be one.
    out: Vec<u8>,
    notes: Vec<String>,
    /// The last `>` and the last back-tick, behind which no tag or code ends.
    last: (usize, usize),
    /// Open brackets in `out`.
    brackets: Vec<usize>,
    /// Runs of emphasis signs in `out` that are open: sign, start, end.
    emphasis: Vec<(char, usize, usize)>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, references: &'a [&'a str]) -> Self {
        let out = Vec::with_capacity(source.len());
        let last = (source.rfind('>').unwrap_or(0), source.rfind('`').unwrap_or(0));
        Self { source, references, at: 0, out, last, notes: vec![], brackets: vec![], emphasis: vec![] }
    }

    fn push(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// Whether the document defines the link of this name.
    fn is_defined(&self, name: &[u8]) -> bool {
        self.references.iter().any(|reference| reference.as_bytes().eq_ignore_ascii_case(name))
    }

    fn step(&mut self) {
        let rest = &self.source[self.at..];
        let mark = |byte: u8| MARKS[usize::from(byte)] || matches!(byte, b']' | b'!');
        let plain = rest.bytes().position(mark).unwrap_or(rest.len());
        if plain > 0 {
            self.push(&rest[..plain]);
            self.at += plain;
            return;
        }
        let taken = match rest.as_bytes()[0] {
            b'\\' => rest[1..].chars().next().filter(char::is_ascii_punctuation).map(|c| {
                self.out.push(c as u8);
                2
            }),
            b'`' if self.at < self.last.1 => self.code(rest),
            b'<' if self.at < self.last.0 => self.tag(rest),
            b'!' if rest.starts_with("![") => Some(1),
            b'[' => self.open(rest),
            b']' => self.close(rest),
            b'&' => entity(rest).map(|(c, len)| {
                self.push(c.encode_utf8(&mut [0; 4]));
                len
            }),
            b'*' | b'_' | b'~' => Some(self.emphasis(rest)),
            _ => None,
        };
        self.at += taken.unwrap_or_else(|| {
            self.push(&rest[..1]);
            1
        });
    }

    fn code(&mut self, rest: &str) -> Option<usize> {
        let fence = rest.len() - rest.trim_start_matches('`').len();
        let inside = &rest[fence..];
        let end = inside.find(&rest[..fence])?;
        self.push(inside[..end].trim());
        Some(fence + end + fence)
    }

    fn tag(&mut self, rest: &str) -> Option<usize> {
        let head = &rest.as_bytes()[..rest.len().min(LONGEST)];
        let end = head.iter().position(|&b| b == b'>')?;
        let inside = &rest[1..end];
        let name = inside.strip_prefix('/').unwrap_or(inside);
        let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
        // "<insert name>" is for the reader.
        if !inside.contains("://") && !inside.contains('@') && !one_of(name, TAGS) {
            return None;
        }
        let address = inside.contains("://") || inside.contains('@');
        if address && !inside.contains([' ', '=']) {
            self.push(inside.strip_prefix("mailto:").unwrap_or(inside));
        } else if name.eq_ignore_ascii_case("br") {
            self.out.push(b'\n');
        }
        Some(end + 1)
    }

    fn open(&mut self, rest: &str) -> Option<usize> {
        if let Some(note) = rest.strip_prefix("[^") {
            let end = note.as_bytes()[..note.len().min(LONGEST)].iter().position(|&b| b == b']')?;
            self.notes.push(note[..end].to_owned());
            return Some(end + 3);
        }
        self.brackets.push(self.out.len());
        None
    }

    /// The end of a link's words; brackets with no address behind them are text.
    fn close(&mut self, rest: &str) -> Option<usize> {
        let start = self.brackets.pop()?;
        let after = &rest[1..];
        let length = if after.starts_with('(') {
            let mut depth = 0;
            let end = after.bytes().take(LONGEST).position(|b| {
                depth += i32::from(b == b'(') - i32::from(b == b')');
                depth == 0
            })?;
            end + 1
        } else if after.starts_with('[') && !self.references.is_empty() {
            let end = after.bytes().take(LONGEST).position(|b| b == b']')?;
            let name = if end == 1 { &self.out[start + 1..] } else { &after.as_bytes()[1..end] };
            self.is_defined(name).then_some(end + 1)?
        } else {
            self.is_defined(&self.out[start + 1..]).then_some(0)?
        };
        self.out[start] = 0;
        Some(1 + length)
    }

    fn emphasis(&mut self, rest: &str) -> usize {
        let sign = if rest.starts_with('*') {
            '*'
        } else if rest.starts_with('_') {
            '_'
        } else {
            '~'
        };
        let length = rest.len() - rest.trim_start_matches(sign).len();
        let before = self.source[..self.at].chars().next_back().unwrap_or(' ');
        let after = rest[length..].chars().next().unwrap_or(' ');
        let start = self.out.len();
        self.push(&rest[..length]);
        // "snake_case" and lines to fill in have no emphasis.
        let inside = sign == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        if length > 3 || inside || sign == '~' && length != 2 {
            return length;
        }
        let opener = self.emphasis.iter().rposition(|open| open.0 == sign && open.2 - open.1 == length);
        // People leave a blank before the closing sign: "**Price **".
        let closes = after.is_whitespace() || !before.is_whitespace() && (sign != '_' || !after.is_alphanumeric());
        match opener {
            Some(opener) if closes => {
                let (_, from, to) = self.emphasis[opener];
                self.emphasis.truncate(opener);
                self.out[from..to].fill(0);
                self.out[start..].fill(0);
            }
            _ if !after.is_whitespace() && self.emphasis.len() < 100 => {
                self.emphasis.push((sign, start, start + length));
            }
            _ => {}
        }
        length
    }

    fn finish(mut self) -> Inline {
        self.out.retain(|&b| b != 0);
        // What is taken out are whole characters, so what is left is text.
        Inline { text: String::from_utf8(self.out).unwrap_or_default(), notes: self.notes }
    }
}

/// A character written as `&pound;` or `&#163;`, and the length of that.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(10).position(|b| b == b';')?;
    let name = &rest[1..end];
    let c = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        char::from_u32(code.ok()?).filter(|c| !c.is_control())?
    } else {
        match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            "pound" => '£',
            "euro" => '€',
            "ndash" => '–',
            "mdash" => '—',
            "lsquo" => '‘',
            "rsquo" => '’',
            "ldquo" => '“',
            "rdquo" => '”',
            "bull" => '•',
            "hellip" => '…',
            "copy" => '©',
            "times" => '×',
            _ => return None,
        }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(source: &str) -> String {
        inline(source, &[]).text
    }

    #[test]
    fn marks_are_taken_out() {
        for (source, expected) in [
            ("**Value:** £5m, *or* ***more***", "Value: £5m, or more"),
            ("__Value__ of _this_ ~~and~~ that", "Value of this and that"),
            ("see [the *terms*](https://example.org/a_(b)) first", "see the terms first"),
            ("[![Seal](seal.png)](https://example.org)", "Seal"),
            ("**Price **", "Price "),
            ("run `a * b * c` now", "run a * b * c now"),
            ("<span class=\"x\">cover</span> of <b>£5m</b><br/>each", "cover of £5m\neach"),
            ("write to <bids@example.org>", "write to bids@example.org"),
            ("&pound;5m &amp; more &#8211; a\\*b", "£5m & more – a*b"),
        ] {
            assert_eq!(text(source), expected);
        }
    }

    #[test]
    fn what_only_looks_like_marks_is_text() {
        for source in [
            "5 * 3 * 2",
            "Price*",
            "snake_case_name",
            "[insert name] [date]",
            "[x][y]",
            "a < b and c > d",
            "________",
            "R&D; AT&T",
            "<insert name>",
            "a ` b",
            "£5m (each)",
        ] {
            assert_eq!(text(source), source);
        }
    }

    #[test]
    fn references_need_a_definition() {
        let known = ["terms"];
        assert_eq!(inline("[our terms][Terms], [terms] and [x]", &known).text, "our terms, terms and [x]");
        assert_eq!(inline("cover[^1]", &known), Inline { text: "cover".into(), notes: vec!["1".into()] });
    }

    proptest! {
        #[test]
        fn anything_is_read(source in "[a-z£\\\\`<>!\\[\\]()*_~&;^ ]{0,60}") {
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
            prop_assert!(letters(&text(&source)) <= letters(&source));
        }
    }
}
