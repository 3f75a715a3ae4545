//! SHA-256 checksums in the format of `sha256sum --check`.

use crate::{Done, relative, walk};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The lines for all files below a folder, with relative paths.
pub fn of_folder(folder: &Path) -> Done<String> {
    let files = walk(folder)?;
    files.iter().map(|file| Ok(line(&std::fs::read(file)?, &relative(file, folder)))).collect()
}

/// Writes `FILE.sha256` next to a file, without folders, so that it can be checked wherever both are copied to.
pub fn beside(file: &Path) -> Done {
    let name = file.file_name().ok_or("a folder has no sum")?.to_string_lossy().into_owned();
    let sum = line(&std::fs::read(file)?, &name);
    Ok(std::fs::write(file.with_file_name(format!("{name}.sha256")), sum)?)
}

fn line(bytes: &[u8], name: &str) -> String {
    let hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}  {name}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn scratch(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-pack-{name}-{}", std::process::id()));
        for (file, text) in files {
            let path = folder.join(file);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        folder
    }

    #[test]
    fn every_file_of_a_folder_has_a_line() {
        let folder = scratch("folder", &[("b", "abc"), ("a/c", "")]);
        let sums = of_folder(&folder).expect("readable");
        std::fs::remove_dir_all(&folder).expect("it is ours");
        assert_eq!(sums, format!("{EMPTY}  a/c\n{ABC}  b\n"));
    }

    #[test]
    fn the_gateway_has_a_sum_beside_it() {
        let folder = scratch("beside", &[("maru-gateway", "abc"), ("other", "")]);
        beside(&folder.join("maru-gateway")).expect("readable");
        let sum = std::fs::read_to_string(folder.join("maru-gateway.sha256"));
        std::fs::remove_dir_all(&folder).expect("it is ours");
        assert_eq!(sum.expect("it is there"), format!("{ABC}  maru-gateway\n"));
        assert!(beside(&folder.join("gone")).is_err());
    }
}
