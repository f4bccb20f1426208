//! How the blocks of a document hang together.

use super::{Block, Document, Kind};
use crate::list::Listed;
use crate::order;
use crate::read::structure::is_name;

/// What stands above each block: its headings, the block that introduces it, the head row of its table.
///
/// Made once for a document by [`Document::outline`]; every answer is the index of an earlier block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The heading paths that occur; the first is the empty one.
    paths: Vec<Vec<usize>>,
    /// For each block the place of its path in `paths`.
    sections: Vec<usize>,
    /// For each block what introduces it.
    leads: Vec<Option<usize>>,
    /// For each row its head row.
    heads: Vec<Option<usize>>,
}

impl Document {
    /// How the blocks hang together.
    ///
    /// ```
    /// use tender_check::document::{Block, Document, Format, Kind};
    ///
    /// let blocks = vec![
    ///     Block::new(Kind::Heading { level: 1 }, "Insurance"),
    ///     Block::new(Kind::Paragraph, "The supplier must hold:"),
    ///     Block::new(Kind::ListItem { level: 0 }, "public liability cover of £5m"),
    /// ];
    /// let document =
    ///     Document { name: "terms.txt".into(), format: Format::Text, pages: None, blocks, unread: vec![] };
    /// let outline = document.outline();
    /// assert_eq!(outline.section(2), [0]);
    /// assert_eq!(outline.lead_in(2), Some(1));
    /// ```
    pub fn outline(&self) -> Outline {
        Outline::new(&self.blocks)
    }
}

impl Outline {
    fn new(blocks: &[Block]) -> Self {
        let mut paths = vec![vec![]];
        let mut headings: Vec<(u8, usize)> = vec![];
        let mut sections = Vec::with_capacity(blocks.len());
        let mut leads = Vec::with_capacity(blocks.len());
        let mut heads = Vec::with_capacity(blocks.len());
        let mut open = Leads::default();
        // In order of their numbers.
        let mut tables: Vec<(u32, Table)> = vec![];
        let mut before = None;
        let repeated = repeated_headings(blocks);
        for (i, block) in blocks.iter().enumerate() {
            if let Kind::Heading { level } = block.kind {
                // Notices repeat the same headings for each lot, at the level of the lot's own.
                let lot = headings.iter().any(|&(l, h)| l == level && is_lot(&blocks[h]));
                let level =
                    level + u8::from(lot && !is_lot(block) && repeated.binary_search(&block.text.as_str()).is_ok());
                while headings.last().is_some_and(|&(l, _)| l >= level) {
                    headings.pop();
                }
                paths.push(headings.iter().map(|h| h.1).listed());
                sections.push(paths.len() - 1);
                headings.push((level, i));
                paths.push(headings.iter().map(|h| h.1).listed());
            } else {
                sections.push(paths.len() - 1);
            }
            if let Kind::Row { table, head, .. } = block.kind {
                let lead = before.filter(|&b| introduces(&blocks[b]));
                // Formats without marks for heads: a first row of nothing but words names the columns.
                let figure = |cell: &str| cell.trim().starts_with(|c: char| c.is_ascii_digit() || c == '£');
                let words = block.text.as_bytes().contains(&b'\t') && !block.text.split('\t').any(figure);
                let first = words.then_some(i);
                let at = tables.binary_search_by(|known| known.0.cmp(&table)).unwrap_or_else(|at| {
                    tables.insert(at, (table, Table { lead, head: None, first }));
                    at
                });
                let known = &mut tables[at].1;
                leads.push(known.lead);
                heads.push(known.head.or(known.first.filter(|&first| first < i)));
                if head {
                    known.head = Some(i);
                }
            } else {
                let lead = open.next(i, block);
                leads.push(lead.or_else(|| before.filter(|&b| goes_on(&blocks[b], block))));
                heads.push(None);
            }
            // Notes and running heads stand where the page put them.
            if !matches!(block.kind, Kind::Header | Kind::Footer | Kind::Footnote) {
                before = Some(i);
            }
        }
        let mut outline = Self { paths, sections, leads, heads };
        outline.leave_lots(blocks);
        outline
    }

