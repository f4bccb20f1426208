//! The command line as scripts and people use it: what it takes, what it writes, its exit codes.

#[path = "support/program.rs"]
mod program;

use std::fs;

use program::{DEMAND, SMALL_CONTRACT, folder, names, report, stderr, stdout, tender_check};
use tender_check::report::Report;

/// A document with nothing but a light barrier.
const LIGHT_DEMAND: &str = "Employers’ liability insurance of £10 million is required.\n";

#[test]
fn a_folder_is_one_pack_in_order_of_names_without_hidden_files() {
    let folder = folder(&[
        ("b.md", DEMAND.as_bytes()),
        ("a.txt", b"The contract is worth 40,000 pounds."),
        ("lots/one.md", b"Lot 1"),
        (".hidden.md", b"x"),
        (".git/config", b"x"),
        ("~$b.docx", b"x"),
    ]);
    let report = report(tender_check().arg("check").arg(folder.path()));
    assert_eq!(names(&report), ["a.txt", "b.md", "one.md"]);
}

#[test]
fn of_an_archive_of_more_than_500_files_the_first_are_read_and_the_report_says_so() {
    let named: Vec<String> = (0..=500).map(|i| format!("{i:03}.txt")).collect();
    let files: Vec<(&str, &[u8])> =
        named.iter().map(|name| (name.as_str(), b"Lot 1 is for mowing.".as_slice())).collect();
    let mut archive = vec![];
    let mut writer = rawzip::ZipArchiveWriter::new(&mut archive);
    for (name, bytes) in &files {
        let (mut entry, config) =
            writer.new_file(name).compression_method(rawzip::CompressionMethod::STORE).start().unwrap();
        let mut counted = config.wrap(&mut entry);
        std::io::Write::write_all(&mut counted, bytes).unwrap();
        let (_, sums) = counted.finish().unwrap();
        entry.finish(sums).unwrap();
    }
    writer.finish().unwrap();
    let zip = folder(&[("pack.zip", &archive)]);
    let report = report(tender_check().arg("check").arg(zip.path().join("pack.zip")));
    assert_eq!((report.documents.len(), names(&report)[499]), (501, "499.txt"));
    let problems: Vec<_> = report.coverage.files.iter().flat_map(|file| &file.problems).collect();
    assert_eq!((problems.len(), problems[0].unread.detail.as_deref()), (1, Some("files")));
}

#[test]
fn a_locked_pdf_is_read_with_its_password() {
    let locked = "src/read/pdf/tests/locked.pdf";
    let message = |report: Report| report.coverage.files[0].problems.first().map(|problem| problem.message.clone());
    let without = message(report(tender_check().args(["check", locked]))).expect("it is not read");
    assert!(without.contains("is locked with a password"), "{without}");
    let wrong = message(report(tender_check().args(["check", locked, "--password", "guess"]))).expect("it is not read");
    assert!(wrong.contains("does not open it"), "{wrong}");
    let given = report(tender_check().args(["check", locked, "--password", "guess", "--password", "meadow lane"]));
    assert!(given.facts.iter().any(|fact| fact.kind == "insurance.public_liability"));
    let secret = report(tender_check().env("TENDER_CHECK_PASSWORD", "meadow lane").args(["check", locked]));
    assert_eq!((message(secret.clone()), &secret.facts), (None, &given.facts));
    let json = serde_json::to_string(&secret).unwrap();
    assert!(!json.contains("meadow lane"), "a password is kept nowhere");
}

#[test]
fn places_in_a_pdf_have_the_box_of_their_block() {
    let report = report(tender_check().args(["check", "src/read/pdf/tests/locked.pdf", "--password", "meadow lane"]));
    let place = &report.facts[0].places[0];
    assert_eq!((place.page, place.bounds.map(|[left, top, ..]| [left, top])), (Some(1), Some([60, 133])));
}

#[test]
fn a_zip_archive_is_the_folder_that_it_was_made_from() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let copy = |from: &str, to: &str| {
        let to = folder.path().join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    };
    copy("tests/packs/parish/docx/Invitation to tender.docx", "Invitation.docx");
    copy("tests/packs/parish/pdf/Conditions of contract.pdf", "Terms.pdf");
    for lot in ["Lot 1", "Lot 2"] {
        fs::create_dir_all(folder.path().join(lot)).unwrap();
        fs::write(folder.path().join(lot).join("Price.txt"), format!("{lot} is worth £40,000.")).unwrap();
    }
    let of_folder = report(tender_check().arg("check").arg(folder.path()));
    let of_archive = report(tender_check().args(["check", "tests/packs/zipped.zip"]));
    let short = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let read = |report: &Report| {
        let documents = report.documents.iter().filter(|d| d.words > 0);
        documents.map(|d| (short(&d.name), d.words)).collect::<Vec<_>>()
    };
    assert_eq!(read(&of_archive), read(&of_folder));
    assert_eq!(of_archive.facts.len(), of_folder.facts.len());
    let locked = of_archive.coverage.files.last().unwrap();
    assert!(locked.problems[0].message.contains("is locked with a password"), "{locked:?}");
}

