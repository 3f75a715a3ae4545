//! Node with the packages of `tests/package-lock.json`: Playwright and axe for the tests, wasm-opt and esbuild for
//! `dist`.

use crate::paths;
use crate::shell::{self, Done, Failure};
use std::time::SystemTime;

/// The oldest Node that Playwright supports.
const OLDEST_NODE: u32 = 20;

/// What `wasm-opt --version` must print; Trunk.toml pins the same.
const WASM_OPT: &str = "version 132";

/// What `esbuild --version` must print.
const ESBUILD: &str = "0.28.";

/// Installs Node, npm and the packages.
pub fn ensure() -> Done {
    ensure_node()?;
    if is_fresh() {
        return Ok(());
    }
    shell::step("npm ci", "Playwright and axe for tests, wasm-opt and esbuild for smaller files", "15 s");
    let mut command = shell::in_root("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(paths::tests());
    // The system's Chromium is used, because Playwright's is a large download and often blocked.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::run_logged(&mut command, &paths::tools().join("npm.log"))
        .map_err(|failure| failure.by_hand("cd tests && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci"))
}

/// wasm-opt and esbuild: the right versions on PATH, otherwise npm's.
pub fn ensure_optimisers() -> Done {
    if has_optimisers() {
        return Ok(());
    }
    ensure()?;
    if has_optimisers() { Ok(()) } else { Err(Failure::new("npm ci installed no wasm-opt and esbuild that run here")) }
}

/// Whether a wasm-opt that supports the current rustc exists, and an esbuild.
fn has_optimisers() -> bool {
    let prints = |program: &str, version: &str| {
        shell::output(shell::in_root(program).arg("--version")).is_some_and(|text| text.contains(version))
    };
    prints("wasm-opt", WASM_OPT) && prints("esbuild", ESBUILD)
}

fn ensure_node() -> Done {
    if shell::which("npm").is_none() {
        shell::step("apt-get install nodejs npm", "the browser tests and wasm-opt run on Node", "1 min");
        super::apt_install("npm")?;
    }
    let printed = shell::output(shell::in_root("node").arg("--version")).unwrap_or_default();
    match major(&printed) {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        _ => Err(Failure::new(format!("Node {OLDEST_NODE} or newer is needed, `node --version` says {printed:?}"))
            .by_hand("install Node from https://nodejs.org")),
    }
}

fn major(printed: &str) -> Option<u32> {
    printed.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// npm writes its own list last: if it is newer than the lock file, everything is installed.
fn is_fresh() -> bool {
    let changed = |name: &str| -> Option<SystemTime> { paths::tests().join(name).metadata().ok()?.modified().ok() };
    match (changed("node_modules/.package-lock.json"), changed("package-lock.json")) {
        (Some(installed), Some(wanted)) => installed >= wanted,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn node_version() {
        for (printed, expect) in [("v20.20.0\n", Some(20)), ("v8.1", Some(8)), ("", None), ("20.1.0", None)] {
            assert_eq!(major(printed), expect, "{printed:?}");
        }
    }
}
