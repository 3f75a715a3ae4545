//! Checks by other programs: format, lints, dependencies.

use crate::ensure::{cargo_tools, node, wasm_target};
use crate::paths;
use crate::shell::{self, Done, Failure};

/// Installs rustfmt and clippy, which rustup's minimal profile lacks.
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

/// Checks the format.
pub fn rustfmt() -> Done {
    shell::run(shell::cargo().args(["fmt", "--all", "--check"])).map_err(|failure| failure.by_hand("cargo fmt --all"))
}

/// Lints all native crates.
pub fn clippy_native() -> Done {
    clippy(&["--workspace", "--exclude", "maru", "--all-targets"])
}

/// Lints these native crates.
pub fn clippy_of(packages: &[&str]) -> Done {
    let named = packages.iter().flat_map(|package| ["--package", package]);
    clippy(&named.chain(["--all-targets"]).collect::<Vec<_>>())
}

/// Lints the app for the browser.
pub fn clippy_browser() -> Done {
    clippy(&["--package", "maru", "--target", wasm_target::TARGET])
}

fn clippy(which: &[&str]) -> Done {
    let mut command = shell::cargo();
    command.args(["clippy", "--quiet", "--locked"]).args(which).args(["--", "--deny", "warnings"]);
    shell::run(&mut command)
}

/// Checks all dependencies against deny.toml. If the advisory database cannot be reached, that is reported but not a
/// failure, because the result of a commit must not depend on it.
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

/// Checks the test tools with `npm audit`. If the registry cannot be reached, that is reported but not a failure.
pub fn test_tools() -> Done {
    node::ensure()?;
    let log = super::scratch_file("npm-audit.log")?;
    let mut command = shell::in_root("npm");
    command.args(["audit", "--audit-level=high"]).current_dir(paths::tests());
    let Err(failure) = shell::run_logged(&mut command, &log) else { return Ok(()) };
    if has_holes(&std::fs::read_to_string(&log).unwrap_or_default()) {
        return Err(failure.by_hand("cd tests && npm audit fix"));
    }
    println!("test tools not checked: npm's registry could not be reached");
    Ok(())
}

/// npm fails in either case; only a report contains the number of vulnerabilities.
fn has_holes(log: &str) -> bool {
    log.lines().any(|line| line.contains("vulnerabilit") && line.starts_with(|first: char| first.is_ascii_digit()))
}

fn could_not_fetch(log: &str) -> bool {
    log.contains("failed to fetch advisory database") || log.contains("failed to load advisory database")
}

#[cfg(test)]
mod tests {
    use super::{could_not_fetch, has_holes};

    #[test]
    fn a_registry_that_does_not_answer_is_no_hole() {
        for (log, expect) in [
            ("# npm audit report\n\nminimist  <0.2.4\nSeverity: critical\n\n1 critical severity vulnerability\n", true),
            ("2 vulnerabilities (1 low, 1 high)\n", true),
            ("found 0 vulnerabilities\n", false),
            (
                "npm warn audit 404 Not Found - POST https://registry.example/-/npm/v1/security/audits\nnpm error audit endpoint returned an error\n",
                false,
            ),
            ("", false),
        ] {
            assert_eq!(has_holes(log), expect, "{log}");
        }
    }

    #[test]
    fn an_unreachable_database_is_no_advisory() {
        assert!(could_not_fetch("ERROR failed to fetch advisory database https://github.com/rustsec/advisory-db"));
        assert!(!could_not_fetch("error[vulnerability]: something bad\nadvisories FAILED"));
    }
}
