//! Tests `trunk build --release` and `trunk serve`.

use super::tally::Results;
use crate::ensure::cargo_tools;
use crate::shell::{self, Done};
use crate::{build, paths};
use std::path::{Path, PathBuf};

/// Builds the page with Trunk, and runs Playwright on it and on `trunk serve`.
pub fn run(chromium: &Path) -> Done<Results> {
    cargo_tools::ensure(&[cargo_tools::trunk()])?;
    let site = folder("trunk")?;
    let mut release = shell::in_root("trunk");
    release.args(["build", "--release", "--dist"]).arg(&site);
    build::as_it_ships(&mut release);
    shell::timed("trunk build --release", || shell::run(&mut release))?;
    // The part that `trunk serve` compiles, before a test waits for it.
    shell::timed("app", || build::compile_app(build::Flavor::Dev))?;
    let tally = super::scratch_file("trunk-tests")?;
    let _ = std::fs::remove_file(&tally);
    let mut command = shell::in_root("playwright");
    command.args(["test", "--config", "playwright.trunk.config.ts"]).current_dir(paths::tests());
    command.env("MARU_GATEWAY", paths::target().join("release/maru-gateway")).env("MARU_SITE", site);
    command.env("MARU_TRUNK_SERVES", folder("trunk-serve")?);
    command.env("MARU_CHROMIUM", chromium).env("MARU_TALLY", &tally);
    let ended = shell::run(&mut command);
    super::counted("Playwright", &tally, ended)
}

/// Not Trunk's default, `dist/`, which is for upload.
fn folder(name: &str) -> Done<PathBuf> {
    let folder = super::scratch_file(name)?;
    shell::io(&folder, std::fs::create_dir_all(&folder))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use crate::paths;

    /// README.md and Trunk.toml use the same addresses of the gateway for `trunk serve`.
    #[test]
    fn the_gateway_listens_where_trunk_looks_for_it() -> std::io::Result<()> {
        let text = |name: &str| std::fs::read_to_string(paths::root().join(name));
        let (readme, trunk) = (text("README.md")?, text("Trunk.toml")?);
        let backends: Vec<&str> = trunk.lines().filter_map(|line| line.strip_prefix("backend = \"http://")).collect();
        assert_eq!(backends.len(), 3, "config.json, the proxy and the sessions");
        for backend in backends {
            let address = backend.split('/').next().unwrap_or_default();
            assert!(readme.contains(&format!("--demo --no-site --listen {address}\n")), "{address}");
        }
        Ok(())
    }
}
