//! The rules, as their pages define them.

use crate::law;
#[cfg(feature = "export")]
use crate::order;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// A rule: what its page's head says.
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports: `insurance.public-liability`.
    pub id: &'static str,
    /// The folder of its family, where its words are: `insurance`.
    pub folder: &'static str,
    /// Its thresholds by name, in the units that the page states.
    pub thresholds: &'static [(&'static str, f64)],
    /// Figures of a law or of published evidence by name, which no settings change.
    pub fixed: &'static [(&'static str, f64)],
    /// The sources that may apply to it, by their places in [`law::SOURCES`].
    sources: &'static [u8],
    /// Its code in the domain's reference: `INS-2`.
    #[cfg(feature = "cli")]
    pub code: &'static str,
    /// Its whole page.
    #[cfg(feature = "cli")]
    pub page: &'static str,
}

/// A rule's name and its thresholds: what settings are held against, in a module that has no need of the rest.
#[cfg(feature = "export")]
pub(crate) type Named = (&'static str, &'static [(&'static str, f64)]);

/// The rule of this name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|r| r.id.cmp(id)).ok().map(|i| &RULES[i])
}

/// At most this many rules are proposed for a name that none has.
#[cfg(feature = "export")]
const MOST_PROPOSED: usize = 3;
/// Longer names are like none.
#[cfg(feature = "export")]
const LONGEST_NAME: usize = 80;

/// The names of rules that may be meant by one that none has, the likeliest first.
#[cfg(feature = "export")]
pub fn near(name: &str) -> Vec<&'static str> {
    if name.is_empty() || name.len() > LONGEST_NAME {
        return vec![];
    }
    let name = name.to_ascii_lowercase();
    let likeness = |id: &str| {
        let last = id.split('.').next_back().unwrap_or_default();
        let likeness = strsim::jaro_winkler(&name, id).max(strsim::jaro_winkler(&name, last));
        likeness + f64::from(u8::from(id.contains(&name)))
    };
    let mut near: Vec<(f64, &str)> = NAMED.iter().map(|(id, _)| (likeness(id), *id)).filter(|n| n.0 > 0.8).collect();
    order::sort_by(&mut near, |a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(MOST_PROPOSED).map(|n| n.1).collect()
}

impl Rule {
    /// What it is called: the first heading of its page.
    #[cfg(feature = "cli")]
    pub fn title(&self) -> &'static str {
        self.page.lines().find_map(|l| l.strip_prefix("# ")).unwrap_or(self.id)
    }

    /// The sources that may apply to it.
    pub fn sources(&self) -> impl Iterator<Item = &'static law::Entry> {
        self.sources.iter().map(|&place| &law::SOURCES[usize::from(place)])
    }

    /// The name of its message in the folder's message file: `insurance-public-liability`.
    pub fn message(&self) -> String {
        self.id.replace('.', "-")
    }
}