#[test]
fn paths_keep_their_order_and_a_file_counts_once() {
    let folder = folder(&[("a.md", b"First"), ("b.md", b"Second")]);
    let path = |name: &str| folder.path().join(name);
    let report = report(tender_check().arg("check").args([path("b.md"), path("a.md"), path("b.md")]));
    assert_eq!(names(&report), ["b.md", "a.md"]);
}

#[test]
fn files_of_one_name_are_told_apart_by_their_folders() {
    let folder = folder(&[("one/terms.md", b"First"), ("two/terms.md", b"Second")]);
    let report = report(tender_check().current_dir(folder.path()).args(["check", "one", "two"]));
    let folders = |name: &str| name.split(['/', '\\']).map(str::to_owned).collect::<Vec<_>>();
    let names: Vec<_> = names(&report).into_iter().map(folders).collect();
    assert_eq!(names, [["one", "terms.md"], ["two", "terms.md"]]);
}

#[test]
fn standard_input_is_told_from_its_bytes() {
    let docx = fs::read("tests/packs/parish/docx/Invitation to tender.docx").unwrap();
    let report = report(tender_check().args(["check", "-"]).write_stdin(docx));
    assert_eq!(names(&report), ["standard input"]);
    assert_eq!(serde_json::to_value(report.documents[0].format).unwrap(), "docx");
    assert!(report.documents[0].words > 1000);
}

#[test]
fn exit_code_says_whether_barriers_reach_fail_on() {
    let run = |text: &str, level: &str| {
        let mut command = tender_check();
        command.args(["check", "-", "--fail-on", level]).args(SMALL_CONTRACT).write_stdin(text);
        command.assert().get_output().status.code()
    };
    let codes = |text| ["high", "medium", "low", "never"].map(|level| run(text, level));
    assert_eq!(codes(DEMAND), [Some(1), Some(1), Some(1), Some(0)]);
    assert_eq!(codes(LIGHT_DEMAND), [Some(0), Some(0), Some(1), Some(0)]);
    assert_eq!(codes("Thank you for your interest in our garden."), [Some(0); 4]);
}

#[test]
fn circumstances_are_taken_from_the_command_line() {
    let mut command = tender_check();
    command.args(["check", "-", "--value", "£45k", "--months", "18", "--nation", "northern-ireland"]);
    command.args(["--regime", "procurement_act_2023", "--buyer", "parish", "--as-of", "2026-03-31"]);
    let report = report(command.args(["--nature", "works", "--with-text"]).write_stdin(DEMAND));
    let circumstances = serde_json::to_value(&report.circumstances).unwrap();
    let given = |value| serde_json::json!({ "value": value, "origin": "given" });
    assert_eq!(circumstances["value"], given(serde_json::json!(45000)));
    assert_eq!(circumstances["term"], given(serde_json::json!(18)));
    assert_eq!(circumstances["nation"], given("northern_ireland".into()));
    assert_eq!(circumstances["regime"], given("procurement_act_2023".into()));
    assert_eq!(circumstances["buyer"], given("parish".into()));
    assert_eq!(circumstances["nature"], given("works".into()));
    assert_eq!(circumstances["as_of"], given("2026-03-31".into()));
    assert!(report.documents[0].text.as_ref().unwrap().contains("£10 million"));
}

#[test]
fn text_is_what_is_written_unless_asked_otherwise_and_plain_where_no_terminal_is() {
    let text = stdout(tender_check().args(["check", "-"]).args(SMALL_CONTRACT).write_stdin(DEMAND));
    for part in ["One possible barrier\n", "HIGH: ", "“public liability insurance of £10 million”", "standard input"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains('\u{1b}'));
    let mut forced = tender_check();
    forced.env("CLICOLOR_FORCE", "1").args(["check", "-"]).write_stdin(DEMAND);
    assert!(stdout(&mut forced).contains('\u{1b}'));
    forced.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    assert!(!stdout(&mut forced).contains('\u{1b}'));
}

