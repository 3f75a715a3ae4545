//! The files of docs/hosting.md and deploy/: nginx and Caddy without a gateway, a cloud asked directly, the gateway's
//! unit for systemd, the manifest for Kubernetes (tests/hosting).

use super::tally::Counts;
use crate::ensure::servers;
use crate::paths;
use crate::shell::{self, Done};
use std::path::Path;

/// Lets Playwright loose on what `dist` built, behind each server.
pub fn run(chromium: &Path) -> Done<Counts> {
    if !servers::possible() {
        println!("skipped: hosting: nginx and Caddy are tested as Debian and Ubuntu have them");
        return Ok(Counts { skipped: 1, ..Counts::default() });
    }
    servers::ensure()?;
    let mut build = shell::cargo();
    shell::run(build.args(["build", "--quiet", "--locked", "-p", "maru-cloudsim", "--example", "serve"]))?;
    let tally = super::scratch_file("hosting-tests")?;
    let _ = std::fs::remove_file(&tally);
    let mut command = shell::in_root("playwright");
    command.args(["test", "--config", "playwright.hosting.config.ts"]).current_dir(paths::tests());
    command.env("MARU_GATEWAY", paths::target().join("release/maru-gateway")).env("MARU_SITE", paths::dist());
    command.env("MARU_CLOUDSIM", paths::target().join("debug/examples/serve"));
    command.env("MARU_CHROMIUM", chromium).env("MARU_TALLY", &tally);
    let ended = shell::run(&mut command);
    super::counted("Playwright", &tally, ended)
}
