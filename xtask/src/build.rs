//! Building the browser app with Trunk, and the gateway with Cargo.

use crate::ensure::{cargo_tools, node, wasm_target};
use crate::shell::{self, Done, Failure};
use crate::{paths, style};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// Compiles fastest: `dev`.
    Dev,
    /// As it ships, but without wasm-opt: `run`, which needs no Node.
    Run,
    /// As it ships: `dist`.
    Dist,
}

impl Flavor {
    fn profile(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Run | Self::Dist => "wasm-release",
        }
    }

    fn prepare(self, command: &mut Command) {
        if self == Self::Dev {
            // Boxes component types: less than half the compile time, a somewhat larger module.
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "--cfg erase_components");
        }
    }
}

/// Installs what building needs and meanwhile compiles what needs no tool: neither fills two cores alone.
pub fn prepare(flavor: Flavor, gateway: &'static str) -> Done {
    wasm_target::ensure()?;
    let tools = [cargo_tools::wasm_bindgen()?, cargo_tools::trunk()];
    if tools.iter().all(cargo_tools::Tool::is_there) {
        return compile_app(flavor);
    }
    let installing = std::thread::spawn(move || cargo_tools::ensure(&tools));
    shell::step("cargo build", "the app and the gateway, while the tools are compiled", "2 min");
    let compiled = compile_app(flavor).and_then(|()| compile_gateway(gateway).map(drop));
    let installed = installing.join().map_err(|_| Failure::new("installing the tools stopped unexpectedly"))?;
    installed.and(compiled)
}

/// What Trunk will ask Cargo for, asked here: with the network allowed, and with Cargo's own progress on screen.
pub fn compile_app(flavor: Flavor) -> Done {
    let mut command = shell::cargo();
    command.args(["build", "--locked", "--bin", "maru", "--target", wasm_target::TARGET]);
    command.args(["--profile", flavor.profile()]);
    flavor.prepare(&mut command);
    shell::run(&mut command)
}

/// Builds the gateway in a profile (`dev`, `release`) and returns its program.
pub fn compile_gateway(profile: &str) -> Done<PathBuf> {
    shell::run(shell::cargo().args(["build", "--locked", "--package", "maru-gateway", "--profile", profile]))?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(paths::target().join(folder).join("maru-gateway"))
}

/// Turns the compiled app into a site in `out`.
pub fn site(flavor: Flavor, out: &Path) -> Done {
    style::join()?;
    let mut command = shell::in_root("trunk");
    command.arg("build").arg("--dist").arg(out);
    match flavor {
        Flavor::Dist => command.arg("--release"),
        Flavor::Dev | Flavor::Run => command.args(["--cargo-profile", flavor.profile()]),
    };
    flavor.prepare(&mut command);
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    command.env("RUST_LOG", "warn");
    shell::run(&mut command)
}

/// Builds the site unless nothing it is made of has changed.
pub fn site_if_changed(flavor: Flavor, out: &Path) -> Done {
    let stamp = out.with_extension("stamp");
    let now = fingerprint(flavor);
    if out.join("index.html").is_file() && std::fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    if flavor == Flavor::Run && !node::has_wasm_opt() {
        println!("  without wasm-opt the page is about a tenth larger than the one `cargo xtask dist` makes");
    }
    shell::timed("page", || site(flavor, out))?;
    shell::io(&stamp, std::fs::write(&stamp, now))
}

/// Changes whenever a file that the site is made of does. Dates and sizes, not contents: it must cost nothing.
pub fn fingerprint(flavor: Flavor) -> String {
    const MADE_OF: [&str; 11] = [
        "index.html",
        "Trunk.toml",
        "Cargo.toml",
        "Cargo.lock",
        ".cargo",
        "src",
        "style",
        "public",
        "crates/cloud",
        "crates/sync",
        "crates/view",
    ];
    let mut hasher = DefaultHasher::new();
    flavor.profile().hash(&mut hasher);
    for name in MADE_OF {
        hash_file(&paths::root().join(name), &mut hasher);
    }
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
