//! Building the browser app and the gateway.

use crate::ensure::{cargo_tools, wasm_target};
use crate::shell::{self, Done, Failure};
use crate::{page, paths};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// Compiles fastest, and is the same as what `trunk serve` compiles: `run`, `dev`.
    Dev,
    /// As it ships: `dist`.
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

/// Panic messages name source files: without this, the folders of whoever built it would be in what is shipped, and two
/// builds would differ.
fn without_folders() -> String {
    // Where the sources of the standard library lie, if they are installed; otherwise it names a place of its own.
    let sysroot = shell::output(shell::in_root("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let folders = [paths::cargo_home().join("registry/src"), library];
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    flags.join(" ")
}

/// For the browser only: build scripts and macros are compiled without. Cargo adds these flags to those of
/// `.cargo/config.toml`.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has cargo, or who calls it, compile the app with the flags of what ships: what both need is compiled once.
pub fn as_it_ships(command: &mut Command) {
    command.env(RUSTFLAGS, without_folders());
}

/// Installs what building needs and meanwhile compiles what needs no tool: neither fills two cores alone.
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
        // Relocations and names are what the module is split by. Given to this one crate: all others are the same as
        // those of `trunk build --release`.
        command.args(["--", "--cfg", "maru_split", "-Clink-arg=--emit-relocs", "-Cstrip=none"]);
    }
    shell::run(&mut command)?;
    Ok(paths::target().join(wasm_target::TARGET).join(folder_of(profile)).join("maru.wasm"))
}

/// Builds the gateway in a profile (`dev`, `release`) and returns its program.
pub fn compile_gateway(profile: &str) -> Done<PathBuf> {
    let mut command = shell::cargo();
    command.args(["build", "--locked", "--package", "maru-gateway", "--profile", profile]);
    if profile == "release" {
        command.env("RUSTFLAGS", without_folders());
        // C compilers write this date where a source asks for that of the build: two builds would differ.
        command.env("SOURCE_DATE_EPOCH", "0");
    }
    shell::run(&mut command)?;
    Ok(paths::target().join(folder_of(profile)).join("maru-gateway"))
}

/// Builds what loads the gateway (`xtask/load`), with the flags of the gateway's release: what both have is compiled once.
pub fn compile_load() -> Done<PathBuf> {
    let mut command = shell::cargo();
    command.args(["build", "--locked", "--package", "xtask-load", "--release"]).env("RUSTFLAGS", without_folders());
    shell::run(&mut command)?;
    Ok(paths::target().join("release/xtask-load"))
}

fn folder_of(profile: &str) -> &str {
    if profile == "dev" { "debug" } else { profile }
}

/// The site for `run`, unless nothing it is made of has changed.
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

/// Changes whenever a file that the site is made of does. Dates and sizes, not contents: it must cost nothing.
pub fn fingerprint() -> String {
    const MADE_OF: [&str; 13] = [
        "index.html",
        "Trunk.toml",
        "Cargo.toml",
        "Cargo.lock",
        ".cargo",
        "src",
        "style",
        "public",
        "crates/cloud",
        "crates/imports",
        "crates/keys",
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