#[test]
fn the_ending_of_the_output_decides_its_shape() {
    let folder = folder(&[("tender.md", DEMAND.as_bytes())]);
    let begins = |name: &str, args: &[&str]| {
        let output = folder.path().join(name);
        let mut command = tender_check();
        command.arg("check").arg(folder.path().join("tender.md")).arg("--output").arg(&output).args(args);
        command.assert().code(0).stdout("");
        fs::read_to_string(output).unwrap().chars().take(9).collect::<String>()
    };
    assert_eq!(begins("report.html", &[]), "<!DOCTYPE");
    assert_eq!(begins("report.JSON", &[]), "{\n  \"sche");
    assert_eq!(begins("report.txt", &[]), begins("report", &["--format", "text"]));
    assert_eq!(begins("report.txt", &["--format", "html"]), "<!DOCTYPE");
    assert!(begins("report.md", &[]).starts_with("# "));
    assert!(begins("report.csv", &[]).contains("\"Weight"));
}

#[test]
fn what_cannot_be_done_is_said_in_plain_words() {
    let empty = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &str); 12] = [
        (&["check", "x", "--output", "report.docx"], "A report is not written as “report.docx”"),
        (&["check", "no such file.docx"], "“no such file.docx” could not be opened"),
        (&["check", empty.path().to_str().unwrap()], "There is no file in the folder"),
        (&["check"], "required arguments were not provided"),
        (&["check", "x", "--value", "much"], "write an amount in pounds, such as 45000, 45,000 or £45k"),
        (&["check", "x", "--value", "1", "--value", "2"], "cannot be used multiple times"),
        (&["check", "x", "--months", "0"], "write a number of months, such as 36"),
        (&["check", "x", "--as-of", "31/03/2026"], "write a day as year-month-day, such as 2026-03-31"),
        (&["check", "x", "--nation", "france"], "possible values: england, wales, scotland, northern-ireland"),
        (&["check", "x", "--settings", "no such file.toml"], "“no such file.toml” could not be opened"),
        (&["check", "x", "--set-aside", "no such file.toml"], "“no such file.toml” could not be opened"),
        (&["rules", "insurance.public-liabilty"], "Did you mean insurance.public-liability"),
    ];
    for (arguments, message) in cases {
        let mut command = tender_check();
        command.args(arguments).assert().code(2).stdout("");
        let said = stderr(&mut command);
        assert!(said.contains(message), "{arguments:?}: {said}");
    }
}

#[test]
fn nothing_read_is_a_report_that_says_why_and_code_2() {
    let folder = folder(&[("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\0"), ("void.txt", b"")]);
    let mut command = tender_check();
    command.arg("check").arg(folder.path());
    command.assert().code(2);
    assert!(stderr(&mut command).contains("Nothing could be read"));
    let report = report(&mut command);
    let read = serde_json::to_value(&report.coverage.files).unwrap();
    assert_eq!((&read[0]["read"], &read[1]["read"]), (&"none".into(), &"none".into()));
    assert!(report.coverage.files[0].problems[0].message.contains("“picture.png”"));
}

#[test]
fn one_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked() {
    let folder = folder(&[("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\0"), ("tender.md", DEMAND.as_bytes())]);
    let mut command = tender_check();
    command.arg("check").arg(folder.path()).args(SMALL_CONTRACT).assert().code(0);
    assert!(!report(&mut command).findings.is_empty());
}

#[test]
fn a_folder_given_by_mistake_is_not_read_for_hours() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..=500 {
        fs::write(folder.path().join(format!("{number}.txt")), "x").unwrap();
    }
    let mut command = tender_check();
    command.arg("check").arg(folder.path()).assert().code(2);
    assert!(stderr(&mut command).contains("more than 500 files"));
}

#[test]
fn a_file_that_is_given_twice_is_one_document() {
    let folder = folder(&[("tender.md", DEMAND.as_bytes())]);
    let mut command = tender_check();
    command.current_dir(folder.path()).args(["check", "tender.md", "./tender.md", ".", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&mut command)).unwrap();
    assert_eq!(report["documents"].as_array().unwrap().len(), 1);
}

#[test]
fn a_report_that_cannot_be_written_is_code_2() {
    let mut command = tender_check();
    command.args(["check", "-", "--output", "/no/such/folder/report.html"]).write_stdin(DEMAND).assert().code(2);
    assert!(stderr(&mut command).contains("could not be written to “/no/such/folder/report.html”"));
}

