//! The site as it ships: one module split into parts that are fetched when needed (`src/lazy.rs`), each made small
//! by wasm-opt; scripts and style made small by esbuild. Trunk can do the first of these not at all
//! (docs/decisions/0003).

use crate::build::{self, Flavor};
use crate::shell::{self, Done};
use crate::{page, paths, style};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc switches on for the target, and wasm-opt wants to be told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// `-O2`: larger than `-Oz` before brotli, 2 kB smaller after. Rust keeps the end of its stack in the lowest memory: nothing
/// is addressed there, so offsets can be folded into loads, which saves 1 kB. Less is inlined than usual: 1.2 kB.
const SMALLER: [&str; 5] = [
    "--low-memory-unused",
    "-O2",
    "--always-inline-max-function-size=3",
    "--one-caller-inline-max-function-size=12",
    "--flexible-inline-max-function-size=3",
];

/// In the order of the names that `xtask-pack order` gave, which then go: 5 kB less after brotli than in any order of ours.
const ORDERED: [&str; 4] =
    ["--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// See `public/boot.js`.
const BOOT: &str = "boot.js";

/// A classic script, as boot.js must run before the first paint: what it imports is put into it, and still runs only then.
/// Such a script has no `import.meta`; all files lie at `<base>`.
const ONE_SCRIPT: [&str; 3] = ["--bundle", "--format=iife", "--define:import.meta.url=document.baseURI"];

/// Builds the site into `out`; names by content, integrity and compression are left to `xtask-pack`.
pub fn ship(out: &Path) -> Done {
    let app = build::compile_app(Flavor::Dist)?;
    let parts = emptied(paths::scratch().join("parts"))?;
    pack([OsStr::new("split"), app.as_os_str(), parts.as_os_str()])?;
    let glue = parts.join("glue");
    page::bind(&parts.join("maru.wasm"), &glue, &["--keep-lld-exports"])?;
    let loader = parts.join("__wasm_split.js");
    pack([OsStr::new("border"), glue.as_os_str(), loader.as_os_str()])?;
    let out = &emptied(out.to_owned())?;
    style::join()?;
    page::lay_out(out)?;
    let mut modules = wasm_files(&parts)?;
    modules.retain(|file| file.file_name() != Some(OsStr::new("maru.wasm")));
    modules.push(glue.join(page::WASM));
    optimise(&modules, out)?;
    // Start, glue and loader of the parts name each other; side by side, esbuild makes one script of them.
    for script in [&out.join(BOOT), &loader] {
        shell::io(script, std::fs::copy(script, glue.join(script.file_name().unwrap_or_default())))?;
    }
    minify(&glue.join(BOOT), &out.join(BOOT), &ONE_SCRIPT)?;
    for css in ["maru.css", "later.css"].map(|name| out.join(name)) {
        minify(&css, &css, &[])?;
    }
    Ok(())
}

/// `xtask-pack`, a program of its own so that only `dist` compiles what it needs.
pub fn pack<'a>(words: impl IntoIterator<Item = &'a OsStr>) -> Done {
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "--locked", "--package", "xtask-pack", "--"]).args(words);
    shell::run(&mut command)
}

fn optimise(modules: &[PathBuf], out: &Path) -> Done {
    for module in modules {
        wasm_opt(module, &out.join(module.file_name().unwrap_or_default()), &SMALLER)?;
    }
    let made = wasm_files(out)?;
    pack([OsStr::new("order")].into_iter().chain(made.iter().map(|module| module.as_os_str())))?;
    made.iter().try_for_each(|module| wasm_opt(module, module, &ORDERED))
}

fn wasm_opt(from: &Path, to: &Path, passes: &[&str]) -> Done {
    let mut command = shell::in_root("wasm-opt");
    shell::run(command.args(FEATURES).args(passes).arg(from).arg("--output").arg(to))
}

fn minify(from: &Path, to: &Path, more: &[&str]) -> Done {
    let mut command: Command = shell::in_root("esbuild");
    let to = format!("--outfile={}", to.display());
    command.arg(from).args(["--minify", "--log-level=error", "--target=es2022", "--allow-overwrite", &to]).args(more);
    shell::run(&mut command)
}

fn wasm_files(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in shell::io(folder, std::fs::read_dir(folder))? {
        let path = shell::io(folder, entry)?.path();
        if path.extension() == Some(OsStr::new("wasm")) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn emptied(folder: PathBuf) -> Done<PathBuf> {
    if folder.exists() {
        shell::io(&folder, std::fs::remove_dir_all(&folder))?;
    }
    shell::io(&folder, std::fs::create_dir_all(&folder))?;
    Ok(folder)
}
