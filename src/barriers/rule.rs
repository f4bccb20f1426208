//! The rules, as their pages define them.

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// A rule: what its page's head says.
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports: `insurance.public-liability`.
    pub id: &'static str,
    /// Its code in the domain's reference: `INS-2`.
    pub code: &'static str,
    /// The folder of its family, where its words are: `insurance`.
    pub folder: &'static str,
    /// Its thresholds by name, in the units that the page states.
    pub thresholds: &'static [(&'static str, f64)],
    /// The sources that may apply to it, by their names in the law's tables.
    pub sources: &'static [&'static str],
    /// Its whole page.
    #[cfg(feature = "cli")]
    pub page: &'static str,
}

/// The rule of this name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|r| r.id.cmp(id)).ok().map(|i| &RULES[i])
}

impl Rule {
    /// What it is called: the first heading of its page.
    #[cfg(feature = "cli")]
    pub fn title(&self) -> &'static str {
        self.page.lines().find_map(|l| l.strip_prefix("# ")).unwrap_or(self.id)
    }

    /// The name of its message in the folder's message file: `insurance-public-liability`.
    pub fn message(&self) -> String {
        self.id.replace('.', "-")
    }
}
