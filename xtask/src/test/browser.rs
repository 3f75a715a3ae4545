//! The tests in a real browser: Playwright, on what `dist` built, behind the real gateway.

use super::tally::Counts;
use crate::args::Test;
use crate::paths;
use crate::shell::{self, Done};
use std::path::Path;

/// Lets Playwright loose; each of its workers starts a gateway of its own (tests/e2e/support/gateway.ts).
pub fn run(options: &Test, chromium: &Path) -> Done<Counts> {
    let tally = super::scratch_file("browser-tests")?;
    let _ = std::fs::remove_file(&tally);
    let mut command = shell::in_root("playwright");
    command.arg("test").current_dir(paths::tests());
    if let Some(filter) = &options.filter {
        command.args(["--grep", filter, "--pass-with-no-tests"]);
    }
    command.env("MARU_GATEWAY", paths::target().join("release/maru-gateway")).env("MARU_SITE", paths::dist());
    command.env("MARU_CHROMIUM", chromium).env("MARU_TALLY", &tally);
    if let Some(file) = &options.cloud {
        command.env("MARU_CLOUD", shell::io(Path::new(file), std::path::absolute(file))?);
    }
    let ended = shell::run(&mut command);
    // Written by tests/tally.ts when Playwright comes to its end.
    let counts = std::fs::read_to_string(&tally).ok().and_then(|text| read(&text));
    match (counts, ended) {
        (Some(counts), Ok(())) => Ok(counts),
        (Some(counts), Err(_)) if counts.failed > 0 => Ok(counts),
        (_, Err(failure)) => Err(failure),
        (None, Ok(())) => Err(super::ended_badly("Playwright")),
    }
}

/// `passed failed skipped`, three numbers.
fn read(text: &str) -> Option<Counts> {
    let numbers: Vec<u32> = text.split_whitespace().map_while(|word| word.parse().ok()).collect();
    let [passed, failed, skipped] = numbers.as_slice() else { return None };
    Some(Counts { passed: *passed, failed: *failed, skipped: *skipped })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reporter_writes() {
        assert_eq!(read("10 1 2\n"), Some(Counts { passed: 10, failed: 1, skipped: 2 }));
        for broken in ["", "10", "10 1 x", "1 2 3 4"] {
            assert_eq!(read(broken), None, "{broken:?}");
        }
    }
}
