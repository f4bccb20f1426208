//! Tenders of any length, made from the example tenders by repetition with variation.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use walkdir::WalkDir;

use crate::tool::{root, target};

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
    tender.truncate(tender.floor_char_boundary(size));
    let path = target().join(format!("bench/tender-{}-kB.txt", size / 1000));
    fs::create_dir_all(target().join("bench"))?;
    fs::write(&path, tender)?;
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
    fn sums_differ_and_all_else_stays() {
        assert_eq!(varied("4.2 Cover of £10m, £ 9,000 and 30 days.", 1), "4.2 Cover of £20m, £ 1,000 and 30 days.");
        assert_eq!(varied("£500,000", 0), "£500,000");
    }
}
