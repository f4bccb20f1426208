//! The figures as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::corpus::{Fired, Kind, PAGE, Rule, Scored};
use super::labelled::{self, PRECISION, RECALL, Tally};

/// A rule that fires on more of the real documents than this must be of low weight.
const OFTEN: f64 = 0.60;

/// The project's own set, family by family, and what is known to be misread in it.
pub fn own_set(tallies: &[Tally]) -> String {
    let mut out = format!(
        "{}\nThe test fails when a family falls below a precision of {PRECISION:.2} or a recall of {RECALL:.2}.\n",
        labelled::table(tallies)
    );
    let faults = |title: &str, list: fn(&Tally) -> &Vec<labelled::Fault>| {
        let all: Vec<_> = tallies.iter().flat_map(list).collect();
        let line = |fault: &&labelled::Fault| format!("* `{}`: “{}”\n", fault.what, fault.passage());
        let lines = all.iter().map(line).collect::<Vec<_>>().concat();
        if all.is_empty() { String::new() } else { format!("\n{title}\n\n{lines}") }
    };
    out += &faults("Not found:", |t| &t.missed);
    out += &faults("Read, and not there:", |t| &t.wrong);
    out += &faults("Traps that bite:", |t| &t.bites);
    out
}

/// What was found of the labels of real documents, kind by kind.
pub fn documents(scored: &Scored) -> String {
    let mut out = format!(
        "{} documents, {} of them made for the purpose, with {} labels of {} kinds and {} traps.\n\n",
        scored.documents,
        scored.made,
        scored.labels(),
        scored.kinds.len(),
        scored.traps
    );
    let found = scored.labels() - scored.missed();
    let mut line = |what: &str, figure: String| writeln!(out, "| {what} | {figure} |").expect("a string takes all");
    line("measure", "figure".into());
    line("---", "---:".into());
    line("labels found", format!("{found} of {} = {:.3}", scored.labels(), share(found, scored.labels())));
    line("mean over kinds of the share found", format!("{:.3}", scored.mean_recall()));
    let precision = share(scored.right, scored.checked);
    line(
        "facts right, where every amount was labelled",
        format!("{} of {} = {precision:.3}", scored.right, scored.checked),
    );
    line("traps that bite", format!("{} of {}", scored.bites, scored.traps));
    out += "\n| kind | labels | found | recall | precision | false |\n|---|---:|---:|---:|---:|---:|\n";
    for (name, kind) in &scored.kinds {
        let counted = kind.precision.map_or_else(|| " |".into(), |p| format!(" {p:.2} | {}", kind.wrong));
        let found = kind.labels - kind.missed;
        writeln!(out, "| `{name}` | {} | {found} | {:.2} |{counted} |", kind.labels, kind.recall())
            .expect("a string takes all");
    }
    let missed = scored.kinds.iter().filter(|(_, k)| k.missed > 0);
    let missed: Vec<_> = missed.map(|(name, kind)| format!("{} of `{name}`", kind.missed)).collect();
    let known = if missed.is_empty() { "none of the labels".into() } else { missed.join(", ") };
    out + &format!("\nKnown misses: {known}.\n")
}

