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
    if options.filter.is_none() && options.cloud.is_none() {
        // Every row of the requirements has to be proved by what a test asserted the cloud received.
        command.env("MARU_PROVE", "1");
    }
    if let Some(file) = &options.cloud {
        let file = shell::io(Path::new(file), std::path::absolute(file))?;
        if options.filter.is_none() {
            // The last result on this cloud: docs/coverage.md shows it.
            command.env("MARU_ROWS", file.with_extension("rows"));
        }
        command.env("MARU_CLOUD", file);
    }
    let ended = shell::run(&mut command);
    super::counted("Playwright", &tally, ended)
}
