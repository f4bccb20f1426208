//! Settings and findings set aside, as the command line finds and takes them.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{DEMAND, SMALL_CONTRACT, folder, names, report, stderr, stdout, tender_check};
use tender_check::report::Report;

const DEMANDED: &str = "insurance.public-liability";
const OFF: &str =
    "about = \"Anytown\"\n[rules.insurance.public-liability]\noff = true\nreason = \"Our insurer decides.\"\n";

fn rule_names(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.rule.as_ref()).collect()
}

#[test]
fn settings_are_found_beside_the_documents_and_then_in_the_working_folder() {
    let pack = folder(&[("pack/tender.md", DEMAND.as_bytes()), ("pack/tender-check.toml", OFF.as_bytes())]);
    let work = folder(&[("tender-check.toml", b"about = \"Working folder\"\n")]);
    let plain = folder(&[("tender.md", DEMAND.as_bytes())]);
    let run = |paths: &[&Path], more: &[&str]| {
        report(tender_check().current_dir(work.path()).arg("check").args(paths).args(more).args(SMALL_CONTRACT))
    };
    let file = |report: &Report| report.settings.as_ref().and_then(|s| s.file.clone()).unwrap_or_default();
    let about = |report: &Report| report.settings.as_ref().and_then(|s| s.about.clone()).unwrap_or_default();

    for path in [pack.path().join("pack"), pack.path().join("pack/tender.md")] {
        let own = run(&[&path], &[]);
        assert_eq!(names(&own), ["tender.md"], "the file of settings is no document");
        assert_eq!((about(&own).as_str(), rule_names(&own).contains(&DEMANDED)), ("Anytown", false));
        assert!(file(&own).ends_with("tender-check.toml") && file(&own).len() > 20, "{}", file(&own));
    }
    let working = run(&[plain.path()], &[]);
    assert_eq!((about(&working).as_str(), file(&working).as_str()), ("Working folder", "tender-check.toml"));
    assert!(rule_names(&working).contains(&DEMANDED));

    let named = pack.path().join("pack/tender-check.toml");
    let asked = run(&[plain.path()], &["--settings", named.to_str().unwrap()]);
    assert_eq!(about(&asked), "Anytown");
    let none = run(&[&pack.path().join("pack")], &["--no-settings"]);
    assert!(none.settings.is_none() && rule_names(&none).contains(&DEMANDED));

    let mut command = tender_check();
    let text = stdout(command.arg("check").arg(pack.path().join("pack")).args(SMALL_CONTRACT));
    for part in [
        "Judged with own settings from",
        ": Anytown. One",
        "Own settings\n  insurance.public-liability: Turned off. Reason",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn settings_that_are_wrong_stop_the_check_and_say_where() {
    let run = |name: &str, text: &[u8]| {
        let folder = folder(&[("tender.md", DEMAND.as_bytes()), (name, text)]);
        let mut command = tender_check();
        command.arg("check").arg(folder.path()).assert().code(2).stdout("");
        stderr(&mut command)
    };
    let cases: [(&str, &[u8], &[&str]); 7] = [
        ("tender-check.toml", b"about = \"A\"\nrules = [\n", &["tender-check.toml” is not written as TOML, line 2"]),
        (
            "tender-check.toml",
            b"[rules.insurance.public-liabilty]\noff = true\n",
            &["Did you mean insurance.public-liability"],
        ),
        (
            "tender-check.toml",
            b"[rules.payment.slow]\nof = true\nthresholds.day = 20\n",
            &["Did you mean \u{201c}off\u{201d}?", "Did you mean \u{201c}days\u{201d}?"],
        ),
        ("tender-check.toml", b"[rules.payment.slow]\nthresholds.days = inf\n", &["is to be a number of 0 or more"]),
        ("tender-check.toml", b"about = 2026-01-01\nabout = 1", &["line 2"]),
        (
            "tender-check.set-aside.toml",
            b"[[set-aside]]\nkey = \"payment.slow:1\"\n",
            &["is set aside without a reason"],
        ),
        ("tender-check.set-aside.toml", b"\xff", &["is not written as TOML, line 1"]),
    ];
    for (name, text, wanted) in cases {
        let said = run(name, text);
        for part in wanted.iter().chain(&["Nothing was checked."]) {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    let large = "#".repeat(1024 * 1024 + 1);
    assert!(run("tender-check.toml", large.as_bytes()).contains("too large for a file of settings"));
}

#[test]
fn a_finding_set_aside_is_shown_as_such_and_fails_no_script() {
    let folder = folder(&[("tender.md", DEMAND.as_bytes())]);
    let run = |more: &[&str]| {
        let mut command = tender_check();
        command.arg("check").arg(folder.path()).args(SMALL_CONTRACT).args(more);
        command
    };
    let before = report(&mut run(&[]));
    let barriers: Vec<_> = before.findings.iter().filter(|f| f.severity.is_some()).collect();
    let entry = |key: &str| {
        format!("[[set-aside]]\nkey = \"{key}\"\nreason = \"Agreed.\"\nby = \"R. Osei\"\non = 2026-10-02\n")
    };
    let mut file: String = barriers.iter().map(|f| entry(&f.key)).collect();
    file += &entry("payment.slow:0123");
    fs::write(folder.path().join("tender-check.set-aside.toml"), &file).unwrap();

    let after = report(&mut run(&[]));
    assert_eq!(names(&after), ["tender.md"], "the file of set-asides is no document");
    assert_eq!(after.findings.len(), before.findings.len());
    assert_eq!(after.counted().count(), before.findings.len() - barriers.len());
    run(&["--fail-on", "low"]).assert().code(0);
    run(&["--fail-on", "low", "--no-settings"]).assert().code(1);
    let text = stdout(&mut run(&[]));
    for part in [
        "No barriers found",
        "Set aside\n",
        "Reason: Agreed. (R. Osei, 2 October 2026)",
        "No longer found: payment.slow:0123",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(folder.path().join("tender-check.set-aside.toml"), elsewhere.path().join("aside.toml")).unwrap();
    let named = elsewhere.path().join("aside.toml");
    assert_eq!(report(&mut run(&["--set-aside", named.to_str().unwrap()])).counted().count(), after.counted().count());
}
