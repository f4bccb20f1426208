//! What fuzzing begins with: the example tenders and the rules' pages, taken apart so that what is packed can be changed.

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::Result;
use flate2::read::ZlibDecoder;
use tender_check::read::zip::{Archive, Kind};
use walkdir::WalkDir;

use crate::bench::REPEATED;
use crate::tool::root;

/// Longest seed, and longest part of an archive; fuzzing is slow with long ones.
const LONGEST: usize = 24 << 10;
/// How often a text that repeats one thing says it: no run is to take long.
const TIMES: usize = 100;
/// Words of the dictionary.
const WORDS: usize = 400;

/// Writes the seeds of a target, and gives its dictionary: the words that are most common in them.
pub fn make(target: &str, folder: &Path) -> Result<String> {
    let mut seeds = vec![];
    for (path, bytes) in files()? {
        let ending = path.rsplit('.').next().unwrap_or_default();
        match target {
            "html" if ending == "html" => seeds.push(start(&bytes).to_vec()),
            "notice" if ending == "json" => seeds.push(bytes),
            "text" if ending == "txt" => seeds.push(start(&bytes).to_vec()),
            "pack" if ending == "zip" => seeds.push(bytes),
            "odt" | "ods" if ending == target => seeds.extend(part_of(&bytes, "content.xml")),
            "flat" if ending == "odt" => seeds.extend(flat(&bytes, "text")),
            "flat" if ending == "ods" => seeds.extend(flat(&bytes, "spreadsheet")),
            "xlsx" if ending == "xlsx" => seeds.extend(sheets(&bytes)),
            "mail" if ending == "eml" => seeds.push(bytes),
            "msg" if ending == "msg" => seeds.push(bytes),
            "rtf" if ending == "rtf" => seeds.push(without_pictures(&bytes)),
            "office" => seeds.extend(parts(&bytes)),
            "pdf" if ending == "pdf" => {
                seeds.extend([bytes.clone(), unpacked(&bytes)].into_iter().filter(|s| s.len() < 200_000));
            }
            "pdf_page" if ending == "pdf" => seeds.extend(contents(&bytes)),
            "language" | "text" if ending == "md" => seeds.extend(fences(&bytes)),
            "settings" if ending == "md" => seeds.extend(settings(&bytes)),
            "document" if bytes.len() <= LONGEST && path.contains("/tests/") => seeds.push(bytes),
            _ => {}
        }
    }
    if let "language" | "text" = target {
        seeds.extend(REPEATED.map(|(_, unit)| start(unit.repeat(TIMES).as_bytes()).to_vec()));
    }
    let own = root().join("fuzz/seeds").join(target);
    if own.is_dir() {
        for entry in fs::read_dir(own)? {
            seeds.push(fs::read(entry?.path())?);
        }
    }
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(number.to_string()), seed)?;
    }
    Ok(dictionary(&seeds))
}

/// The project's example tenders, broken files, rules' pages and documentation.
fn files() -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = vec![];
    for folder in ["tests/packs", "tests/damaged", "src/barriers", "docs"] {
        for entry in WalkDir::new(root().join(folder)).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                files.push((entry.path().to_string_lossy().into_owned(), fs::read(entry.path())?));
            }
        }
    }
    Ok(files)
}

fn start(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(LONGEST)]
}

/// The XML of an archive that is one document, as the target `office` takes it.
fn parts(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = Archive::open(bytes).ok()?;
    if archive.kind() == Kind::Pack {
        return None;
    }
    let mut seed = vec![];
    for path in archive.paths() {
        let text = archive.read(&path).filter(|_| !path.contains("media/") && !path.contains("theme"));
        let Some(text) = text.filter(|text| std::str::from_utf8(&text.bytes).is_ok()) else { continue };
        seed.push(0x1E);
        seed.extend(path.bytes());
        seed.push(b'\n');
        seed.extend_from_slice(&start(&text.bytes)[..text.bytes.len().min(LONGEST / 3)]);
    }
    Some(seed)
}

/// A part of an archive; cut where it is long, since readers bear that.
fn part_of(bytes: &[u8], path: &str) -> Option<Vec<u8>> {
    let part = Archive::open(bytes).ok()?.read(path)?;
    Some(part.bytes[..part.bytes.len().min(2 * LONGEST)].to_vec())
}

