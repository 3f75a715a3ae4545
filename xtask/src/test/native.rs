//! The tests run by Cargo.

use super::tally::Results;
use crate::shell::{self, Done};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// How many lines of a failed test's output are repeated in the summary.
const ERROR_LINES: usize = 6;

/// Which packages.
pub enum Of<'a> {
    /// All packages.
    All,
    These(&'a [&'a str]),
}

/// Runs all tests, or those whose name contains the filter.
pub fn run(of: Of, filter: Option<&str>) -> Done<Results> {
    let mut command = shell::cargo();
    command.args(["test", "--locked", "--quiet", "--no-fail-fast"]);
    match of {
        // Without the app: compiling Leptos natively takes minutes, and it has no native tests.
        Of::All => command.args(["--workspace", "--exclude", "maru"]),
        Of::These(packages) => command.args(packages.iter().flat_map(|package| ["--package", package])),
    };
    command.args(filter).stdout(Stdio::piped());
    let start = |error| shell::Failure::new(format!("cargo test cannot be started: {error}"));
    let mut child = command.spawn().map_err(start)?;
    let mut output = Output::default();
    for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(Result::ok) {
        println!("{line}");
        output.line(&line);
    }
    let status = child.wait().map_err(start)?;
    if !status.success() && output.results.failed == 0 {
        return Err(super::ended_badly("cargo test"));
    }
    Ok(output.results)
}

/// What `cargo test` has printed so far.
#[derive(Default)]
struct Output {
    results: Results,
    /// How many more lines belong to the last failure.
    wanted: usize,
}

impl Output {
    /// Reads `---- NAME stdout ----` with the panic's message below it (or, if the test returned an error, its output), and
    /// `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
    fn line(&mut self, line: &str) {
        let Results { passed, failed, skipped, failures } = &mut self.results;
        if let Some(name) = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----")) {
            failures.push(name.to_owned());
            self.wanted = ERROR_LINES;
        } else if line == "failures:" || line == "stack backtrace:" {
            self.wanted = 0;
        } else if let Some(result) = line.strip_prefix("test result: ") {
            let number = |word: &str| {
                let part = result.split(['.', ';']).find_map(|part| part.trim().strip_suffix(word));
                part.and_then(|part| part.trim().parse().ok()).unwrap_or(0)
            };
            *passed += number("passed");
            *failed += number("failed");
            *skipped += number("ignored");
        } else if let Some(failure) = failures.last_mut() {
            if let Some((_, place)) = line.strip_prefix("thread '").and_then(|rest| rest.split_once(" panicked at ")) {
                // What the test printed before is of less use than the message.
                failure.truncate(failure.find('\n').unwrap_or(failure.len()));
                failure.push_str(&format!(" ({})", place.trim_end_matches(':')));
                self.wanted = ERROR_LINES;
            } else if self.wanted > 0 && !line.trim().is_empty() {
                failure.push_str(&format!("\n  {line}"));
                self.wanted -= 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Results {
        let mut output = Output::default();
        text.lines().for_each(|line| output.line(line));
        output.results
    }

    #[test]
    fn closing_lines_of_cargo() {
        for (line, expect) in [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
                (12, 0, 1),
            ),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured", (3, 2, 0)),
            ("running 12 tests", (0, 0, 0)),
            ("", (0, 0, 0)),
        ] {
            let Results { passed, failed, skipped, .. } = read(line);
            assert_eq!((passed, failed, skipped), expect, "{line}");
        }
    }

    #[test]
    fn the_tests_that_failed() {
        let text = "running 3 tests\n\nfailures:\n\n---- a::b stdout ----\nprinted\n\n\
            thread 'a::b' (12) panicked at src/a.rs:12:5:\nleft is not right\nstack backtrace:\n   0: rust\n\n\
            ---- c stdout ----\nError: Empty\n\nfailures:\n    a::b\n    c\n\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored";
        let expect = ["a::b (src/a.rs:12:5)\n  left is not right", "c\n  Error: Empty"];
        assert_eq!(read(text).failures, expect);
    }
}
