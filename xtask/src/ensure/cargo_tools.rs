//! Tools published as crates: wasm-bindgen, Trunk, cargo-deny, cargo-fuzz. They are installed into `.tools/`, never
//! into `~/.cargo/bin`.

use crate::paths;
use crate::shell::{self, Done, Failure};
use std::path::Path;

/// A tool published as a crate.
pub struct Tool {
    krate: &'static str,
    /// Its name on PATH.
    program: &'static str,
    /// The required version.
    version: String,
    why: &'static str,
    /// Duration, measured on 2 cores, see README.
    usually: &'static str,
    /// Flags that compile no more than needed.
    only: &'static [&'static str],
    /// Packages to compile with optimisation.
    fast: &'static [&'static str],
    /// Whether the lock file it was published with still resolves.
    locked: bool,
}

/// wasm-bindgen in exactly the version of the library in Cargo.lock, because both share a private format.
pub fn wasm_bindgen() -> Done<Tool> {
    Ok(Tool {
        krate: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        why: "joins wasm and JavaScript",
        usually: "75 s",
        // Without its test runner.
        only: &["--bin", "wasm-bindgen"],
        // `dev` runs it after every change: 4 s instead of 9, for the same compile time.
        fast: &["walrus", "wasmparser", "wasm-encoder"],
        locked: false,
    })
}

/// Many developers build such pages with Trunk; Trunk.toml names the required version.
pub fn trunk() -> Tool {
    Tool {
        krate: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        why: "`trunk serve` and `trunk build` are tested",
        usually: "3 min",
        // Without its check for updates.
        only: &["--no-default-features", "--features", "rustls"],
        fast: &[],
        locked: true,
    }
}

/// Checks licences, bans and sources of all dependencies.
pub fn cargo_deny() -> Tool {
    Tool {
        krate: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        why: "checks the licences and sources of dependencies",
        usually: "70 s",
        only: &["--no-default-features"],
        fast: &[],
        locked: true,
    }
}

/// Runs the fuzz targets.
pub fn cargo_fuzz() -> Tool {
    Tool {
        krate: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        why: "runs the fuzzer",
        usually: "30 s",
        only: &[],
        fast: &[],
        locked: true,
    }
}

impl Tool {
    /// Whether the right version is on PATH or in `.tools/`.
    pub fn is_there(&self) -> bool {
        let Some(file) = shell::which(self.program) else { return false };
        shell::output(shell::in_root(file).arg("--version")).is_some_and(|text| self.is_version(&text))
    }

    fn is_version(&self, printed: &str) -> bool {
        printed.split_whitespace().nth(1) == Some(self.version.as_str())
    }

    /// Installs it: prebuilt if `cargo binstall` exists, otherwise compiled.
    pub fn install(&self) -> Done {
        let name = format!("{} {}", self.krate, self.version);
        shell::step(&name, self.why, self.usually);
        if shell::which("cargo-binstall").is_some() && self.binstall().is_ok() {
            return Ok(());
        }
        shell::timed(&name, || self.compile())
    }

    fn binstall(&self) -> Done {
        let mut command = shell::cargo();
        command.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(paths::tools());
        command.arg(format!("{}@{}", self.krate, self.version));
        shell::run_logged(&mut command, &self.log())
    }

    fn compile(&self) -> Done {
        let mut command = shell::cargo();
        command.args(["install", self.krate, "--version", &self.version, "--debug"]).args(self.only);
        for package in self.fast {
            command.args(["--config", &format!("profile.dev.package.{package}.opt-level=2")]);
        }
        if self.locked {
            command.arg("--locked");
        }
        command.arg("--root").arg(paths::tools());
        // One target folder, so that common dependencies are compiled once.
        command.env("CARGO_TARGET_DIR", paths::tools().join("target"));
        // Without debug info they compile and link faster.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        let by_hand = format!("cargo install {} --version {} {}", self.krate, self.version, self.only.join(" "));
        shell::run_logged(&mut command, &self.log()).map_err(|failure| failure.by_hand(by_hand.trim_end()))
    }

    fn log(&self) -> std::path::PathBuf {
        paths::tools().join(format!("{}.log", self.program))
    }
}

/// Installs missing tools one after the other.
pub fn ensure(tools: &[Tool]) -> Done {
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !tool.is_there()).collect();
    for tool in &missing {
        tool.install()?;
    }
    if !missing.is_empty() {
        // Hundreds of megabytes that are no longer needed.
        let _ = std::fs::remove_dir_all(paths::tools().join("target"));
    }
    Ok(())
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Done<String> {
    let file = paths::root().join("Cargo.lock");
    let text = shell::io(&file, std::fs::read_to_string(&file))?;
    find_version(&text, package).ok_or_else(|| missing(package, &file))
}

fn missing(package: &str, file: &Path) -> Failure {
    Failure::new(format!("{} does not name {package}", file.display()))
}

fn find_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_comes_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(find_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(find_version(lock, "wasm"), None);
    }

    #[test]
    fn only_the_pinned_version_will_do() {
        let tool = cargo_deny();
        for (printed, fits) in
            [("cargo-deny 0.20.2\n", true), ("cargo-deny 0.20.21", false), ("cargo-deny 0.21.2", false), ("", false)]
        {
            assert_eq!(tool.is_version(printed), fits, "{printed:?}");
        }
    }
}
