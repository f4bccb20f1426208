//! Shows how the grammar sees a text: `cargo run --example passages -- "Payment terms are 60 days."`

use tender_check::language::reading::Reading;

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    let document = tender_check::read::read("argument.md", text.as_bytes());
    let reading = Reading::new(&document, 0, tender_check::lexicon());
    for passage in reading.passages(0..document.blocks.len()) {
        println!("{}", passage.text());
        for hit in passage.all_hits() {
            println!("    {:?} families {:b}", passage.slice(&hit.range()), hit.families);
        }
        for quantity in passage.quantities() {
            println!("    {:?} {:?}", passage.slice(&quantity.range()), quantity.what);
        }
    }
}
