//! Links between the project's own pages: the file is there, and so is the heading.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use walkdir::WalkDir;

use super::count::Count;
use crate::tool::root;

/// Folders whose pages are not the project's.
const FOREIGN: [&str; 6] = ["node_modules", "target", "dist", "test-results", "playwright-report", ".git"];

/// Looks at every link of every Markdown page that does not lead out of the repository.
pub fn check() -> Result<Count> {
    let mut pages = HashMap::new();
    let own = |entry: &walkdir::DirEntry| !FOREIGN.iter().any(|name| entry.file_name() == *name);
    for entry in WalkDir::new(root()).into_iter().filter_entry(own) {
        let path = entry?.into_path();
        // The tests' example tenders are data, not documentation.
        if path.extension().is_some_and(|extension| extension == "md") && !path.starts_with(root().join("tests")) {
            let page = Page::parse(&fs::read_to_string(&path)?);
            pages.insert(path, page);
        }
    }
    let mut broken: Vec<_> = pages
        .iter()
        .flat_map(|(path, page)| page.links.iter().map(move |link| (path, link)))
        .filter(|(path, link)| !leads_somewhere(path, link, &pages))
        .map(|(path, link)| format!("{}: {link}", path.strip_prefix(root()).unwrap_or(path).display()))
        .collect();
    broken.sort();
    if !broken.is_empty() {
        bail!("links that lead nowhere:\n  {}", broken.join("\n  "));
    }
    println!("{} links in {} pages", pages.values().map(|page| page.links.len()).sum::<usize>(), pages.len());
    Ok(Count::PASSED)
}

/// What matters of a page.
struct Page {
    anchors: HashSet<String>,
    /// Links and pictures within the repository.
    links: Vec<String>,
}

impl Page {
    fn parse(text: &str) -> Self {
        let mut page = Self { anchors: HashSet::new(), links: vec![] };
        let mut heading: Option<String> = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::End(TagEnd::Heading(_)) => page.add_anchor(&heading.take().unwrap_or_default()),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    let outward = dest_url.contains("://") || dest_url.starts_with("mailto:");
                    if !outward {
                        page.links.push(dest_url.into_string());
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// The anchor that GitHub gives a heading: a second one of the same words is numbered.
    fn add_anchor(&mut self, heading: &str) {
        let word = |c: char| match c {
            ' ' | '-' => Some('-'),
            c if c.is_alphanumeric() || c == '_' => Some(c),
            _ => None,
        };
        let anchor: String = heading.trim().to_lowercase().chars().filter_map(word).collect();
        let numbered = (1..).map(|n| format!("{anchor}-{n}"));
        let free = std::iter::once(anchor.clone()).chain(numbered).find(|a| !self.anchors.contains(a));
        self.anchors.extend(free);
    }
}

fn leads_somewhere(from: &Path, link: &str, pages: &HashMap<PathBuf, Page>) -> bool {
    let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
    let target = match file {
        "" => Ok(from.to_owned()),
        file => from.parent().unwrap_or(root()).join(file).canonicalize(),
    };
    let Ok(target) = target else { return false };
    match (pages.get(&target), anchor) {
        (Some(page), Some(anchor)) => page.anchors.contains(anchor),
        _ => target.starts_with(root()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_github() {
        let page = Page::parse("# What it's for\n\n## `cargo xtask`, in short\n\n## Limits\n\n## Limits\n");
        let anchors = ["what-its-for", "cargo-xtask-in-short", "limits", "limits-1"];
        assert_eq!(page.anchors, anchors.map(str::to_owned).into());
    }

    #[test]
    fn links_out_of_the_repository_are_not_followed() {
        let page = Page::parse("[a](docs/a.md#x) [b](https://example.org) ![c](c.png) [d](mailto:d@example.org)");
        assert_eq!(page.links, ["docs/a.md#x", "c.png"]);
    }

    #[test]
    fn a_link_needs_its_file_and_its_heading() {
        let readme = root().join("README.md");
        let pages = HashMap::from([(readme.clone(), Page::parse("# Here"))]);
        assert!(leads_somewhere(&readme, "#here", &pages));
        assert!(leads_somewhere(&readme, "Cargo.toml", &pages));
        assert!(!leads_somewhere(&readme, "#there", &pages));
        assert!(!leads_somewhere(&readme, "nowhere.md", &pages));
        assert!(!leads_somewhere(&readme, "../../etc/passwd", &pages));
    }
}
