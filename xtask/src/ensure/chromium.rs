//! The browser of the tests.

use crate::shell::{self, Done};
use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_MACOS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The path of Chromium, installed from the system's packages if missing.
pub fn ensure() -> Done<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    shell::step("apt-get install chromium", "the browser tests need a browser", "1 min");
    super::apt_install("chromium")?;
    find().ok_or_else(|| shell::Failure::new("chromium was installed but is not on PATH"))
}

fn find() -> Option<PathBuf> {
    // A Chromium in another place.
    if let Some(named) = std::env::var_os("MARU_CHROMIUM") {
        return Some(named.into());
    }
    let on_path = NAMES.iter().find_map(|name| shell::which(name));
    on_path.or_else(|| ON_MACOS.iter().map(PathBuf::from).find(|file| file.is_file()))
}
