//! Installs what a command needs. Tools that exist in the right version are used silently; missing ones are installed
//! with a line saying what, why and how long; if that is not possible, the error names the command.

pub mod cargo_tools;
pub mod chromium;
pub mod node;
pub mod python;
pub mod servers;
pub mod wasm_target;

use crate::shell::{self, Done, Failure};

/// Whether Debian or Ubuntu packages can be installed: there is apt-get, and this is an administrator.
fn may_install() -> bool {
    shell::which("apt-get").is_some()
        && shell::output(shell::in_root("id").arg("-u")).is_some_and(|uid| uid.trim() == "0")
}

/// Installs a Debian or Ubuntu package if permitted; otherwise prints the command.
fn apt_install(package: &str) -> Done {
    let by_hand = format!("sudo apt-get install --yes {package}    (macOS: brew install {package})");
    if !may_install() {
        return Err(
            Failure::new(format!("{package} is missing, and only an administrator can install it")).by_hand(by_hand)
        );
    }
    let apt = |words: &[&str]| {
        let mut command = shell::in_root("apt-get");
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        shell::run_logged(&mut command, &crate::paths::tools().join("apt.log"))
    };
    // A new machine has empty package lists; an old list names versions that no longer exist.
    apt(&["update"])
        .and_then(|()| apt(&["install", "--yes", "--no-install-recommends", package]))
        .map_err(|failure| failure.by_hand(by_hand))
}
