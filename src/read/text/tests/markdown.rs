//! Markdown in, blocks out.

use super::line;
use crate::read::text::{is_markdown, read_markdown};

fn markdown_of(text: &str) -> Vec<String> {
    read_markdown("tender.md", text.as_bytes()).blocks.iter().map(line).collect()
}

#[test]
fn markdown_is_read_by_its_marks() {
    let text = "\
<!-- draft -->
# 1. Meals at home

Anytown **wants** a provider of
[meals](https://example.org/meals) at home.[^cost]

**Value:** £120,000  
**Closing date:** 1 May 2026

Insurance
---------

1. Public liability of £2m
   for each claim
2. Others:
   - vehicles
   * food

| Cover  | Amount  |
|--------|--------:|
| Public | **£2m** |

> Quotes are paragraphs.

```
code stays
on its lines
```

***

**How to bid**

By post.

[^cost]: Free for those who cannot pay.
";
    assert_eq!(
        markdown_of(text),
        [
            "h1 [1.] Meals at home",
            "p Anytown wants a provider of meals at home.",
            "note [cost] Free for those who cannot pay.",
            "<Value> Value: £120,000",
            "<Closing date> Closing date: 1 May 2026",
            "h2 Insurance",
            "li0 [1.] Public liability of £2m for each claim",
            "li0 [2.] Others:",
            "li1 [-] vehicles",
            "li1 [*] food",
            "t0h Cover | Amount",
            "t0 Public | £2m",
            "p Quotes are paragraphs.",
            "p code stays / on its lines",
            "h7 How to bid",
            "p By post.",
        ]
    );
}

#[test]
fn markdown_is_told_from_text() {
    assert!(is_markdown("", b"# Meals\n\n## Price\n"));
    assert!(is_markdown("", b"# Meals\n\n[terms](https://example.org)\n"));
    assert!(!is_markdown("", b"# a note\nMeals at home: **bold** claims\n#5 is a number\n"));
}
