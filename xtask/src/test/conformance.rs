//! The simulated cloud against a real one: the same requests to both, the answers compared (tests/conformance).

use super::tally::Counts;
use crate::paths;
use crate::shell::{self, Done};
use std::path::Path;

/// Runs the request script on the cloud that the file describes and on the simulated one.
pub fn run(cloud: &str) -> Done<Counts> {
    let tally = super::scratch_file("conformance")?;
    let _ = std::fs::remove_file(&tally);
    let mut command = shell::in_root("node");
    command.arg(paths::tests().join("conformance/run.mjs"));
    command.arg(shell::io(Path::new(cloud), std::path::absolute(cloud))?);
    command.env("MARU_GATEWAY", paths::target().join("release/maru-gateway")).env("MARU_SITE", paths::dist());
    command.env("MARU_TALLY", &tally);
    let ended = shell::run(&mut command);
    super::counted("the comparison", &tally, ended)
}