#[test]
fn rules_are_listed_by_family_and_explained() {
    let list = stdout(tender_check().arg("rules"));
    assert!(list.lines().any(|l| l == "insurance"), "{list}");
    let line = list.lines().find(|l| l.contains("insurance.public-liability")).expect("the rule is listed");
    assert!(line.contains("INS-2") && line.contains("Public liability"), "{line}");
    for name in ["insurance.public-liability", "INS-2", "ins-2"] {
        let page = stdout(tender_check().args(["rules", name]));
        assert!(page.starts_with("# Public liability\n"), "{page}");
        assert!(page.contains("\n`insurance.public-liability`, INS-2\n"), "{page}");
        assert!(page.contains("\n## Sources\n\n- Procurement Act 2023, section 22"), "{page}");
        assert!(page.contains("\n## Thresholds that settings can change\n\n- `free` = 2,000,000\n"), "{page}");
        assert!(!page.contains("+++"));
    }
}

#[test]
fn help_has_examples() {
    for arguments in [&["--help"][..], &["check", "--help"]] {
        let help = stdout(tender_check().args(arguments));
        assert!(help.contains("Examples:\n  tender-check check "), "{help}");
    }
}

#[test]
fn findings_are_written_into_a_copy_of_the_word_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let draft = folder.path().join("draft.docx");
    fs::copy("tests/packs/parish/docx/Invitation to tender.docx", &draft).unwrap();
    let before = fs::read(&draft).unwrap();
    let comment = |args: &[&str]| {
        let mut command = tender_check();
        let output = command.current_dir(folder.path()).arg("comment").args(args).assert().success();
        String::from_utf8(output.get_output().stdout.clone()).unwrap()
    };

    let said = comment(&["draft.docx"]);
    assert!(said.starts_with("draft (reviewed).docx: ") && said.contains(" comments."), "{said}");
    assert_eq!(fs::read(&draft).unwrap(), before);
    let reports = [&draft, &folder.path().join("draft (reviewed).docx")]
        .map(|file| report(tender_check().arg("check").arg(file)));
    assert_eq!(reports[0].findings.len(), reports[1].findings.len());
    assert_eq!(reports[0].documents[0].words, reports[1].documents[0].words);

    let said = comment(&["draft.docx", "--changes", "--author", "A. Buyer", "--output", "copy.docx"]);
    assert!(said.starts_with("copy.docx: ") && said.contains("proposed changes."), "{said}");
    // Never over the file itself, even where that is asked for.
    comment(&["draft.docx", "--output", "draft.docx"]);
    assert_eq!(fs::read(&draft).unwrap(), before);
}

#[test]
fn word_files_of_a_pack_are_judged_together_and_what_is_none_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = folder.path().join("reviewed");
    let mut command = tender_check();
    command
        .args(["comment", "tests/packs/zipped.zip", "tests/packs/parish/docx", "--output"])
        .arg(&output)
        .assert()
        .success();
    let mut names: Vec<_> =
        fs::read_dir(&output).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(names.len() >= 3 && names.iter().all(|name| name.contains(" (reviewed")), "{names:?}");

    let mail = folder.path().join("draft.eml");
    fs::write(&mail, mailed("draft.docx", &fs::read("tests/packs/parish/docx/Invitation to tender.docx").unwrap()))
        .unwrap();
    tender_check().arg("comment").arg(&mail).assert().success();
    assert!(folder.path().join("draft (reviewed).docx").exists());

    let none = tender_check().args(["comment", "-"]).write_stdin(DEMAND).assert().failure();
    let said = String::from_utf8(none.get_output().stderr.clone()).unwrap();
    assert!(said.contains("There is no Word file"), "{said}");
}

#[test]
fn a_pdf_file_is_written_anew_with_highlights_and_reads_as_before() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let draft = folder.path().join("draft.pdf");
    fs::copy("tests/packs/county/pdf/Terms and conditions.pdf", &draft).unwrap();
    fs::copy("src/read/pdf/tests/owner.pdf", folder.path().join("owner.pdf")).unwrap();
    let before = fs::read(&draft).unwrap();
    let output =
        tender_check().current_dir(folder.path()).args(["comment", "draft.pdf", "owner.pdf"]).assert().success();
    let said = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    assert!(said.starts_with("draft (reviewed).pdf: ") && said.contains(" findings over their passages"), "{said}");
    let left_out = String::from_utf8(output.get_output().stderr.clone()).unwrap();
    assert!(left_out.contains("“owner.pdf” was left out: it is protected by a password"), "{left_out}");
    assert_eq!(fs::read(&draft).unwrap(), before);
    let copy = folder.path().join("draft (reviewed).pdf");
    assert!(fs::read(&copy).unwrap().starts_with(&before));
    let reports = [&draft, &copy].map(|file| report(tender_check().arg("check").arg(file)));
    assert_eq!(reports[0].findings.len(), reports[1].findings.len());
    assert_eq!(reports[0].documents[0].words, reports[1].documents[0].words);
}