/// An `OpenDocument` file as one file of XML.
fn flat(bytes: &[u8], kind: &str) -> Option<Vec<u8>> {
    let content = String::from_utf8_lossy(&part_of(bytes, "content.xml")?).into_owned();
    let root = format!("office:document office:mimetype=\"application/vnd.oasis.opendocument.{kind}\"");
    let content = content.replacen("office:document-content", &root, 1);
    Some(content.replace("office:document-content", "office:document").into_bytes())
}

/// The sheets of a workbook with its styles and shared texts, as the target `xlsx` takes them.
fn sheets(bytes: &[u8]) -> Vec<Vec<u8>> {
    let part = |path: &str| part_of(bytes, path).unwrap_or_default();
    let numbered = (1..).map(|number| part(&format!("xl/worksheets/sheet{number}.xml")));
    let sheets = numbered.take_while(|sheet| !sheet.is_empty());
    sheets.map(|sheet| [sheet, part("xl/styles.xml"), part("xl/sharedStrings.xml")].join(&0x1E)).collect()
}

/// RTF as far as its text goes: tables of fonts and styles before it, no more of it than is quick.
fn without_pictures(bytes: &[u8]) -> Vec<u8> {
    const TEXT: &[u8] = b"\\pard";
    let text = bytes.windows(TEXT.len()).position(|w| w == TEXT).unwrap_or(0);
    [start(&bytes[..text]), start(&bytes[text..])].concat()
}

/// The streams of a PDF that inflate: where each stands with the words `stream` and `endstream`, and what is in it.
fn streams(bytes: &[u8]) -> Vec<(usize, usize, Vec<u8>)> {
    let find =
        |from: usize, needle: &[u8]| bytes[from..].windows(needle.len()).position(|w| w == needle).map(|at| from + at);
    let (mut found, mut from) = (vec![], 0);
    while let Some(at) = find(from, b"stream") {
        let Some(end) = find(at + 6, b"endstream") else { break };
        let data = bytes[at + 6..end].trim_ascii_start();
        let mut inflated = vec![];
        if ZlibDecoder::new(data).read_to_end(&mut inflated).is_ok() {
            found.push((at, end, inflated));
        }
        from = end + 9;
    }
    found
}

/// A PDF with its streams inflated. Where they are is no longer as its table says, which readers have to bear.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut from) = (vec![], 0);
    for (at, end, inflated) in streams(bytes).into_iter().filter(|(.., inflated)| inflated.len() < LONGEST) {
        let head = String::from_utf8_lossy(&bytes[from..at]).into_owned();
        out.extend(head.replace("/Filter/FlateDecode", "").replace("/Filter /FlateDecode", "").bytes());
        out.extend_from_slice(b"stream\n");
        out.extend(inflated);
        from = end;
    }
    out.extend_from_slice(&bytes[from..]);
    out
}

/// What the pages of a PDF draw.
fn contents(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = |stream: &Vec<u8>| stream.windows(3).any(|w| w == b"BT " || w == b"BT\n") && stream.len() < LONGEST;
    streams(bytes).into_iter().map(|(.., inflated)| inflated).filter(text).take(4).collect()
}

/// The examples of a rule's page.
fn fences(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let examples = text.split("```").skip(1).step_by(2).filter_map(|fence| fence.split_once('\n'));
    examples
        .filter(|(kind, _)| kind.contains("found") || kind.contains("silent"))
        .map(|(_, text)| text.into())
        .collect()
}

/// The settings of a page, as JSON.
fn settings(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let examples = text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let json = |text: &str| serde_json::to_vec(&toml::from_str::<toml::Value>(text).ok()?).ok();
    examples.filter_map(json).collect()
}

fn dictionary(seeds: &[Vec<u8>]) -> String {
    let mut counts: HashMap<&[u8], usize> = HashMap::new();
    let of_word = |byte: &u8| byte.is_ascii_alphanumeric() || b":/_-".contains(byte);
    for word in seeds.iter().flat_map(|seed| seed.split(move |byte| !of_word(byte))) {
        if (2..=24).contains(&word.len()) && word.is_ascii() {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
    let lines = words.iter().take(WORDS).map(|(word, _)| format!("\"{}\"", String::from_utf8_lossy(word)));
    lines.collect::<Vec<_>>().join("\n")
}
