//! `cargo xtask test`: every test there is, one closing line.

mod browser;
pub mod checks;
mod conformance;
mod hosting;
pub mod native;
mod sdk;
mod tally;
mod trunk;

use crate::args::Test;
use crate::ensure::{chromium, node, wasm_target};
use crate::shell::{self, Done, Failure};
use crate::{budget, dist, paths};
use std::path::Path;
use tally::{Counts, Tally};

/// Runs the tests and prints how many passed and failed.
pub fn run(options: &Test) -> Done {
    let mut tally = Tally::default();
    match &options.cloud {
        // Another cloud changes nothing for the native tests: only the browser meets it.
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
            tally.group("hosting", || hosting::run(&chromium));
            tally.group("Trunk", || trunk::run(&chromium));
        }
        if let (Some(cloud), None) = (&options.cloud, &options.filter) {
            tally.group("conformance of the simulated cloud", || conformance::run(cloud));
        }
    }
}

/// Fails when one of them did.
pub fn all_passed(counts: Counts) -> Done {
    match counts.failed {
        0 => Ok(()),
        failed => Err(Failure::new(format!("{failed} tests failed, {} passed", counts.passed))),
    }
}

/// The repository's own `.run/`, made when missing: logs and counts of the tests.
fn scratch_file(name: &str) -> Done<std::path::PathBuf> {
    let folder = paths::scratch();
    shell::io(&folder, std::fs::create_dir_all(&folder))?;
    Ok(folder.join(name))
}

/// What a runner of its own wrote when it came to its end: `passed failed skipped`. Failed tests end it badly, and that is
/// in the numbers; anything else that ends it badly is not.
fn counted(what: &str, file: &Path, ended: Done) -> Done<Counts> {
    let counts = std::fs::read_to_string(file).ok().and_then(|text| Counts::read(&text));
    match (counts, ended) {
        (Some(counts), Ok(())) => Ok(counts),
        (Some(counts), Err(_)) if counts.failed > 0 => Ok(counts),
        (_, Err(failure)) => Err(failure),
        (None, Ok(())) => Err(ended_badly(what)),
    }
}

/// A group of tests that ended badly without a failed test: it did not compile, or it stopped.
fn ended_badly(what: &str) -> Failure {
    Failure::new(format!("{what} did not run to the end"))
}
