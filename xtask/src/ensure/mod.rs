//! Making sure that what a command needs is there. What is there already, in the right version, is used silently; what
//! is missing is installed with one line saying what, why and how long; what cannot be installed names the command.

pub mod cargo_tools;
pub mod chromium;
pub mod node;
pub mod python;
pub mod servers;
pub mod wasm_target;

use crate::shell::{self, Done, Failure};

/// Installs a Debian or Ubuntu package when we may; otherwise says what to type.
fn apt_install(package: &str) -> Done {
    let by_hand = format!("sudo apt-get install --yes {package}    (macOS: brew install {package})");
    let may = shell::which("apt-get").is_some()
        && shell::output(shell::in_root("id").arg("-u")).is_some_and(|uid| uid.trim() == "0");
    if !may {
        return Err(
            Failure::new(format!("{package} is missing, and only an administrator can install it")).by_hand(by_hand)
        );
    }
    let apt = |words: &[&str]| {
        let mut command = shell::in_root("apt-get");
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        shell::run_logged(&mut command, &crate::paths::tools().join("apt.log"))
    };
    // A fresh machine has empty package lists; a stale list names versions that are gone.
    apt(&["update"])
        .and_then(|()| apt(&["install", "--yes", "--no-install-recommends", package]))
        .map_err(|failure| failure.by_hand(by_hand))
}