    /// Ends the section of the last lot where the notice goes on with fields that no other lot has.
    ///
    /// Notices give their lots between what concerns the whole contract, and no heading shows where the last one ends.
    fn leave_lots(&mut self, blocks: &[Block]) {
        let mut lots: Vec<usize> = (0..blocks.len()).filter(|&i| is_lot(&blocks[i])).listed();
        let Some(last) = lots.pop() else { return };
        let of_lot = |&i: &usize| self.section(i).iter().any(|heading| lots.binary_search(heading).is_ok());
        let shared = order::set((0..last).filter(of_lot).filter_map(|i| name(&blocks[i])));
        if shared.is_empty() {
            return;
        }
        let end = (last + 1..blocks.len()).find(|&i| !self.section(i).contains(&last)).unwrap_or(blocks.len());
        let is_shared = |i: usize| name(&blocks[i]).map(|name| shared.binary_search(&name).is_ok());
        let other = |i: &usize| is_shared(*i) == Some(false);
        let known = |i: &usize| is_shared(*i) == Some(true);
        // What looks like a field of its own may stand among those of the lot: from the end on most are of the whole.
        let ends = |start: &usize| (*start..end).filter(other).count() >= (*start..end).filter(known).count();
        // Up to the first field that others have too it is the lot that speaks.
        let own = (last + 1..end).find(known).unwrap_or(last);
        let Some(start) = (own + 1..end).filter(other).find(ends) else { return };
        // Blocks of one section follow each other.
        for sections in self.sections[start..end].chunk_by_mut(|a, b| a == b) {
            let path = self.paths[sections[0]].iter().copied().filter(|&heading| heading != last).listed();
            self.paths.push(path);
            sections.fill(self.paths.len() - 1);
        }
    }

    /// The headings above a block, outermost first; for a heading those above itself. Empty past the last block.
    pub fn section(&self, block: usize) -> &[usize] {
        self.sections.get(block).map_or(&[], |&path| &self.paths[path])
    }

    /// The block that introduces this one: for an inner list item the outer item, for an outer item the paragraph,
    /// field or heading before the list, for a short paragraph the paragraph before that ends with a colon, for the
    /// rows of a table the block before the table that ends with a colon, for a field that goes on with the field
    /// before ("Financial standing - minimum level" after "Financial standing") that field.
    pub fn lead_in(&self, block: usize) -> Option<usize> {
        self.leads.get(block).copied().flatten()
    }

    /// The head row that names the columns of a row: the last one before it in the same table.
    /// Heads of more than one row are a chain: the head row's own `heads` is the one above it.
    pub fn heads(&self, block: usize) -> Option<usize> {
        self.heads.get(block).copied().flatten()
    }
}

/// The texts of headings that stand more than once.
fn repeated_headings(blocks: &[Block]) -> Vec<&str> {
    let headings = blocks.iter().filter(|b| matches!(b.kind, Kind::Heading { .. }));
    let mut texts: Vec<&str> = headings.map(|b| b.text.as_str()).listed();
    order::sort_by(&mut texts, Ord::cmp);
    texts.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).listed()
}

fn is_lot(block: &Block) -> bool {
    let mut words = block.text.split_whitespace();
    matches!(block.kind, Kind::Heading { .. })
        && words.next().is_some_and(|word| word.eq_ignore_ascii_case("lot"))
        && words.next().is_some_and(|word| word.len() < 6)
}

/// The name of a field, or of one whose value is the paragraphs below.
fn name(block: &Block) -> Option<&str> {
    match &block.kind {
        Kind::Field { name } => Some(name),
        Kind::Paragraph => block.text.strip_suffix(':').filter(|name| is_name(name)),
        _ => None,
    }
}

