//! `xtask-pack FROM TO BASE`: finishes what Trunk built, for upload.
//!
//! * every file that Trunk gave a hashed name is renamed by its final bytes, so that it may be cached for ever
//!   (Trunk 0.21 names the JavaScript and wasm before wasm-bindgen and wasm-opt have run: trunk#1028);
//! * the integrity values in the page follow;
//! * `<base>` is set to the path the site will be served under;
//! * brotli and gzip are put beside each file, and `SHA256SUMS` lists them all.

mod compress;
mod rename;

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What stopped the packing.
type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [from, to, base] = words.as_slice() else {
        eprintln!("xtask-pack FROM TO BASE");
        return ExitCode::FAILURE;
    };
    match pack(Path::new(from), Path::new(to), base) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: packing {from}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn pack(from: &Path, to: &Path, base: &str) -> Done {
    let mut site = rename::Site::read(from)?;
    site.rename_by_content();
    site.move_wasm_integrity()?;
    site.set_base(base)?;
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    for (name, bytes) in site.files() {
        write(&to.join(name), bytes)?;
        for (suffix, smaller) in compress::variants(name, bytes)? {
            write(&to.join(format!("{name}.{suffix}")), &smaller)?;
        }
    }
    std::fs::write(to.join("SHA256SUMS"), sums(to)?)?;
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Done {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(file, bytes)?)
}

/// In the format of `sha256sum --check`.
fn sums(folder: &Path) -> Done<String> {
    let mut lines = String::new();
    for file in walk(folder)? {
        let digest = Sha256::digest(std::fs::read(&file)?);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{hex}  {}\n", relative(&file, folder)));
    }
    Ok(lines)
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

/// The path as a page would write it.
fn relative(file: &Path, folder: &Path) -> String {
    let inside = file.strip_prefix(folder).unwrap_or(file);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
