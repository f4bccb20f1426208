//! `cargo xtask new-rule FAMILY NAME`: all that a new rule needs, to be written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use walkdir::WalkDir;

use crate::tool::root;

#[derive(Args)]
pub struct Options {
    /// Folder in src/barriers: insurance, process
    family: String,
    /// Name of the rule within its theme: run-off. With another theme than the family's: enabler.run-off
    name: String,
    /// Its code in the domain's reference
    #[arg(long, default_value = "NEW")]
    code: String,
}

/// Writes the rule's files and says what is to be done.
pub fn run(options: &Options) -> Result<()> {
    let rule = Rule::new(root(), &options.family, &options.name, &options.code)?;
    rule.write()?;
    let shown = |path: &Path| path.strip_prefix(root()).unwrap_or(path).display().to_string();
    println!("made     {}", shown(&rule.page()));
    println!("made     {}", shown(&rule.code_file()));
    println!("changed  {}", shown(&rule.folder.join("en.ftl")));
    println!("changed  {}", shown(&rule.folder.join("mod.rs")));
    println!(
        "\nNow write them:\n\
         1. the page: what the rule finds, its test, its sources, six examples of each side;\n\
         2. the words in en.ftl;\n\
         3. the judging, and where the family does not read the fact yet, the reading.\n\
         cargo test --test rule_pages --test rule_wording   says what is still to be done."
    );
    Ok(())
}

/// A rule to be made.
struct Rule {
    folder: PathBuf,
    /// `process.word-limit`
    id: String,
    code: String,
    /// Name of its page and, with `_` for `-`, of its module.
    name: String,
}

impl Rule {
    /// Refuses what is no name, a family that is not there, and whatever there is already.
    fn new(root: &Path, family: &str, name: &str, code: &str) -> Result<Self> {
        let families = root.join("src/barriers");
        let (theme, last) = name.split_once('.').map_or((None, name), |(theme, last)| (Some(theme), last));
        for part in [theme.unwrap_or("a"), last] {
            if !is_name(part) {
                bail!(
                    "“{part}” is no name of a rule: small letters and digits with hyphens between them, such as run-off"
                );
            }
        }
        if code.is_empty() || code.chars().any(|c| c.is_control() || "\"\\".contains(c)) {
            bail!("“{code}” is no code");
        }
        let folder = families.join(family);
        if !is_name(&family.replace('_', "-")) || !folder.join("mod.rs").is_file() {
            let mut known: Vec<_> = fs::read_dir(&families)?.flatten().filter(|e| e.path().is_dir()).collect();
            known.sort_by_key(fs::DirEntry::file_name);
            let known: Vec<_> = known.iter().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
            bail!("there is no family “{family}”. There are {}", known.join(", "));
        }
        let usual = usual_theme(&folder)?;
        let theme = theme.unwrap_or(&usual);
        let name = if theme == usual { last.to_owned() } else { format!("{theme}-{last}") };
        let rule = Self { folder, id: format!("{theme}.{last}"), code: code.to_owned(), name };
        for path in [rule.page(), rule.code_file(), rule.folder.join(rule.module())] {
            if path.exists() {
                bail!("{} is there already", path.strip_prefix(root).unwrap_or(&path).display());
            }
        }
        for (path, id) in pages(&families)? {
            if id == rule.id {
                bail!("{} is the rule {id} already", path.strip_prefix(root).unwrap_or(&path).display());
            }
        }
        if fs::read_to_string(rule.folder.join("en.ftl"))?.contains(&format!("\n{} =", rule.message())) {
            bail!("en.ftl has words for {} already", rule.id);
        }
        Ok(rule)
    }

    fn page(&self) -> PathBuf {
        self.folder.join(format!("{}.md", self.name))
    }

    fn code_file(&self) -> PathBuf {
        self.folder.join(format!("{}.rs", self.module()))
    }

    fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// `enabler.run-off` as "Run off".
    fn title(&self) -> String {
        sentence(self.id.split('.').next_back().unwrap_or(&self.id))
    }

    fn message(&self) -> String {
        self.id.replace('.', "-")
    }

    /// What kind of finding its theme gives.
    fn bucket(&self) -> &'static str {
        match self.id.split('.').next() {
            Some("enabler") => "enabler",
            Some("missing") => "missing",
            _ => "medium",
        }
    }

    /// Writes all, or nothing where the family's files are not as they are everywhere.
    fn write(&self) -> Result<()> {
        let family = self.folder.join("mod.rs");
        let text = self.entered(&fs::read_to_string(&family)?)?;
        let words = self.folder.join("en.ftl");
        let messages = fs::read_to_string(&words)?.trim_end().to_owned() + "\n\n" + &self.words();
        fs::write(self.page(), self.page_text())?;
        fs::write(self.code_file(), self.judging())?;
        fs::write(words, messages)?;
        Ok(fs::write(family, text)?)
    }

    /// The family's `mod.rs` with the rule's module, called where the family judges.
    fn entered(&self, text: &str) -> Result<String> {
        const JUDGE: &str = "fn judge(&self, case: &Case, findings: &mut Findings) {\n";
        let module = self.module();
        let at = text.find(JUDGE).context("mod.rs has no fn judge(&self, case: &Case, findings: &mut Findings)")?;
        let at = at + JUDGE.len();
        let with_call = format!("{}        {module}::judge(case, findings);\n{}", &text[..at], &text[at..]);
        // In order of their names, as rustfmt leaves them; before the first `use` where there is none yet.
        let name = |line: &str| line.strip_prefix("mod ").and_then(|l| l.strip_suffix(';')).map(str::to_owned);
        let before = |line: &str| name(line).is_some_and(|n| n > module);
        let mut lines: Vec<&str> = with_call.lines().collect();
        let declared = lines.iter().rposition(|line| name(line).is_some());
        let position = lines.iter().position(|line| before(line)).or(declared.map(|last| last + 1));
        let line = format!("mod {module};");
        if let Some(position) = position {
            lines.insert(position, &line);
        } else {
            let first = lines.iter().position(|l| l.starts_with("use ")).context("mod.rs has no use")?;
            lines.splice(first..first, [line.as_str(), ""]);
        }
        Ok(lines.join("\n") + "\n")
    }

    fn page_text(&self) -> String {
        let Self { id, code, .. } = self;
        let title = self.title();
        let found = format!("```found {}\n{STUB}\n```\n\n", self.bucket()).repeat(EXAMPLES);
        let silent = format!("```silent\n{STUB}\n```\n\n").repeat(EXAMPLES);
        format!(
            "+++\nrule = \"{id}\"\ncode = \"{code}\"\nsources = [\"rule-of-thumb\"]\n+++\n\n\
             # {title}\n\n\
             Finds … (what, in one sentence)\n\n\
             ## Test\n\n\
             … (When it is high, medium, low or a question, with every figure. Figures that others may set go into a table\n\
             `[thresholds]` of the head, those of a law or of published evidence into `[fixed]`. A source is named by its name in\n\
             `src/law/sources`; *must* and *may not* want a law among them.)\n\n\
             The severities are rules of thumb.\n\n\
             ## Found\n\n{found}## Not found\n\n{}",
            silent.trim_end().to_owned() + "\n"
        )
    }

    fn words(&self) -> String {
        let message = self.message();
        let rest = if self.bucket() == "enabler" {
            ""
        } else {
            "    .suggestion = … (better wording, for the buyer)\n    .question = … (what a bidder may ask the buyer)\n"
        };
        format!(
            "{message} = … (what was found, with its figures)\n    .title = {}\n    .why = … (what it means for a small organisation)\n{rest}",
            self.title()
        )
    }

    fn judging(&self) -> String {
        let Self { id, code, .. } = self;
        let kind = format!("{}.{}", id.split('.').next().unwrap_or(id), self.module());
        let (draft, severity) = match self.bucket() {
            "enabler" => (format!("Draft::enabler(\"{id}\")"), ""),
            "missing" => (format!("Draft::missing(\"{id}\")"), ""),
            _ => (format!("Draft::barrier(\"{id}\", Severity::Medium)"), "use crate::report::Severity;\n"),
        };
        let (walk, facts) = if self.bucket() == "missing" {
            (format!("if case.of(\"{kind}\").next().is_none() && case.of(\"{kind}.expected\").next().is_some() {{"), "")
        } else {
            ("if !facts.is_empty() {".to_owned(), ".facts(facts)")
        };
        let collect = if facts.is_empty() {
            String::new()
        } else {
            format!("    let facts: Vec<usize> = case.of(\"{kind}\").map(|(index, _)| index).collect();\n")
        };
        format!(
            "//! {code}: {}.\n\n\
             use crate::barriers::case::Case;\nuse crate::barriers::findings::{{Draft, Findings}};\n{severity}\n\
             /// {code}. Nothing reads `{kind}` yet.\n\
             pub fn judge(case: &Case, findings: &mut Findings) {{\n{collect}    {walk}\n        \
             findings.add({draft}{facts});\n    }}\n}}\n",
            self.title().to_lowercase()
        )
    }
}