/// What stands above the rows of a table.
struct Table {
    lead: Option<usize>,
    head: Option<usize>,
    /// Its first row, where that may be its head though nothing says so.
    first: Option<usize>,
}

/// Whether a block introduces the table that follows it.
fn introduces(block: &Block) -> bool {
    matches!(block.kind, Kind::Paragraph | Kind::ListItem { .. } | Kind::Field { .. })
        && block.text.trim_end().ends_with(':')
}

/// Whether a field says more of what the field before it is about: its name is that name and more.
fn goes_on(before: &Block, block: &Block) -> bool {
    let (Kind::Field { name: first }, Kind::Field { name }) = (&before.kind, &block.kind) else { return false };
    let more = name.strip_prefix(first.as_str()).filter(|_| !first.is_empty());
    more.is_some_and(|more| more.trim_start().starts_with(['-', '–', '—', ':', '(']))
}

/// Finds lead-ins, going through the blocks in order.
#[derive(Default)]
struct Leads {
    /// The paragraph, field or heading that introduces the outermost items.
    intro: Option<usize>,
    /// The open items: level, block, and what introduces it.
    items: Vec<(u8, usize, Option<usize>)>,
    /// A plain paragraph since the last item.
    between: Option<usize>,
    /// A paragraph that ends with a colon, as long as it still introduces; whether it is a bare name.
    colon: Option<(usize, bool)>,
}

/// The most words of a paragraph that a line with a colon introduces; a longer one is a statement of its own.
const SHORT: usize = 25;
/// The most words of a line with a colon that is a bare name, such as "Additional information:".
const NAME: usize = 6;

impl Leads {
    fn next(&mut self, i: usize, block: &Block) -> Option<usize> {
        match block.kind {
            Kind::Heading { .. } | Kind::Field { .. } => {
                *self = Self { intro: Some(i), ..Self::default() };
                None
            }
            Kind::ListItem { level } => self.item(i, level, block.label.as_deref()),
            Kind::Paragraph => self.paragraph(i, block),
            Kind::Row { .. } | Kind::Header | Kind::Footer | Kind::Footnote => None,
        }
    }

    fn item(&mut self, i: usize, level: u8, label: Option<&str>) -> Option<usize> {
        while self.items.last().is_some_and(|item| item.0 > level) {
            self.items.pop();
        }
        let before = self.items.pop_if(|item| item.0 == level);
        let outer = self.items.last().map(|item| item.1);
        // After a plain paragraph "(c)" goes on with the list that was open; "(a)" or a bullet begins a new one.
        let counted = label.is_some_and(|l| l.contains(|c: char| c.is_ascii_alphanumeric()) && !is_first(l));
        let lead = match (self.between.take(), before) {
            (None, Some((.., lead))) => lead,
            (Some(_), Some((.., lead))) if counted => lead,
            (Some(paragraph), _) => Some(paragraph),
            (None, None) => outer.or(self.intro),
        };
        if outer.is_none() {
            self.intro = lead;
        }
        self.items.push((level, i, lead));
        lead
    }

    fn paragraph(&mut self, i: usize, block: &Block) -> Option<usize> {
        let text = block.text.trim_end();
        if let Some(words) = text.strip_suffix(':') {
            let lead = self.colon.filter(|&(_, name)| name).map(|(lead, _)| lead);
            let name = text.split_whitespace().nth(NAME).is_none() && is_name(words);
            *self = Self { intro: Some(i), colon: Some((i, name)), ..Self::default() };
            return lead;
        }
        if self.items.is_empty() {
            self.intro = Some(i);
        } else {
            self.between = Some(i);
        }
        let (lead, name) = self.colon?;
        let short = block.label.is_none() && text.split_whitespace().nth(SHORT).is_none();
        if short && self.items.is_empty() || name {
            return Some(lead);
        }
        self.colon = None;
        None
    }
}

