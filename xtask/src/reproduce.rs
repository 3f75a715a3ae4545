//! `cargo xtask dist --verify`: checks that the build is reproducible, byte for byte.

use crate::shell::{self, Done, Failure};
use crate::{dist, paths};
use std::collections::BTreeMap;
use std::path::Path;

/// Built files: name to bytes.
type Built = BTreeMap<String, Vec<u8>>;

/// Builds twice in separate folders, and compares.
pub fn run(base: &str) -> Done {
    let first = {
        dist::run(base)?;
        built(&paths::target())?
    };
    let again = paths::scratch().join("again");
    shell::step("cargo xtask dist", "the second build, in another folder", "10 min");
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "--locked", "--package", "xtask", "--", "dist", "--base", base]);
    shell::run(command.env("CARGO_TARGET_DIR", &again))?;
    let different = differences(&first, &built(&again)?);
    if different.is_empty() {
        println!("✓ both builds have the same {} files, byte for byte", first.len());
        return Ok(());
    }
    Err(Failure::new(format!("two builds differ: {}", different.join(", "))))
}

/// All of `dist/`, and the gateway.
fn built(target: &Path) -> Done<Built> {
    let (mut all, folder) = (Built::new(), paths::dist());
    for entry in shell::io(&folder, std::fs::read_dir(&folder))? {
        let file = shell::io(&folder, entry)?;
        let name = file.file_name().to_string_lossy().into_owned();
        all.insert(name, shell::io(&file.path(), std::fs::read(file.path()))?);
    }
    let gateway = target.join("release/maru-gateway");
    all.insert("maru-gateway".to_owned(), shell::io(&gateway, std::fs::read(&gateway))?);
    Ok(all)
}

/// The names of files that differ or exist only in one of them.
fn differences(one: &Built, two: &Built) -> Vec<String> {
    let names = one.keys().chain(two.keys().filter(|name| !one.contains_key(*name)));
    names.filter(|name| one.get(*name) != two.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_other_byte_or_file_is_a_difference() {
        let of = |files: &[(&str, &str)]| -> Built {
            files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
        };
        let usual = of(&[("a", "1"), ("b", "2")]);
        assert!(differences(&usual, &usual.clone()).is_empty());
        for (other, expect) in [
            (of(&[("a", "1"), ("b", "3")]), vec!["b"]),
            (of(&[("a", "1")]), vec!["b"]),
            (of(&[("a", "1"), ("b", "2"), ("c", "")]), vec!["c"]),
        ] {
            assert_eq!(differences(&usual, &other), expect);
        }
    }
}