/// The pages of rules in a folder and its sub-folders, with the rules' names.
fn pages(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut all = vec![];
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_some_and(|e| e == "md") {
            let text = fs::read_to_string(&path)?;
            let id = text.lines().find_map(|l| l.strip_prefix("rule = \"")?.strip_suffix('"'));
            all.push((path.clone(), id.with_context(|| format!("{} names no rule", path.display()))?.to_owned()));
        }
    }
    Ok(all)
}

/// The theme of most of a family's barriers: that of `readability` is `language`.
fn usual_theme(folder: &Path) -> Result<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, id) in pages(folder)? {
        let theme = id.split('.').next().unwrap_or(&id);
        *counts.entry(theme.to_owned()).or_default() += usize::from(theme != "enabler");
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(theme, _)| theme);
    let name = || folder.file_name().unwrap_or_default().to_string_lossy().replace('_', "-");
    Ok(most.unwrap_or_else(name))
}

/// What stands where a writer is to write; a test of the pages fails as long as it does.
const STUB: &str = "… (a passage as a tender has it)";
/// How many examples of each side a rule is to have.
const EXAMPLES: usize = 6;

/// `run-off` and `enabler.run-off` without their theme: small letters and digits, with single hyphens between them.
fn is_name(name: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split('-').all(part)
}

