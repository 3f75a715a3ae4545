//! Where things lie.

use std::path::PathBuf;

/// The repository. Cargo sets the variable when it runs us, so that a moved checkout does not use its old place.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Cargo's target folder, whatever configuration chose it: this program lies in its `debug/`.
pub fn target() -> PathBuf {
    let from_exe = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.parent()?.to_owned()));
    from_exe.unwrap_or_else(|| root().join("target"))
}

/// Programs that xtask installed, and nothing else. In the checkout, so that removing it removes them.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where `run`, `dev` and the tests keep what they build; never `dist/`, which is for upload.
pub fn scratch() -> PathBuf {
    root().join(".run")
}

/// What `dist` makes.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the browser tests; its lock file also pins wasm-opt.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// Where Cargo keeps what it downloads.
pub fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}
