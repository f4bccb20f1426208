//! Parts of pages that commands write, between `<!-- measured: NAME -->` and `<!-- end -->`.

use std::fs;

use anyhow::{Context, Result};

use crate::tool::root;

const END: &str = "<!-- end -->\n";

/// Puts a text into a page, in place of the last one of this name.
pub fn put(page: &str, name: &str, text: &str) -> Result<()> {
    let path = root().join(page);
    let old = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let new = replaced(&old, name, text).with_context(|| format!("{page} has no place for {name}"))?;
    Ok(fs::write(path, new)?)
}

/// The page with this text in that place.
pub fn replaced(page: &str, name: &str, text: &str) -> Option<String> {
    let start = format!("<!-- measured: {name} -->\n");
    let (before, rest) = page.split_once(&start)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{start}\n{}\n\n{END}{after}", text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn what_stands_between_the_marks_is_replaced() {
        let page = "a\n<!-- measured: x -->\nold\n<!-- end -->\nb\n<!-- measured: y -->\n<!-- end -->\n";
        let put = "a\n<!-- measured: x -->\n\nnew\n\n<!-- end -->\nb\n<!-- measured: y -->\n<!-- end -->\n";
        assert_eq!(replaced(page, "x", "new\n").as_deref(), Some(put));
        assert_eq!(replaced(put, "x", "new").as_deref(), Some(put));
        assert_eq!(replaced(page, "z", "new"), None);
    }
}
