//! A report in few lines, to be read by people when a snapshot changes.

use std::fmt::Write;

use tender_check::fact::{Fact, Value};
use tender_check::report::{Finding, Known, Place, Report};

/// The whole report.
pub fn report(report: &Report) -> String {
    let mut out = String::new();
    let line = |out: &mut String, text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(&mut out, "# circumstances".into());
    let c = &report.circumstances;
    let known = [known("value", &c.value), known("annual value", &c.annual_value), known("term", &c.term)];
    let more = [circumstance("nation", &c.nation), circumstance("regime", &c.regime), circumstance("buyer", &c.buyer)];
    let last = [circumstance("nature", &c.nature), circumstance("above threshold", &c.above_threshold)];
    known.into_iter().chain(more).chain(last).for_each(|text| line(&mut out, text));

    line(&mut out, "\n# facts".into());
    for fact in &*report.facts {
        line(&mut out, self::fact(fact));
        fact.places.iter().for_each(|place| line(&mut out, format!("    {}", self::place(report, place))));
    }
    line(&mut out, "\n# findings".into());
    for finding in &report.findings {
        line(&mut out, self::finding(finding));
        line(&mut out, format!("    {}", finding.message));
        finding.places.iter().for_each(|place| line(&mut out, format!("    {}", self::place(report, place))));
    }
    line(&mut out, "\n# coverage".into());
    for file in &report.coverage.files {
        let problems: Vec<_> = file.problems.iter().map(|p| p.message.as_str()).collect();
        let name = &report.documents[file.document].name;
        let text =
            format!("{name}: {:?}, {} words, {} tables {}", file.read, file.words, file.tables, problems.join("; "));
        line(&mut out, text.trim_end().to_owned());
    }
    for undecided in &report.coverage.undecided {
        line(&mut out, format!("undecided {}: {}", undecided.rule, undecided.reason));
    }
    out
}

/// What a fact says, without where.
pub fn fact(fact: &Fact) -> String {
    let value = match &fact.value {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Flag(flag)) => flag.to_string(),
        None => "–".into(),
    };
    let mut out = format!("{} {value}", fact.kind);
    fact.unit.iter().for_each(|unit| write!(out, " {unit}").expect("a string takes all"));
    write!(out, " {:?}", fact.stance).expect("a string takes all");
    let named = [("lot", fact.lot.as_deref()), ("basis", fact.basis.as_deref()), ("timing", fact.timing.as_deref())];
    for (name, value) in named.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        write!(out, " {name}={value}").expect("a string takes all");
    }
    fact.equivalent.iter().for_each(|is| write!(out, " equivalent={is}").expect("a string takes all"));
    fact.conditions.iter().for_each(|name| write!(out, " if={name}").expect("a string takes all"));
    fact.details.iter().for_each(|(name, value)| write!(out, " {name}={value}").expect("a string takes all"));
    out
}

/// What a finding says, without where.
pub fn finding(finding: &Finding) -> String {
    let weight =
        finding.severity.map_or_else(|| format!("{:?}", finding.bucket), |s| format!("{:?} {s:?}", finding.bucket));
    let mut out = format!("{weight} {}", finding.rule);
    finding.lot.iter().for_each(|lot| write!(out, " lot={lot}").expect("a string takes all"));
    write!(out, ": {}", finding.title).expect("a string takes all");
    finding.test.iter().for_each(|test| write!(out, " [{}]", test.text).expect("a string takes all"));
    out
}

fn place(report: &Report, place: &Place) -> String {
    let document = &report.documents[place.document].name;
    let clause = place.clause.as_deref().unwrap_or("–");
    format!("{document} {clause} {:?}", place.quote)
}

fn known(name: &str, known: &Known<f64>) -> String {
    let value = known.value.map_or("–".into(), |value| value.to_string());
    format!("{name}: {value} ({:?})", known.origin)
}

fn circumstance<T: std::fmt::Debug>(name: &str, known: &Known<T>) -> String {
    let value = known.value.as_ref().map_or("–".into(), |value| format!("{value:?}"));
    format!("{name}: {value} ({:?})", known.origin)
}
