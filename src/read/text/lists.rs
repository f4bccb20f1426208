//! How deep a list item stands, told from its number or bullet and its indent.

/// The lists that are open at a place in the text.
#[derive(Default)]
pub struct Lists(Vec<Open>);

struct Open {
    style: Style,
    indent: usize,
    /// The last item's number or letter.
    last: u32,
}

/// How the items of one list are marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `4`, `4.`, `4.2.1`, with the number of its parts.
    Number(usize),
    /// A letter or a roman number with the sign behind it.
    Small(u8),
    Capital(u8),
    Roman(u8),
    /// `1)` or `(1)`.
    Bracketed(u8),
    Bullet(char),
}

/// The parts of a counted label: 4.2.1 is 4, 2, 1 and (c) is 3.
pub fn parts(label: &str) -> impl Iterator<Item = u32> {
    label.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).map(|part| {
        let digits = part.trim_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse().unwrap_or_else(|_| u32::from(part.as_bytes()[0].to_ascii_lowercase().saturating_sub(b'a')) + 1)
    })
}

/// Whether a label counts, unlike a bullet.
pub fn counts(label: &str) -> bool {
    label.contains(|c: char| c.is_ascii_digit()) || label.len() > 1 && label.contains(|c: char| c.is_ascii_alphabetic())
}

impl Lists {
    /// Forgets the open lists, as a heading does.
    pub fn close(&mut self) {
        self.0.clear();
    }

    /// The level of an item, 0 to 8, and opens or goes on with its list.
    pub fn level(&mut self, label: &str, indent: usize) -> u8 {
        let last = parts(label).last().unwrap_or(0);
        let style = self.style(label, last);
        let open = &mut self.0;
        if let Style::Number(depth) = style {
            let next = parts(label).next().unwrap_or(0);
            let top = open.first().filter(|first| depth == 1 && matches!(first.style, Style::Number(2..)));
            if top.is_some() && next > 1 && open.iter().all(|o| o.style != style) {
                open.clear();
            }
            if depth > 1 {
                while open.last().is_some_and(|o| !matches!(o.style, Style::Number(d) if d < depth)) {
                    open.pop();
                }
            }
        }
        // Where 4.2 stands does not matter, it says how deep it is.
        let dotted = matches!(style, Style::Number(2..));
        let same = |o: &Open| o.style == style && (dotted || o.indent.abs_diff(indent) <= 1);
        if let Some(at) = open.iter().rposition(same) {
            open.truncate(at + 1);
            open[at].last = last;
        } else {
            while open.last().is_some_and(|o| o.indent > indent + 1) {
                open.pop();
            }
            open.truncate(8);
            open.push(Open { style, indent, last });
        }
        (open.len() - 1) as u8
    }

    fn style(&self, label: &str, last: u32) -> Style {
        if !counts(label) {
            return Style::Bullet(label.chars().next().unwrap_or('-'));
        }
        let inside = label.trim_matches(['(', ')', '.', ':']);
        let sign = if label.starts_with('(') { b'(' } else { label.as_bytes()[label.len() - 1] };
        if inside.starts_with(|c: char| c.is_ascii_digit()) {
            return if matches!(sign, b'(' | b')') && !inside.contains('.') {
                Style::Bracketed(sign)
            } else {
                Style::Number(parts(label).count())
            };
        }
        let roman = inside.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
        // "(i)" goes on after "(h)".
        let letter = |o: &Open| o.style == Style::Small(sign) && o.last + 1 == last;
        match inside {
            _ if roman && !(inside.len() == 1 && self.0.iter().any(letter)) => Style::Roman(sign),
            _ if inside.starts_with(|c: char| c.is_ascii_lowercase()) => Style::Small(sign),
            _ => Style::Capital(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(labels: &[(&str, usize)]) -> Vec<u8> {
        let mut lists = Lists::default();
        labels.iter().map(|(label, indent)| lists.level(label, *indent)).collect()
    }

    #[test]
    fn dotted_numbers_stand_by_their_parts() {
        let labels = ["4.1", "4.1.1", "(a)", "(i)", "(b)", "4.1.2", "4.2", "●", "●", "5", "5.1"];
        assert_eq!(levels(&labels.map(|l| (l, 0))), [0, 1, 2, 3, 2, 1, 0, 1, 1, 0, 1]);
    }

    #[test]
    fn an_indent_makes_the_same_number_deeper() {
        let labels = [("1.", 0), ("1.", 4), ("1.", 8), ("2.", 8), ("2.", 4), ("2.", 0), ("-", 4)];
        assert_eq!(levels(&labels), [0, 1, 2, 2, 1, 0, 1]);
    }

    #[test]
    fn i_after_h_is_a_letter() {
        let labels = ["(g)", "(h)", "(i)", "(j)", "(i)", "(ii)", "(k)"];
        assert_eq!(levels(&labels.map(|l| (l, 0))), [0, 0, 0, 0, 1, 1, 0]);
    }
}
