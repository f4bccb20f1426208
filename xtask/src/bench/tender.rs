//! Tenders of any length, made from the example tenders by repetition with variation.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use walkdir::{DirEntry, WalkDir};

use crate::tool::{command, root, run, target};

/// Bytes of a hundred pages of tender text.
pub const HUNDRED_PAGES: usize = 300_000;

/// Writes a text of so many bytes below `target` and gives its path.
pub fn make(size: usize) -> Result<PathBuf> {
    let packs = WalkDir::new(root().join("tests/packs")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let texts =
        packs.filter(|e| e.path().parent().is_some_and(|folder| folder.ends_with("text")) && e.file_type().is_file());
    let texts = texts.map(|e| fs::read_to_string(e.path())).collect::<Result<Vec<_>, _>>()?;
    let mut tender = String::with_capacity(size + texts[0].len());
    for (number, text) in texts.iter().cycle().enumerate() {
        writeln!(tender, "Part {}\n\n{}", number + 1, varied(text, number / texts.len()))?;
        if tender.len() >= size {
            break;
        }
    }
    write(tender, size, "tender")
}

/// Writes a text of so many bytes into a file of a Word processor or a PDF, by its ending, and gives its path.
pub fn in_file(size: usize, ending: &str) -> Result<PathBuf> {
    let text = make(size)?;
    let file = text.with_extension(ending);
    run(command("node", &["tests/bench/in-file.mjs"]).arg(text).arg(&file))?;
    Ok(file)
}

/// Writes a text of so many bytes made of the texts in a folder, evenly from all of them, and gives its path.
pub fn of_folder(folder: &Path, size: usize) -> Result<PathBuf> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let text = |entry: &DirEntry| entry.path().extension().is_some_and(|ending| ending == "txt");
    let texts: Vec<_> = files.filter(text).map(|entry| fs::read_to_string(entry.path())).collect::<Result<_, _>>()?;
    let whole: usize = texts.iter().map(String::len).sum();
    ensure!(whole >= size, "{} holds {whole} bytes of text, of {size} that are needed", folder.display());
    let some: Vec<&str> = texts.iter().step_by(whole / size).map(String::as_str).collect();
    let mut tender = some.join("\n\n");
    // Every so many-th may be shorter than the others.
    for text in &texts {
        if tender.len() < size {
            tender.push_str(text);
        }
    }
    write(tender, size, "real")
}

/// Writes a text of so many bytes that says one thing again and again, and gives its path.
pub fn repeated(unit: &str, size: usize) -> Result<PathBuf> {
    let name: String = unit.chars().filter(char::is_ascii_alphabetic).take(20).collect();
    write(unit.repeat(size / unit.len() + 1), size, &name)
}

fn write(mut text: String, size: usize, name: &str) -> Result<PathBuf> {
    text.truncate(text.floor_char_boundary(size));
    let path = target().join(format!("bench/{name}-{}-kB.txt", size / 1000));
    fs::create_dir_all(target().join("bench"))?;
    fs::write(&path, text)?;
    Ok(path)
}

/// The text with other sums of money: the first figure of each goes up by `step`, from 9 back to 1.
fn varied(text: &str, step: usize) -> String {
    let mut sum = false;
    let digit = |c: char| (c as u8 - b'1') as usize;
    text.chars()
        .map(|c| match c {
            '£' => {
                sum = true;
                c
            }
            '1'..='9' if sum => {
                sum = false;
                (b'1' + ((digit(c) + step) % 9) as u8) as char
            }
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::varied;

    #[test]
    fn the_text_is_as_long_as_is_said() {
        let size = super::HUNDRED_PAGES;
        let text = std::fs::read_to_string(super::make(size).unwrap()).unwrap();
        assert!(text.len() <= size && text.len() > size - 4, "{}", text.len());
        assert!(text.starts_with("Part 1\n\n") && text.contains("\nPart 20\n\n"));
    }

    #[test]
    fn a_text_is_made_of_a_folder_or_the_folder_is_too_small() {
        let folder = crate::tool::root().join("tests/packs");
        let made = super::of_folder(&folder, 20_000).unwrap();
        let length = std::fs::read(made).unwrap().len();
        assert!((19_997..=20_000).contains(&length), "{length}");
        assert!(super::of_folder(&folder, 1 << 30).is_err());
    }

    #[test]
    fn sums_differ_and_all_else_stays() {
        assert_eq!(varied("4.2 Cover of £10m, £ 9,000 and 30 days.", 1), "4.2 Cover of £20m, £ 1,000 and 30 days.");
        assert_eq!(varied("£500,000", 0), "£500,000");
    }
}