/// `run-off` as a title: "Run off".
fn sentence(name: &str) -> String {
    let name = name.replace('-', " ");
    name[..1].to_uppercase() + &name[1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository with nothing but one of the project's own families.
    fn copy(family: &str) -> tempfile::TempDir {
        let copy = tempfile::tempdir().expect("a folder");
        let (from, to) = (root().join("src/barriers").join(family), copy.path().join("src/barriers").join(family));
        fs::create_dir_all(&to).expect("a folder");
        for entry in fs::read_dir(from).expect("the family").flatten().filter(|e| e.path().is_file()) {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
        copy
    }

    fn files(root: &Path) -> Vec<(PathBuf, String)> {
        let all = WalkDir::new(root).sort_by_file_name().into_iter().flatten().filter(|e| e.path().is_file());
        all.map(|e| (e.path().to_owned(), fs::read_to_string(e.path()).expect("text"))).collect()
    }

    fn make(root: &Path, family: &str, name: &str) -> Result<()> {
        Rule::new(root, family, name, "X-1")?.write()
    }

    #[test]
    fn a_rule_gets_its_page_its_words_and_its_entry() {
        let copy = copy("insurance");
        make(copy.path(), "insurance", "new-cover").unwrap();
        let read = |name: &str| fs::read_to_string(copy.path().join("src/barriers/insurance").join(name)).unwrap();
        let page = read("new-cover.md");
        assert!(page.starts_with("+++\nrule = \"insurance.new-cover\"\ncode = \"X-1\"\nsources = ["), "{page}");
        assert_eq!((page.matches("\n```found medium\n").count(), page.matches("\n```silent\n").count()), (6, 6));
        assert_eq!(page.matches(STUB).count(), 12, "every example is a stub");
        assert!(read("en.ftl").ends_with("for the buyer)\n    .question = … (what a bidder may ask the buyer)\n"));
        assert!(read("en.ftl").contains("\n\ninsurance-new-cover = …"));
        let family = read("mod.rs");
        assert!(family.contains("mod judge;\nmod new_cover;\nmod read;\n"), "{family}");
        assert!(family.contains("findings: &mut Findings) {\n        new_cover::judge(case, findings);\n"), "{family}");
        assert!(
            read("new_cover.rs").contains("Draft::barrier(\"insurance.new-cover\", Severity::Medium).facts(facts)")
        );
    }

    #[test]
    fn good_practice_has_a_theme_of_its_own() {
        let copy = copy("insurance");
        make(copy.path(), "insurance", "enabler.shared-policy").unwrap();
        let read = |name: &str| fs::read_to_string(copy.path().join("src/barriers/insurance").join(name)).unwrap();
        assert!(read("enabler-shared-policy.md").contains("rule = \"enabler.shared-policy\""));
        assert!(read("enabler-shared-policy.md").contains("```found enabler\n"));
        assert!(read("enabler_shared_policy.rs").contains("Draft::enabler(\"enabler.shared-policy\")"));
    }

    #[test]
    fn a_rule_has_the_theme_of_its_family() {
        for (family, theme) in [("readability", "language"), ("social_value", "award"), ("missing", "missing")] {
            let copy = copy(family);
            make(copy.path(), family, "something-new").unwrap();
            let page =
                fs::read_to_string(copy.path().join("src/barriers").join(family).join("something-new.md")).unwrap();
            assert!(page.contains(&format!("rule = \"{theme}.something-new\"")), "{page}");
        }
    }

    #[test]
    fn what_is_there_already_is_refused_and_nothing_is_written() {
        let copy = copy("insurance");
        make(copy.path(), "insurance", "new-cover").unwrap();
        let before = files(copy.path());
        let refused = |family: &str, name: &str| make(copy.path(), family, name).unwrap_err().to_string();
        assert!(refused("insurance", "new-cover").contains("new-cover.md is there already"));
        assert!(refused("insurance", "public-liability").contains("public-liability.md is there already"));
        assert!(refused("insurance", "insurance.cyber").contains("cyber.md is there already"));
        assert!(refused("insurance", "judge").contains("judge.rs is there already"));
        assert!(refused("insurence", "cover").contains("no family “insurence”. There are insurance"));
        for name in ["", "Cover", "new_cover", "new--cover", "../cover", "a.b.c", "1st", "é"] {
            assert!(refused("insurance", name).contains("is no name of a rule"), "{name}");
        }
        assert!(make(copy.path(), "../insurance", "cover").is_err());
        assert_eq!(files(copy.path()), before);
    }

    #[test]
    fn every_family_can_take_one() {
        for entry in fs::read_dir(root().join("src/barriers")).unwrap().flatten().filter(|e| e.path().is_dir()) {
            let family = entry.file_name().into_string().unwrap();
            let copy = copy(&family);
            make(copy.path(), &family, "something-new").unwrap_or_else(|e| panic!("{family}: {e:#}"));
            let text = fs::read_to_string(copy.path().join("src/barriers").join(&family).join("mod.rs")).unwrap();
            assert!(text.contains("something_new::judge(case, findings);") && text.contains("mod something_new;"));
        }
    }
}
