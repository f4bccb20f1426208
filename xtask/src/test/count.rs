//! How many tests a tool says passed and failed.

use std::io::{BufRead, BufReader};
use std::ops::Add;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// A step that is one check.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// A step that could not be carried out.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Reads a line of a tool: `test result: ok. 3 passed; 1 failed;` of Rust's, `3 passed (2s)` of Playwright's, `# pass 3`
    /// of Node's.
    fn of_line(line: &str) -> Self {
        let rest = line.trim_start();
        let rest = rest.strip_prefix("test result: ").map_or(rest, |r| r.split_once(". ").map_or(r, |(_, r)| r));
        let mut count = Self::default();
        let of_node = |word: &str| line.strip_prefix(word).and_then(|number| number.trim().parse().ok()).unwrap_or(0);
        count.passed += of_node("# pass ");
        count.failed += of_node("# fail ");
        for part in rest.split(';') {
            let mut words = part.split_whitespace();
            let Some(Ok(number)) = words.next().map(str::parse::<usize>) else { break };
            match words.next() {
                Some("passed") => count.passed += number,
                Some("failed") => count.failed += number,
                _ => {}
            }
        }
        count
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// Runs a command, shows its output and counts the tests that it tells of. A command that fails without telling
/// of a failed test counts as one that failed.
pub fn run_counted(command: &mut Command) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run {command:?}"))?;
    let output = child.stdout.take().context("no output to read")?;
    let mut count = Count::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count = count + Count::of_line(&line);
    }
    if !child.wait()?.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn lines_of_rust_playwright_and_node_are_counted_and_others_are_not() {
        let rust = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(Count::of_line(rust), Count { passed: 12, failed: 3 });
        assert_eq!(Count::of_line("  7 passed (4.2s)"), Count { passed: 7, failed: 0 });
        assert_eq!(Count::of_line("  1 failed"), Count { passed: 0, failed: 1 });
        assert_eq!(Count::of_line("# pass 5"), Count { passed: 5, failed: 0 });
        assert_eq!(Count::of_line("# fail 2"), Count { passed: 0, failed: 2 });
        assert_eq!(Count::of_line("# duration_ms 2 passed"), Count::default());
        assert_eq!(Count::of_line("  2 skipped"), Count::default());
        assert_eq!(Count::of_line("running 12 tests"), Count::default());
        assert_eq!(Count::of_line("It says that 3 passed"), Count::default());
    }
}