#[test]
fn no_barrier_in_a_pack_that_was_not_read_in_full_is_never_the_whole_answer() {
    let locked = fs::read("tests/damaged/locked.pdf").expect("the file is there");
    let pack = folder(&[("notes.txt", b"The hall has a kitchen and a garden."), ("terms.pdf", &locked)]);
    let check = || {
        let mut command = tender_check();
        command.arg("check").arg(pack.path());
        command
    };
    let read = report(&mut check());
    assert_eq!(read.findings.iter().filter(|f| f.severity.is_some()).count(), 0);
    assert_eq!(read.coverage.files.iter().filter(|f| !f.problems.is_empty()).count(), 1);
    let told = "No barriers found in what was read, and one document was not read in full";
    let text = stdout(&mut check());
    assert!(text.starts_with(told) && text.contains("terms.pdf: not read"), "{text}");
    let page = stdout(check().args(["--format", "html"]));
    assert!(page.contains(&format!("<h1>{told}</h1>")) && page.contains(&format!("<title>{told}")), "{page}");
}

#[test]
fn a_file_that_passes_a_limit_is_told_with_what_to_do_and_the_others_are_read() {
    let long = vec![b'a'; tender_check::read::text::LARGEST + 1];
    let pack = folder(&[("long.txt", &long), ("terms.md", DEMAND.as_bytes())]);
    let report = report(tender_check().arg("check").arg(pack.path()).args(SMALL_CONTRACT));
    assert!(report.findings.iter().any(|finding| finding.rule == "insurance.public-liability"));
    let problem = &report.coverage.files[0].problems[0];
    assert!(problem.message.contains("Split it and open the parts"), "{}", problem.message);
}

#[test]
fn nothing_but_the_report_is_written_where_there_is_no_terminal() {
    let pack = folder(&[("terms.md", DEMAND.as_bytes())]);
    for quiet in [&[][..], &["--quiet"]] {
        let mut command = tender_check();
        command.arg("check").arg(pack.path()).args(quiet).args(["--format", "json"]);
        assert_eq!(stderr(&mut command), "");
        serde_json::from_str::<Report>(&stdout(&mut command)).expect("a report and nothing else");
    }
}

/// An e-mail with a Word file attached to it.
fn mailed(name: &str, bytes: &[u8]) -> String {
    let line = |bytes: &[u8]| bytes.iter().map(|byte| format!("={byte:02X}")).collect::<Vec<_>>().concat();
    let lines: Vec<String> = bytes.chunks(24).map(line).collect();
    format!(
        "From: buyer@example.org\r\nSubject: Draft\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nPlease look at this.\r\n\
         --b\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n\
         Content-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         {}\r\n--b--\r\n",
        lines.join("=\r\n")
    )
}

#[test]
fn two_drafts_are_compared_as_documents_and_as_reports() {
    let mended = b"The contract is worth \xc2\xa340,000. Bidders tell us that they are insured.";
    let folder = folder(&[("before.md", DEMAND.as_bytes()), ("after.md", mended)]);
    let path = |name: &str| folder.path().join(name);
    let compare = |earlier: &str, later: &str, args: &[&str]| {
        let mut command = tender_check();
        command.arg("compare").arg(path(earlier)).arg(path(later)).args(args);
        stdout(&mut command)
    };
    let text = compare("before.md", "after.md", &[]);
    assert!(text.contains("Mended: not found any more"), "{text}");
    assert!(compare("before.md", "before.md", &[]).starts_with("0 mended, 0 new, 0 in other words"));

    let saved = path("before.json");
    tender_check().arg("check").arg(path("before.md")).arg("--output").arg(&saved).assert().code(0);
    assert_eq!(compare("before.json", "after.md", &[]), text);
    let json: serde_json::Value = serde_json::from_str(&compare("before.json", "after.md", &["--json"])).unwrap();
    assert!(!json["mended"].as_array().unwrap().is_empty());

    fs::write(&saved, "{\"schema\": \"tender-check/report/9\"}").unwrap();
    let mut command = tender_check();
    command.arg("compare").arg(&saved).arg(path("after.md")).assert().code(2);
    assert!(stderr(&mut command).contains("another version"));
}