/// How often rules fire.
pub fn findings(fired: &Fired) -> String {
    let texts = fired.barriers.len();
    let mut out = format!(
        "{texts} documents, each by itself and with nothing given: {} written by buyers, {} made for the purpose.\n\
         A page is {PAGE} characters, since texts have none, and the shortest document counts as one page.\n\n\
         | findings | median | ninetieth percentile |\n|---|---:|---:|\n",
        fired.real, fired.made
    );
    for (what, counts) in [
        ("possible barriers in a document", &fired.in_all),
        ("possible barriers in ten pages", &fired.barriers),
        ("barriers, queries and what is missing in ten pages", &fired.flags),
    ] {
        writeln!(out, "| {what} | {:.1} | {:.1} |", at(counts, 0.5), at(counts, 0.9)).expect("a string takes all");
    }
    let of = |documents: usize| share(documents, fired.real);
    let often: Vec<_> = fired.rules.iter().filter(|(_, r)| r.barriers > 0 && of(r.barriers) > OFTEN).collect();
    let names = |list: Vec<&String>| list.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let heavy: Vec<_> = often.iter().filter(|(_, r)| r.medium > 0).map(|(name, _)| *name).collect();
    let limit = OFTEN * 100.0;
    let told = match (often.is_empty(), heavy.is_empty()) {
        (true, _) => {
            format!("\nNo rule sees a barrier in more than {limit:.0}% of the {} real documents.\n", fired.real)
        }
        (_, true) => format!(
            "\nMore than {limit:.0}% of the {} real documents have a barrier of these rules, always of low weight: {}.\n",
            fired.real,
            names(often.iter().map(|o| o.0).collect())
        ),
        (_, false) => format!(
            "\n**To be mended:** more than {limit:.0}% of the {} real documents have a barrier, not always of low weight, \
             of: {}.\n",
            fired.real,
            names(heavy)
        ),
    };
    out.push_str(&told);
    out += "\nShare of the real documents on which a rule fires:\n\n\
            | rule | fires | barrier | medium or high | high | query | missing | enabler |\n\
            |---|---:|---:|---:|---:|---:|---:|---:|\n";
    let mut rules: Vec<(&String, &Rule)> = fired.rules.iter().collect();
    rules.sort_by_key(|(name, rule)| (std::cmp::Reverse(rule.documents), *name));
    for (name, rule) in rules {
        let Rule { documents, barriers, queries, missing, enablers, medium, high } = rule;
        let counts = [documents, barriers, medium, high, queries, missing, enablers];
        let cells = counts.map(|&n| if n == 0 { String::new() } else { format!("{:.0}%", of(n) * 100.0) });
        writeln!(out, "| `{name}` | {} |", cells.join(" | ")).expect("a string takes all");
    }
    out
}

/// The README's table: by the first part of the kinds.
pub fn short(scored: &Scored, tallies: &[Tally]) -> String {
    let mut families: BTreeMap<&str, (Kind, Vec<f64>)> = BTreeMap::new();
    for (name, kind) in &scored.kinds {
        let (sum, _) = families.entry(name.split('.').next().unwrap_or_default()).or_default();
        sum.labels += kind.labels;
        sum.missed += kind.missed;
    }
    let own: BTreeMap<&str, &Tally> = tallies.iter().map(|t| (&*t.family, t)).collect();
    let mut out =
        "| family | real documents: labels | found | own set: labels | found | false |\n|---|---:|---:|---:|---:|---:|\n"
            .to_owned();
    let names: std::collections::BTreeSet<&str> = families.keys().chain(own.keys()).copied().collect();
    for name in names {
        let real = families
            .get(name)
            .map_or_else(|| " | ".to_owned(), |(sum, _)| format!("{} | {}", sum.labels, sum.labels - sum.missed));
        let own = own
            .get(name)
            .map_or_else(|| " | | ".to_owned(), |t| format!("{} | {} | {}", t.labels, t.found(), t.wrong.len()));
        writeln!(out, "| `{name}` | {real} | {own} |").expect("a string takes all");
    }
    let all = Tally::all(tallies);
    let found = scored.labels() - scored.missed();
    writeln!(out, "| all | {} | {found} | {} | {} | {} |", scored.labels(), all.labels, all.found(), all.wrong.len())
        .expect("a string takes all");
    out + &format!(
        "\nWhere every amount was labelled, {} of {} facts are right. Of {} passages that look like a demand and are none, \
         {} mislead it in real documents, and {} of {} in its own set.\n",
        scored.right,
        scored.checked,
        scored.traps,
        scored.bites,
        all.bites.len(),
        all.traps
    )
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The value below which this share of the ordered counts lies.
fn at(counts: &[f64], share: f64) -> f64 {
    let rank = (counts.len() as f64 * share).ceil() as usize;
    counts.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}
