//! `cargo xtask test`: runs all tests and prints a summary.

mod browser;
pub mod checks;
pub mod native;
mod sdk;
mod tally;
mod trunk;

use crate::args::Test;
use crate::ensure::{chromium, node, wasm_target};
use crate::shell::{self, Done, Failure};
use crate::{budget, dist, paths};
use std::path::Path;
use tally::{Results, Tally};

/// Runs the tests and prints how many passed and failed.
pub fn run(options: &Test) -> Done {
    let mut tally = Tally::default();
    match &options.cloud {
        // Native tests do not depend on the cloud: only the browser tests use it.
        Some(_) => in_browser(options, &mut tally),
        None => everything(options, &mut tally),
    }
    tally.print();
    if tally.is_good() { Ok(()) } else { std::process::exit(1) }
}

fn everything(options: &Test, tally: &mut Tally) {
    if options.filter.is_none() {
        tally.step("toolchain", || {
            wasm_target::ensure()?;
            checks::ensure_components()
        });
        tally.step("rustfmt", checks::rustfmt);
        tally.step("clippy, native", checks::clippy_native);
        tally.step("clippy, browser", checks::clippy_browser);
    }
    tally.group("native tests", || native::run(native::Of::All, options.filter.as_deref()));
    if options.filter.is_none() {
        tally.group("openstacksdk", sdk::steps);
        tally.group("commands of the official clients", sdk::commands);
        tally.step("licences, bans, sources, advisories", checks::dependencies);
        tally.step("npm audit", checks::test_tools);
    }
    in_browser(options, tally);
}

fn in_browser(options: &Test, tally: &mut Tally) {
    if !tally.step("dist", || dist::run("/")) {
        return;
    }
    if options.filter.is_none() && options.cloud.is_none() {
        tally.step("first load within its budget", || budget::check(&paths::dist()));
    }
    let mut found = None;
    let ready = tally.step("browser", || {
        node::ensure()?;
        found = Some(chromium::ensure()?);
        Ok(())
    });
    if let (true, Some(chromium)) = (ready, found) {
        tally.group("browser tests", || browser::run(options, &chromium));
        if options.filter.is_none() && options.cloud.is_none() {
            tally.group("hosting", || browser::hosting(&chromium));
            tally.group("Trunk", || trunk::run(&chromium));
        }
        if let (Some(cloud), None) = (&options.cloud, &options.filter) {
            tally.group("conformance of the simulated cloud", || browser::conformance(cloud));
        }
    }
}

/// Fails if a test failed.
pub fn all_passed(results: &Results) -> Done {
    match results.failed {
        0 => Ok(()),
        failed => Err(Failure::new(format!("{failed} tests failed, {} passed", results.passed))),
    }
}

/// A file in `.run/`, for logs and results of the tests.
fn scratch_file(name: &str) -> Done<std::path::PathBuf> {
    let folder = paths::scratch();
    shell::io(&folder, std::fs::create_dir_all(&folder))?;
    Ok(folder.join(name))
}

/// The results that a test runner wrote (`Results::read`). Its exit status is a failure if tests failed, which the numbers show,
/// or for another reason, which they do not.
fn counted(what: &str, file: &Path, ended: Done) -> Done<Results> {
    let results = std::fs::read_to_string(file).ok().and_then(|text| Results::read(&text));
    match (results, ended) {
        (Some(results), Ok(())) => Ok(results),
        (Some(results), Err(_)) if results.failed > 0 => Ok(results),
        (_, Err(failure)) => Err(failure),
        (None, Ok(())) => Err(ended_badly(what)),
    }
}

/// A group of tests that failed without a failed test: it did not compile, or it was aborted.
fn ended_badly(what: &str) -> Failure {
    Failure::new(format!("{what} did not run to the end"))
}
