//! The optimised site: the module is split into parts that are loaded when needed (`src/lazy.rs`), wasm is optimised by
//! wasm-opt, and scripts and styles are minified by esbuild. Trunk cannot split (docs/decisions/0003).

use crate::build::{self, Flavor};
use crate::shell::{self, Done};
use crate::{page, paths, style};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Wasm features that rustc enables and wasm-opt must know.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// `-O2` is larger than `-Oz` before brotli and 2 kB smaller after. Rust keeps the end of its stack in the lowest
/// memory, where nothing is addressed, so offsets can be folded into loads: 1 kB. Less inlining than usual: 1.2 kB.
const SMALLER: [&str; 9] = [
    "--low-memory-unused",
    "-O2",
    "--always-inline-max-function-size=3",
    "--one-caller-inline-max-function-size=12",
    "--flexible-inline-max-function-size=3",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// See `public/boot.js`.
const BOOT: &str = "boot.js";

/// A classic script, because boot.js must run before the first paint; its imports are bundled, and still run later.
/// Such a script has no `import.meta`; all files are at `<base>`.
const ONE_SCRIPT: [&str; 3] = ["--bundle", "--format=iife", "--define:import.meta.url=document.baseURI"];

/// Builds the site into `out`; hashed names, integrity and compression are left to `xtask-pack`.
pub fn ship(out: &Path) -> Done {
    let app = build::compile_app(Flavor::Dist)?;
    let parts = emptied(paths::scratch().join("parts"))?;
    pack([OsStr::new("split"), app.as_os_str(), parts.as_os_str()])?;
    let glue = parts.join("glue");
    page::bind(&parts.join("maru.wasm"), &glue, &["--keep-lld-exports"])?;
    let loader = parts.join("__wasm_split.js");
    let out = &emptied(out.to_owned())?;
    style::join()?;
    page::lay_out(out)?;
    let mut modules = wasm_files(&parts)?;
    modules.retain(|file| file.file_name() != Some(OsStr::new("maru.wasm")));
    modules.push(glue.join(page::WASM));
    for module in &modules {
        wasm_opt(module, &out.join(module.file_name().unwrap_or_default()))?;
    }
    pack([OsStr::new("gather"), parts.as_os_str(), out.as_os_str()])?;
    // Start script, glue code and part loader import each other; esbuild bundles them into one script.
    for script in [&out.join(BOOT), &loader] {
        shell::io(script, std::fs::copy(script, glue.join(script.file_name().unwrap_or_default())))?;
    }
    minify(&glue.join(BOOT), &out.join(BOOT), &ONE_SCRIPT)?;
    for css in ["maru.css", "later.css"].map(|name| out.join(name)) {
        minify(&css, &css, &[])?;
    }
    Ok(())
}

/// Runs `xtask-pack`, a separate program so that its dependencies are compiled only for `dist`.
pub fn pack<'a>(words: impl IntoIterator<Item = &'a OsStr>) -> Done {
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "--locked", "--package", "xtask-pack", "--"]).args(words);
    shell::run(&mut command)
}

fn wasm_opt(from: &Path, to: &Path) -> Done {
    let mut command = shell::in_root("wasm-opt");
    shell::run(command.args(FEATURES).args(SMALLER).arg(from).arg("--output").arg(to))
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
