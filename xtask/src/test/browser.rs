//! Tests on the output of `dist` behind the real gateway, run by Node: Playwright's browser tests, the tests of deploy/, and the
//! comparison of the simulated cloud with a real one.

use super::tally::Results;
use crate::args::Test;
use crate::ensure::servers;
use crate::paths;
use crate::shell::{self, Done};
use std::path::Path;
use std::process::Command;

/// Runs Playwright; each worker starts its own gateway (tests/e2e/support/gateway.ts).
pub fn run(options: &Test, chromium: &Path) -> Done<Results> {
    let mut command = shell::in_root("playwright");
    command.arg("test").env("MARU_CHROMIUM", chromium);
    if let Some(filter) = &options.filter {
        command.args(["--grep", filter, "--pass-with-no-tests"]);
    }
    if options.filter.is_none() && options.cloud.is_none() {
        // Every row of the requirements must be proved by a test that asserts what the cloud received.
        command.env("MARU_PROVE", "1");
    }
    if let Some(file) = &options.cloud {
        let file = shell::io(Path::new(file), std::path::absolute(file))?;
        if options.filter.is_none() {
            // The results on this cloud, for docs/coverage.md.
            command.env("MARU_ROWS", file.with_extension("rows"));
        }
        command.env("MARU_CLOUD", file);
    }
    counted("Playwright", "browser-tests", command)
}

/// Tests docs/hosting.md and deploy/ (tests/hosting): nginx and Caddy without a gateway, direct access to a cloud, the systemd
/// unit, the Kubernetes manifest.
pub fn hosting(chromium: &Path) -> Done<Results> {
    if !servers::possible() {
        println!("skipped: hosting: nginx and Caddy are tested as packaged by Debian and Ubuntu");
        return Ok(Results { skipped: 1, ..Results::default() });
    }
    servers::ensure()?;
    let mut build = shell::cargo();
    shell::run(build.args(["build", "--quiet", "--locked", "-p", "maru-cloudsim", "--example", "serve"]))?;
    let mut command = shell::in_root("playwright");
    command.args(["test", "--config", "playwright.hosting.config.ts"]).env("MARU_CHROMIUM", chromium);
    command.env("MARU_CLOUDSIM", paths::target().join("debug/examples/serve"));
    counted("Playwright", "hosting-tests", command)
}

/// Sends the same requests to the cloud that the file describes and to the simulated one (tests/conformance).
pub fn conformance(cloud: &str) -> Done<Results> {
    let mut command = shell::in_root("node");
    command.arg("conformance/run.mjs").arg(shell::io(Path::new(cloud), std::path::absolute(cloud))?);
    counted("the comparison", "conformance", command)
}

fn counted(what: &str, name: &str, mut command: Command) -> Done<Results> {
    let tally = super::scratch_file(name)?;
    let _ = std::fs::remove_file(&tally);
    command.current_dir(paths::tests()).env("MARU_TALLY", &tally);
    command.env("MARU_GATEWAY", paths::target().join("release/maru-gateway")).env("MARU_SITE", paths::dist());
    let ended = shell::run(&mut command);
    super::counted(what, &tally, ended)
}
