//! Paths of files and folders.

use std::path::PathBuf;

/// The repository. Cargo sets the variable at run time, so that a moved checkout works.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Cargo's target folder, wherever it is configured: this program is in its `debug/`.
pub fn target() -> PathBuf {
    let from_exe = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.parent()?.to_owned()));
    from_exe.unwrap_or_else(|| root().join("target"))
}

/// Tools installed by xtask. Inside the checkout, so that they are removed with it.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Build outputs of `run`, `dev` and the tests; not `dist/`, which is for upload.
pub fn scratch() -> PathBuf {
    root().join(".run")
}

/// The output of `dist`.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the browser tests; its lock file also pins wasm-opt.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// Cargo's download cache.
pub fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}
