//! What readers share about paragraphs: what each is by its marks and by its words.

use super::structure::{self, Context};
use crate::document::{Block, Kind};

/// The block of a paragraph: `number` is what the program shows in front, `heading` the level that its style gives.
pub fn shape(text: &str, number: Option<String>, heading: Option<u8>, bold: bool) -> Block {
    let typed = structure::label(text).filter(|(_, rest)| number.is_none() && !rest.is_empty());
    let (typed, rest) = typed.map_or((None, text), |(label, rest)| (Some(label.to_owned()), rest));
    let numbered = number.is_some();
    let label = number.or(typed);
    // A number that a program counts is as good as one that is typed.
    let counted = label.as_ref().filter(|label| numbered && label.contains(|c: char| c.is_ascii_digit()));
    let line = counted.map_or_else(|| text.to_owned(), |label| format!("{label} {text}"));
    let bullet = label.as_ref().is_some_and(|label| !label.contains(|c: char| c.is_alphanumeric()) || label == "o");
    let heading = match heading {
        _ if bullet => None,
        Some(level) => (!structure::runs_on(text, numbered)).then_some(level),
        None if bold || !numbered => structure::heading(&line, Context { alone: false, emphatic: bold }),
        None => None,
    };
    let plain = heading.is_none() && label.is_none() && !text.contains('\n');
    if let Some((name, _)) = plain.then(|| structure::field(text)).flatten() {
        return Block::new(Kind::Field { name: name.to_owned() }, text);
    }
    let kind = match heading {
        Some(level) => Kind::Heading { level: level.clamp(1, 9) },
        None if label.is_some() => Kind::ListItem { level: 0 },
        None => Kind::Paragraph,
    };
    Block { label, ..Block::new(kind, rest) }
}
