//! Turns the rule pages and the law's tables into Rust data.

fn main() {}
