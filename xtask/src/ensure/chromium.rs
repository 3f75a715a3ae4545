//! The browser of the tests.

use super::{apt_install, may_install};
use crate::shell::{self, Done};
use std::path::PathBuf;

/// Chromium without its windows. It is preferred: a test takes half of the processor time that it takes in the whole browser
/// (docs/performance.md).
const HEADLESS: &str = "chromium-headless-shell";
const WHOLE: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_MACOS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The path of Chromium, installed from the system's packages if missing.
pub fn ensure() -> Done<PathBuf> {
    // A Chromium in another place.
    if let Some(named) = std::env::var_os("MARU_CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(headless) = shell::which(HEADLESS) {
        return Ok(headless);
    }
    if may_install() {
        shell::step("apt-get install chromium-headless-shell", "the browser tests need a browser", "30 s");
        // Ubuntu has no such package.
        if let (Ok(()), Some(headless)) = (apt_install(HEADLESS), shell::which(HEADLESS)) {
            return Ok(headless);
        }
    }
    if let Some(whole) = whole() {
        return Ok(whole);
    }
    shell::step("apt-get install chromium", "the browser tests need a browser", "1 min");
    apt_install("chromium")?;
    whole().ok_or_else(|| shell::Failure::new("chromium was installed but is not on PATH"))
}

fn whole() -> Option<PathBuf> {
    let on_path = WHOLE.iter().find_map(|name| shell::which(name));
    on_path.or_else(|| ON_MACOS.iter().map(PathBuf::from).find(|file| file.is_file()))
}
