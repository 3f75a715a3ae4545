//! Steps of `cargo xtask dist`, in a separate program so that their dependencies are compiled only for it.
//!
//! `xtask-pack split APP.wasm PARTS` splits the module at the functions marked in `src/lazy.rs`. `PARTS/modules.txt` lists the
//! modules that each part needs.
//!
//! `xtask-pack gather PARTS OUT` puts the modules in `OUT` into few files, and writes their loader to `PARTS/__wasm_split.js` and
//! the files of each part to `PARTS/files.txt`.
//!
//! `xtask-pack sbom PAGE.json GATEWAY.json Cargo.lock TO` writes the bill of materials of both.
//!
//! `xtask-pack finish FROM TO BASE` prepares a built site for upload:
//! * all files except the page, its worker and those that operators edit are named by a hash of their content, so that they can be
//!   cached forever;
//! * the page gets the new names, integrity values, and preloads;
//! * `<base>` is set to the path of the site;
//! * the worker (`public/sw.js`) gets the list of files;
//! * brotli and gzip variants are added, and `SHA256SUMS` lists all files.
//!
//! `xtask-pack sum FILE` writes `FILE.sha256`, for the gateway, which is not part of the site.

mod compress;
mod gather;
mod names;
mod rename;
mod sbom;
mod sums;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wasm_split_cli_support::Options;

/// The result of a step.
type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "xtask-pack split APP.wasm PARTS | gather PARTS OUT | sbom PAGE.json GATEWAY.json \
                     Cargo.lock TO | finish FROM TO BASE | sum FILE";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["split", app, parts] => split(Path::new(app), Path::new(parts)),
        ["gather", parts, out] => gather_files(Path::new(parts), Path::new(out)),
        ["sbom", page, gateway, lock, to] => sbom::write([page, gateway], lock, to),
        ["finish", from, to, base] => finish(Path::new(from), Path::new(to), base),
        ["sum", file] => sums::beside(Path::new(file)),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}: {error}", words.join(" "));
            ExitCode::FAILURE
        }
    }
}

fn split(app: &Path, parts: &Path) -> Done {
    let wasm = std::fs::read(app)?;
    let main = parts.join("maru.wasm");
    let mut options = Options::new(&wasm);
    options.output_dir = parts;
    options.main_out_path = &main;
    options.main_module = "./maru.js";
    let made = wasm_split_cli_support::transform(options)?;
    if made.split_modules.is_empty() {
        return Err("nothing in it is marked as a part".into());
    }
    std::fs::write(parts.join("modules.txt"), gather::write(&made.prefetch_map.into_iter().collect()))?;
    // wasm-opt warns about kinds of names that the splitter writes and that are not used.
    for part in walk(parts)?.iter().filter(|file| is_wasm(file) && **file != main) {
        std::fs::write(part, names::without(&std::fs::read(part)?)?)?;
    }
    Ok(())
}

fn gather_files(parts: &Path, out: &Path) -> Done {
    gather::gather(&parts.join("modules.txt"), out, &parts.join("__wasm_split.js"), &parts.join("files.txt"))
}

fn is_wasm(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "wasm")
}

fn finish(from: &Path, to: &Path, base: &str) -> Done {
    let mut site = rename::Site::read(from)?;
    site.rename_by_content();
    site.set_base(base)?;
    site.name_in_page()?;
    site.list_in_worker()?;
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    for (name, bytes) in site.files() {
        write(&to.join(name), bytes)?;
        for (suffix, smaller) in compress::variants(name, bytes)? {
            write(&to.join(format!("{name}.{suffix}")), &smaller)?;
        }
    }
    std::fs::write(to.join("SHA256SUMS"), sums::of_folder(to)?)?;
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Done {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(file, bytes)?)
}

/// All files below a folder, sorted.
fn walk(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(walk(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The path as used in a page.
fn relative(file: &Path, folder: &Path) -> String {
    let inside = file.strip_prefix(folder).unwrap_or(file);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
