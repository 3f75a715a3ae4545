//! Builds the browser app and the gateway.

use crate::ensure::{cargo_tools, wasm_target};
use crate::shell::{self, Done, Failure};
use crate::{page, paths};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// For `run` and `dev`: compiles fastest, and the same way as `trunk serve`.
    Dev,
    /// For `dist`.
    Dist,
}

impl Flavor {
    fn profile(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Dist => "wasm-release",
        }
    }
}

/// Removes local paths from panic messages: they would be shipped, and make builds differ.
fn without_folders() -> String {
    // The standard library's sources, if installed; otherwise their paths are generic.
    let sysroot = shell::output(shell::in_root("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let folders = [paths::cargo_home().join("registry/src"), library];
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    flags.join(" ")
}

/// For the browser only: build scripts and macros are compiled without. Cargo adds these flags to those of
/// `.cargo/config.toml`.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Makes cargo, or a program that calls it, use the flags of `dist`, so that common dependencies are compiled once.
pub fn as_it_ships(command: &mut Command) {
    command.env(RUSTFLAGS, without_folders());
}

/// Installs what building needs and compiles the gateway meanwhile, because neither uses two cores alone.
pub fn prepare(flavor: Flavor, gateway: &'static str) -> Done {
    wasm_target::ensure()?;
    let tools = vec![cargo_tools::wasm_bindgen()?];
    if tools.iter().all(cargo_tools::Tool::is_there) {
        return Ok(());
    }
    let installing = std::thread::spawn(move || cargo_tools::ensure(&tools));
    shell::step("cargo build", "the app and the gateway, while the tools are compiled", "2 min");
    let compiled = compile_app(flavor).and_then(|_| compile_gateway(gateway));
    let installed = installing.join().map_err(|_| Failure::new("installing the tools stopped unexpectedly"))?;
    installed.and(compiled.map(drop))
}

/// Compiles the app and returns its wasm.
pub fn compile_app(flavor: Flavor) -> Done<PathBuf> {
    let profile = flavor.profile();
    let mut command = shell::cargo();
    command.args(["rustc", "--locked", "--bin", "maru", "--target", wasm_target::TARGET, "--profile", profile]);
    if flavor == Flavor::Dist {
        as_it_ships(&mut command);
        // The splitter needs relocations and names. Only this crate gets the flags: all others are the same as for
        // `trunk build --release`.
        command.args(["--", "--cfg", "maru_split", "-Clink-arg=--emit-relocs", "-Cstrip=none"]);
    }
    shell::run(&mut command)?;
    Ok(paths::target().join(wasm_target::TARGET).join(folder_of(profile)).join("maru.wasm"))
}

/// Builds the gateway in a profile (`dev`, `release`) and returns its path.
pub fn compile_gateway(profile: &str) -> Done<PathBuf> {
    let mut command = shell::cargo();
    command.args(["build", "--locked", "--package", "maru-gateway", "--profile", profile]);
    if profile == "release" {
        command.env("RUSTFLAGS", without_folders());
        // C compilers write this date where a source asks for the build date: two builds would differ.
        command.env("SOURCE_DATE_EPOCH", "0");
    }
    shell::run(&mut command)?;
    Ok(paths::target().join(folder_of(profile)).join("maru-gateway"))
}

/// Builds the load generator (`xtask/load`) with the flags of the release gateway, so that common dependencies are
/// compiled once.
pub fn compile_load() -> Done<PathBuf> {
    let mut command = shell::cargo();
    command.args(["build", "--locked", "--package", "xtask-load", "--release"]).env("RUSTFLAGS", without_folders());
    shell::run(&mut command)?;
    Ok(paths::target().join("release/xtask-load"))
}

fn folder_of(profile: &str) -> &str {
    if profile == "dev" { "debug" } else { profile }
}

/// Builds the site for `run`, unless nothing changed.
pub fn site_if_changed(out: &Path) -> Done {
    let stamp = out.with_extension("stamp");
    let now = fingerprint();
    if out.join("index.html").is_file() && std::fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    println!("  this page is compiled fast, not made small: `cargo xtask dist` makes the one to upload");
    shell::timed("page", || page::assemble(&compile_app(Flavor::Dev)?, out))?;
    shell::io(&stamp, std::fs::write(&stamp, now))
}

/// Changes whenever a file of the site does. Uses dates and sizes only, to be fast.
pub fn fingerprint() -> String {
    const MADE_OF: [&str; 16] = [
        "index.html",
        "Trunk.toml",
        "Cargo.toml",
        "Cargo.lock",
        ".cargo",
        "src",
        "style",
        "public",
        "crates/cloud",
        "crates/export",
        "crates/imports",
        "crates/keys",
        "crates/query",
        "crates/runner",
        "crates/sync",
        "crates/view",
    ];
    let mut hasher = DefaultHasher::new();
    MADE_OF.iter().for_each(|name| hash_file(&paths::root().join(name), &mut hasher));
    format!("{:016x}", hasher.finish())
}

fn hash_file(path: &Path, hasher: &mut DefaultHasher) {
    if path.ends_with("style/generated") {
        return;
    }
    if let Ok(entries) = std::fs::read_dir(path) {
        let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inside.sort();
        inside.iter().for_each(|path| hash_file(path, hasher));
    } else if let Ok(meta) = path.metadata() {
        (path, meta.len(), meta.modified().ok()).hash(hasher);
    }
}
