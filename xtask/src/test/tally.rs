//! Counts test results.

use crate::shell::{Done, Failure};
use std::time::Instant;

/// The results of a group of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    /// Skipped because the cloud under test cannot do it.
    pub skipped: u32,
}

impl Counts {
    /// Parses `passed failed skipped`, three numbers.
    pub fn read(text: &str) -> Option<Self> {
        let numbers: Vec<u32> = text.split_whitespace().map_while(|word| word.parse().ok()).collect();
        let [passed, failed, skipped] = numbers.as_slice() else { return None };
        Some(Self { passed: *passed, failed: *failed, skipped: *skipped })
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The results of a run.
#[derive(Debug, Default)]
pub struct Tally {
    sum: Counts,
    /// One line per group, for the summary.
    lines: Vec<String>,
}

impl Tally {
    /// Runs a check that passes or fails as a whole. A failure is printed and counted, and the run continues.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Done) -> bool {
        self.group(name, || work().map(|()| Counts { passed: 1, ..Counts::default() }))
    }

    /// Runs tests that return their counts.
    pub fn group(&mut self, name: &str, work: impl FnOnce() -> Done<Counts>) -> bool {
        println!("\n── {name}");
        let start = Instant::now();
        let counts = work().unwrap_or_else(|failure| failed(&failure));
        self.sum += counts;
        let skipped = if counts.skipped > 0 { format!(", {} skipped", counts.skipped) } else { String::new() };
        let mark = if counts.failed == 0 { "✓" } else { "✗" };
        let took = start.elapsed().as_secs_f64();
        let line = format!("{mark} {name}: {} passed, {} failed{skipped} ({took:.0} s)", counts.passed, counts.failed);
        println!("{line}");
        self.lines.push(line);
        counts.failed == 0
    }

    /// Whether nothing failed, and something was tested.
    pub fn is_good(&self) -> bool {
        self.sum.failed == 0 && self.sum.passed > 0
    }

    /// Prints the summary; CI reads its last line.
    pub fn print(&self) {
        println!("\n{}\n", self.lines.join("\n"));
        println!("{} passed, {} failed", self.sum.passed, self.sum.failed);
    }
}

fn failed(failure: &Failure) -> Counts {
    println!("{failure}");
    Counts { failed: 1, ..Counts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reporters_write() {
        assert_eq!(Counts::read("10 1 2\n"), Some(Counts { passed: 10, failed: 1, skipped: 2 }));
        for broken in ["", "10", "10 1 x", "1 2 3 4"] {
            assert_eq!(Counts::read(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn a_failed_step_counts_and_the_run_goes_on() {
        let mut tally = Tally::default();
        assert!(!tally.is_good(), "nothing tested is not good");
        assert!(tally.step("good", || Ok(())));
        assert!(tally.is_good());
        assert!(!tally.step("bad", || Err(Failure::new("on purpose"))));
        assert!(tally.group("many", || Ok(Counts { passed: 5, failed: 0, skipped: 1 })));
        assert_eq!(tally.sum, Counts { passed: 6, failed: 1, skipped: 1 });
        assert!(!tally.is_good());
    }
}
