//! Collects test results.

use crate::shell::Done;
use std::time::Instant;

/// The results of a group of tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    pub passed: u32,
    pub failed: u32,
    /// Skipped because the cloud under test cannot do it.
    pub skipped: u32,
    /// What failed: the first line of each is its name and place, the others its error.
    pub failures: Vec<String>,
}

impl Results {
    /// One check that failed.
    pub fn failure(text: String) -> Self {
        Self { failed: 1, failures: vec![text], ..Self::default() }
    }

    /// Parses what a test runner wrote: `passed failed skipped`, then each failure from a line that is not indented, with its
    /// indented lines.
    pub fn read(text: &str) -> Option<Self> {
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let numbers: Vec<u32> = first.split_whitespace().map_while(|word| word.parse().ok()).collect();
        let [passed, failed, skipped] = numbers.as_slice() else { return None };
        let mut failures: Vec<String> = Vec::new();
        for line in rest.lines().filter(|line| !line.is_empty()) {
            match failures.last_mut() {
                Some(last) if line.starts_with(' ') => *last = format!("{last}\n{line}"),
                _ => failures.push(line.to_owned()),
            }
        }
        Some(Self { passed: *passed, failed: *failed, skipped: *skipped, failures })
    }
}

impl std::ops::AddAssign for Results {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
    }
}

/// Above this, only the names of failures are printed again: CI keeps no more than the end of the output.
const IN_FULL_MAX: usize = 20;

/// The results of a run.
#[derive(Debug, Default)]
pub struct Tally {
    sum: Results,
    /// One line per group, for the summary.
    lines: Vec<String>,
}

impl Tally {
    /// Runs a check that passes or fails as a whole. A failure is printed and counted, and the run continues.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Done) -> bool {
        self.group(name, || work().map(|()| Results { passed: 1, ..Results::default() }))
    }

    /// Runs tests that return their counts.
    pub fn group(&mut self, name: &str, work: impl FnOnce() -> Done<Results>) -> bool {
        println!("\n── {name}");
        let (start, known) = (Instant::now(), self.sum.failures.len());
        let results = work().unwrap_or_else(|failure| {
            println!("{failure}");
            Results::failure(failure.to_string())
        });
        let good = results.failed == 0;
        let skipped = if results.skipped > 0 { format!(", {} skipped", results.skipped) } else { String::new() };
        let mark = if good { "✓" } else { "✗" };
        let took = start.elapsed().as_secs_f64();
        let line =
            format!("{mark} {name}: {} passed, {} failed{skipped} ({took:.0} s)", results.passed, results.failed);
        println!("{line}");
        self.lines.push(line);
        self.sum += results;
        self.sum.failures.iter_mut().skip(known).for_each(|failure| *failure = format!("✗ {name}: {failure}"));
        good
    }

    /// Whether nothing failed, and something was tested.
    pub fn is_good(&self) -> bool {
        self.sum.failed == 0 && self.sum.passed > 0
    }

    /// Prints the summary.
    pub fn print(&self) {
        println!("{}", self.summary());
    }

    /// A line for each group, then everything that failed, then the sum: CI shows only the end of the output, and reads its
    /// last line.
    fn summary(&self) -> String {
        let Results { passed, failed, failures, .. } = &self.sum;
        let in_full = failures.len() <= IN_FULL_MAX;
        let shown = failures.iter().map(|failure| if in_full { failure } else { failure.lines().next().unwrap_or("") });
        let failures: String = shown.map(|failure| format!("{failure}\n")).collect();
        let parts = [&self.lines.join("\n"), failures.trim_end(), &format!("{passed} passed, {failed} failed")];
        format!("\n{}", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::Failure;

    #[test]
    fn what_the_reporters_write() {
        let check = |text: &str, failures: &[&str]| {
            let failures = failures.iter().map(|failure| (*failure).to_owned()).collect();
            let expect = Results { passed: 10, failed: 1, skipped: 2, failures };
            assert_eq!(Results::read(text), Some(expect), "{text:?}");
        };
        check("10 1 2\n", &[]);
        check("10 1 2\na › b\n  why\n\n  at c:1\nd\n", &["a › b\n  why\n  at c:1", "d"]);
        for broken in ["", "10", "10 1 x", "1 2 3 4"] {
            assert_eq!(Results::read(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn a_failed_step_counts_and_the_run_goes_on() {
        let mut tally = Tally::default();
        assert!(!tally.is_good(), "nothing tested is not good");
        assert!(tally.step("good", || Ok(())));
        assert!(tally.is_good());
        assert!(!tally.step("bad", || Err(Failure::new("on purpose"))));
        assert!(tally.group("many", || Ok(Results { passed: 5, skipped: 1, ..Results::default() })));
        assert_eq!((tally.sum.passed, tally.sum.failed, tally.sum.skipped), (6, 1, 1));
        assert!(!tally.is_good());
    }

    #[test]
    fn failures_are_last_in_the_summary_before_the_sum() {
        let mut tally = Tally::default();
        tally.group("some", || Ok(Results { passed: 3, ..Results::failure("a.spec.ts:1 › b\n  why".into()) }));
        assert!(tally.summary().ends_with("\n\n✗ some: a.spec.ts:1 › b\n  why\n\n3 passed, 1 failed"));
        let many = (0..30).map(|n| format!("{n}\n  why")).collect();
        tally.group("many", || Ok(Results { failed: 30, failures: many, ..Results::default() }));
        assert!(tally.summary().ends_with("\n✗ many: 28\n✗ many: 29\n\n3 passed, 31 failed"));
    }
}
