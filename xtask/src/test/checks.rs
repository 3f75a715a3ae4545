//! Checks that other programs make: format, lints, dependencies.

use crate::ensure::{cargo_tools, wasm_target};
use crate::shell::{self, Done, Failure};

/// rustfmt and clippy; rustup's minimal profile comes without them.
pub fn ensure_components() -> Done {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if shell::output(shell::cargo().args([program, "--version"])).is_some() {
            continue;
        }
        shell::step("rustup component add", &format!("{component} checks the code"), "5 s");
        let add = shell::run(shell::in_root("rustup").args(["component", "add", component]));
        add.map_err(|failure| failure.by_hand(format!("rustup component add {component}")))?;
    }
    Ok(())
}

/// The code is formatted.
pub fn rustfmt() -> Done {
    shell::run(shell::cargo().args(["fmt", "--all", "--check"])).map_err(|failure| failure.by_hand("cargo fmt --all"))
}

/// No lint complains about the native crates.
pub fn clippy_native() -> Done {
    clippy(&["--workspace", "--exclude", "maru", "--all-targets"])
}

/// No lint complains about the app, as the browser compiles it.
pub fn clippy_browser() -> Done {
    clippy(&["--package", "maru", "--target", wasm_target::TARGET])
}

fn clippy(which: &[&str]) -> Done {
    let mut command = shell::cargo();
    command.args(["clippy", "--quiet", "--locked"]).args(which).args(["--", "--deny", "warnings"]);
    shell::run(&mut command)
}

/// deny.toml holds for all dependencies. The advisories need their database: where it cannot be reached, that is said
/// and not failed, because the same commit must not fail for a reason outside of it.
pub fn dependencies() -> Done {
    cargo_tools::ensure(&[cargo_tools::cargo_deny()])?;
    let deny = |what: &[&str]| {
        let mut command = shell::cargo();
        command.args(["deny", "--locked", "--workspace", "check"]).args(what);
        command
    };
    shell::run(&mut deny(&["bans", "licenses", "sources"]))?;
    let log = super::scratch_file("advisories.log")?;
    let Err(failure) = shell::run_logged(&mut deny(&["advisories"]), &log) else { return Ok(()) };
    if could_not_fetch(&std::fs::read_to_string(&log).unwrap_or_default()) {
        println!("advisories not checked: their database could not be reached");
        return Ok(());
    }
    Err(Failure::new(failure.to_string()))
}

fn could_not_fetch(log: &str) -> bool {
    log.contains("failed to fetch advisory database") || log.contains("failed to load advisory database")
}

#[cfg(test)]
mod tests {
    use super::could_not_fetch;

    #[test]
    fn an_unreachable_database_is_no_advisory() {
        assert!(could_not_fetch("ERROR failed to fetch advisory database https://github.com/rustsec/advisory-db"));
        assert!(!could_not_fetch("error[vulnerability]: something bad\nadvisories FAILED"));
    }
}
