//! Settings and set-asides as they come back over a boundary, where `read.rs` has checked them.
//!
//! Nothing is said here of what may be meant; but whatever comes, a report grows by no more than what a file may hold.

use super::{LONGEST_TEXT, MOST_SET_ASIDE, OwnThreshold, OwnWords, RuleSettings, SetAside, Settings};
use crate::tree::{Fields, FromFields, missing, wrong};

/// A text of at most [`LONGEST_TEXT`]; empty is as good as none.
fn text(fields: &mut Fields, name: &str) -> Result<Option<String>, String> {
    match fields.text(name)? {
        Some(text) if text.len() > LONGEST_TEXT => Err(wrong(name)),
        text => Ok(text.filter(|text| !text.is_empty())),
    }
}

fn needed(fields: &mut Fields, name: &str) -> Result<String, String> {
    text(fields, name)?.ok_or_else(|| missing(name))
}

/// A list of at most [`MOST_SET_ASIDE`]: more than there are rules and thresholds.
pub(crate) fn few<T: FromFields>(fields: &mut Fields, name: &str) -> Result<Vec<T>, String> {
    let list = fields.objects(name)?.unwrap_or_default();
    if list.len() > MOST_SET_ASIDE { Err(wrong(name)) } else { Ok(list) }
}

impl FromFields for Settings {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        let rules = few(&mut fields, "rules")?;
        Ok(Self { file: text(&mut fields, "file")?, about: text(&mut fields, "about")?, rules })
    }
}

impl FromFields for RuleSettings {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        Ok(Self {
            rule: needed(&mut fields, "rule")?,
            off: fields.flag("off")?.unwrap_or_default(),
            reason: text(&mut fields, "reason")?,
            severity: fields.name("severity")?,
            thresholds: few(&mut fields, "thresholds")?,
            own: fields.object("own")?.map(OwnWords::from_fields).transpose()?,
        })
    }
}

impl FromFields for OwnThreshold {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        let mut number = |name: &str| {
            let number = fields.number(name)?.filter(|number| *number >= 0.0);
            number.ok_or_else(|| wrong(name))
        };
        let (value, usual) = (number("value")?, number("usual")?);
        Ok(Self { name: needed(&mut fields, "name")?, value, usual })
    }
}

impl FromFields for OwnWords {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        Ok(Self { why: text(&mut fields, "why")?, suggestion: text(&mut fields, "suggestion")? })
    }
}

impl FromFields for SetAside {
    fn from_fields(mut fields: Fields) -> Result<Self, String> {
        Ok(Self {
            key: needed(&mut fields, "key")?,
            reason: needed(&mut fields, "reason")?,
            by: text(&mut fields, "by")?,
            on: text(&mut fields, "on")?,
            title: text(&mut fields, "title")?,
        })
    }
}