/// Whether a label is the first of its list: `1`, `4.2.1`, `(a)`, `i.`.
fn is_first(label: &str) -> bool {
    let last = label.rsplit(|c: char| !c.is_ascii_alphanumeric()).find(|part| !part.is_empty());
    last.is_some_and(|part| matches!(part, "1" | "01" | "a" | "A" | "i" | "I"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Format;

    fn document(blocks: Vec<Block>) -> Document {
        Document { name: "a".into(), format: Format::Text, pages: None, blocks, unread: vec![] }
    }

    fn heading(level: u8, text: &str) -> Block {
        Block::new(Kind::Heading { level }, text)
    }

    fn item(level: u8, label: &str) -> Block {
        Block { label: Some(label.into()), ..Block::new(Kind::ListItem { level }, "an item") }
    }

    fn paragraph(text: &str) -> Block {
        Block::new(Kind::Paragraph, text)
    }

    fn row(table: u32, head: bool) -> Block {
        Block::new(Kind::Row { table, columns: vec![0], head }, "cell")
    }

    fn leads(blocks: &[Block]) -> Vec<Option<usize>> {
        let outline = document(blocks.to_vec()).outline();
        (0..blocks.len()).map(|i| outline.lead_in(i)).collect()
    }

    #[test]
    fn a_heading_closes_those_of_its_own_level_and_below() {
        let blocks = vec![
            heading(1, "Schedule 1"),
            heading(3, "Payment"),
            paragraph("We pay in 30 days."),
            heading(2, "Insurance"),
            paragraph("Hold it."),
            heading(1, "Schedule 2"),
        ];
        let outline = document(blocks).outline();
        let sections: Vec<_> = (0..6).map(|i| outline.section(i).to_vec()).collect();
        assert_eq!(sections, [vec![], vec![0], vec![0, 1], vec![0], vec![0, 3], vec![]]);
    }

    #[test]
    fn inner_items_have_the_outer_item_and_outer_ones_the_lead_in() {
        let blocks = vec![
            paragraph("The supplier must:"),
            item(0, "(a)"),
            item(1, "(i)"),
            item(1, "(ii)"),
            item(0, "(b)"),
            item(1, "(i)"),
        ];
        assert_eq!(leads(&blocks), [None, Some(0), Some(1), Some(1), Some(0), Some(4)]);
    }

    #[test]
    fn a_paragraph_inside_a_counted_list_does_not_take_it_over() {
        let blocks = vec![
            paragraph("The supplier must:"),
            item(0, "(a)"),
            paragraph("and this holds at all times."),
            item(0, "(b)"),
            paragraph("Bidders need:"),
            item(0, "\u{2022}"),
        ];
        assert_eq!(leads(&blocks), [None, Some(0), None, Some(0), None, Some(4)]);
    }

    #[test]
    fn a_paragraph_before_bullets_introduces_them() {
        let blocks = vec![paragraph("We want"), item(0, "-"), paragraph("Bidders need"), item(0, "-"), item(0, "-")];
        assert_eq!(leads(&blocks), [None, Some(0), None, Some(2), Some(2)]);
    }

    #[test]
    fn a_colon_introduces_short_paragraphs_up_to_a_long_one() {
        let long = "word ".repeat(40);
        let blocks = vec![
            paragraph("Each bidder is to hold the following kinds of cover:"),
            paragraph("Public liability £5m"),
            paragraph("Employer's liability £10m"),
            paragraph(&long),
            paragraph("After"),
        ];
        assert_eq!(leads(&blocks), [None, Some(0), Some(0), None, None]);
    }

    #[test]
    fn a_bare_name_introduces_up_to_the_next_field() {
        let field = Block::new(Kind::Field { name: "Title".into() }, "Cleaning");
        let blocks = vec![paragraph("Description:"), paragraph(&"word ".repeat(40)), field, paragraph("After")];
        assert_eq!(leads(&blocks), [None, Some(0), None, None]);
    }

    #[test]
    fn rows_have_the_last_head_row_of_their_own_table() {
        let rows = vec![row(0, true), row(0, true), row(1, true), row(0, false), row(1, false), row(2, false)];
        let outline = document(rows).outline();
        let heads: Vec<_> = (0..6).map(|i| outline.heads(i)).collect();
        assert_eq!(heads, [None, Some(0), None, Some(1), Some(2), None]);
    }

    #[test]
    fn rows_have_the_lead_in_of_their_table() {
        let note = Block::new(Kind::Footnote, "a note");
        let blocks =
            vec![paragraph("The levels are:"), note, row(0, true), row(0, false), heading(1, "b"), row(1, false)];
        assert_eq!(leads(&blocks), [None, None, Some(0), Some(0), None, None]);
    }

    #[test]
    fn a_field_that_goes_on_has_the_field_before() {
        let field = |name: &str| Block::new(Kind::Field { name: name.into() }, "text");
        let blocks = vec![field("Standing"), field("Standing - minimum level"), field("Stand"), field("Standing")];
        assert_eq!(leads(&blocks), [None, Some(0), None, None]);
    }

    #[test]
    fn the_last_lot_ends_at_a_field_that_no_other_lot_has() {
        let field = |name: &str| Block::new(Kind::Field { name: name.into() }, "text");
        let blocks = vec![
            field("Title"),
            heading(2, "Lot 1"),
            field("Value"),
            paragraph("Description:"),
            heading(2, "Lot 2: North"),
            paragraph("Description:"),
            paragraph("Meals"),
            field("Value"),
            field("Standing"),
            paragraph("Turnover"),
            field("Value"),
        ];
        let outline = document(blocks).outline();
        let sections: Vec<_> = (5..11).map(|i| outline.section(i).to_vec()).collect();
        assert_eq!(sections, [vec![4], vec![4], vec![4], vec![], vec![], vec![]]);
    }

    #[test]
    fn a_field_of_its_own_may_be_the_first_of_the_last_lot() {
        let field = |name: &str| Block::new(Kind::Field { name: name.into() }, "text");
        let blocks = vec![
            heading(2, "Lot 1"),
            field("Dates"),
            field("Value"),
            heading(2, "Lot 2"),
            field("Start"),
            field("Value"),
        ];
        let outline = document(blocks).outline();
        assert_eq!([4, 5].map(|i| outline.section(i).to_vec()), [vec![3], vec![3]]);
    }

    fn any_block() -> impl Strategy<Value = Block> {
        let kind = prop_oneof![
            any::<u8>().prop_map(|level| Kind::Heading { level }),
            any::<u8>().prop_map(|level| Kind::ListItem { level }),
            Just(Kind::Paragraph),
            (0..3u32, any::<bool>()).prop_map(|(table, head)| Kind::Row { table, columns: vec![0], head }),
            Just(Kind::Field { name: "Name".into() }),
            Just(Kind::Footnote),
        ];
        let label = prop::option::of(prop::sample::select(vec!["(a)", "(b)", "-", "1", ""]));
        let text = prop::sample::select(vec!["", "a:", "a b c d e f g h:", "text.", "Lot 1", "Lot 2"]);
        (kind, label, text)
            .prop_map(|(kind, label, text)| Block { label: label.map(Into::into), ..Block::new(kind, text) })
    }

    proptest! {
        #[test]
        fn answers_are_earlier_blocks_of_the_right_kind(blocks in prop::collection::vec(any_block(), 0..40)) {
            let outline = document(blocks.clone()).outline();
            for (i, block) in blocks.iter().enumerate() {
                prop_assert!(outline.section(i).iter().all(|&h| h < i));
                let heading = |&h: &usize| matches!(blocks[h].kind, Kind::Heading { .. });
                prop_assert!(outline.section(i).iter().all(heading));
                prop_assert!(outline.lead_in(i).is_none_or(|lead| lead < i));
                prop_assert!(outline.heads(i).is_none_or(|head| head < i));
                let row = matches!(block.kind, Kind::Row { .. });
                prop_assert!(row || outline.heads(i).is_none());
            }
        }
    }
}
