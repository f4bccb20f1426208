//! What readers share about how headings stand below each other.

/// The headings that are open at a place: their numbers and levels.
#[derive(Debug, Default)]
pub struct Outline(Vec<(Option<String>, u8)>);

impl Outline {
    /// The level of a heading of which its look says `level`: below the one whose number its own goes on from, as
    /// some templates give "3" and "3.1" one look.
    pub fn level(&mut self, level: u8, label: Option<&str>) -> u8 {
        let number = label.map(|label| label.trim_end_matches('.').to_owned());
        let goes_on = |above: &Option<String>| match (&number, above) {
            (Some(number), Some(above)) => {
                number.strip_prefix(above.as_str()).is_some_and(|rest| rest.starts_with('.'))
            }
            _ => false,
        };
        while self.0.last().is_some_and(|(above, higher)| *higher >= level && !goes_on(above)) {
            self.0.pop();
        }
        let level = self.0.last().map_or(level, |(_, higher)| level.max(higher + 1)).min(9);
        self.0.push((number, level));
        level
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_go_on_stand_below() {
        let mut outline = Outline::default();
        let mut level = |level, label| outline.level(level, label);
        assert_eq!([level(1, Some("3.")), level(1, Some("3.1")), level(1, Some("3.1.1"))], [1, 2, 3]);
        assert_eq!([level(1, Some("3.2")), level(1, Some("4.")), level(1, Some("40.1"))], [2, 1, 1]);
        assert_eq!([level(1, None), level(2, None), level(1, None)], [1, 2, 1]);
    }
}
