//! The tests run by Cargo.

use super::tally::Counts;
use crate::shell::{self, Done};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// Which packages.
pub enum Of<'a> {
    /// All packages.
    All,
    These(&'a [&'a str]),
}

/// Runs all tests, or those whose name contains the filter.
pub fn run(of: Of, filter: Option<&str>) -> Done<Counts> {
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
    let mut counts = Counts::default();
    for line in child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(Result::ok) {
        println!("{line}");
        counts += counts_in(&line);
    }
    let status = child.wait().map_err(start)?;
    if !status.success() && counts.failed == 0 {
        return Err(super::ended_badly("cargo test"));
    }
    Ok(counts)
}

/// Parses `test result: ok. 12 passed; 0 failed; 0 ignored; …`; zero for any other line.
fn counts_in(line: &str) -> Counts {
    let Some(result) = line.strip_prefix("test result: ") else { return Counts::default() };
    let number = |word: &str| {
        let part = result.split(['.', ';']).find_map(|part| part.trim().strip_suffix(word));
        part.and_then(|part| part.trim().parse().ok()).unwrap_or(0)
    };
    Counts { passed: number("passed"), failed: number("failed"), skipped: number("ignored") }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let counts = counts_in(line);
            assert_eq!((counts.passed, counts.failed, counts.skipped), expect, "{line}");
        }
    }
}
