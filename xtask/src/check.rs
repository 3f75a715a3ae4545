//! `cargo xtask check`: format, lints, native tests and house rules, of what changed since the branch left `main`.
//! Browser tests, and the tests of large packages that only use what changed, are left to `cargo xtask test`.

use crate::ensure::wasm_target;
use crate::shell::{self, Done, Failure};
use crate::test::{checks, native};
use crate::tidy::{self, dependencies};
use crate::{paths, test};
use std::collections::BTreeSet;

/// The browser app: linted for the browser only, without native tests.
const APP: &str = "maru";

/// Folders and files of the app.
const OF_THE_APP: [&str; 4] = ["src/", "public/", "style/", "index.html"];

/// Files that affect everything.
const OF_ALL: [&str; 3] = ["Cargo.toml", "Cargo.lock", ".cargo/"];

/// Packages with slow tests, which run only if the package itself changed.
const SLOW: [&str; 3] = ["maru-cloudsim", "maru-gateway", "maru-fuzzing"];

/// Runs the checks, up to the first failure.
pub fn run() -> Done {
    wasm_target::ensure()?;
    checks::ensure_components()?;
    let (packages, files) = (packages()?, changed_files());
    let changed = match &files {
        Some(files) => changed(&packages, files),
        None => packages.iter().map(|package| package.name.as_str()).collect(),
    };
    let reached = with_users(&packages, &changed);
    shell::timed("format", checks::rustfmt)?;
    shell::timed("tidy", tidy::run)?;
    let native: Vec<&str> = reached.iter().copied().filter(|name| *name != APP).collect();
    if !native.is_empty() {
        shell::timed(&format!("clippy: {}", native.join(", ")), || checks::clippy_of(&native))?;
    }
    if reached.contains(APP) {
        shell::timed("clippy, browser", checks::clippy_browser)?;
    }
    let tested: Vec<&str> = native.into_iter().filter(|name| changed.contains(name) || !SLOW.contains(name)).collect();
    if tested.is_empty() {
        println!("no package with native tests changed");
        return Ok(());
    }
    let results =
        shell::timed(&format!("tests: {}", tested.join(", ")), || native::run(native::Of::These(&tested), None))?;
    test::all_passed(&results)
}

/// A package of the workspace.
#[derive(Debug, PartialEq, Eq)]
struct Package {
    name: String,
    /// Path from the root with a trailing slash; empty for the app.
    folder: String,
    /// The packages it depends on.
    uses: Vec<String>,
}

/// The packages of the workspace, from the root manifest.
fn packages() -> Done<Vec<Package>> {
    let read = |folder: &str| {
        let file = paths::root().join(folder).join("Cargo.toml");
        shell::io(&file, std::fs::read_to_string(&file))
    };
    let root = read("")?;
    let members = root.lines().find_map(|line| line.strip_prefix("members = [")?.strip_suffix(']'));
    let members = members.ok_or_else(|| Failure::new("Cargo.toml has no members in one line"))?;
    // The part before it contains dependencies for all packages.
    let app = root.split_once("[package]").map_or("", |(_, app)| app);
    let mut packages = vec![package("", app)?];
    for member in members.split(", ").map(|member| member.trim_matches('"')) {
        packages.push(package(&format!("{member}/"), &read(member)?)?);
    }
    Ok(packages)
}

fn package(folder: &str, manifest: &str) -> Done<Package> {
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let name = name.ok_or_else(|| Failure::new(format!("{folder}Cargo.toml has no name")))?;
    Ok(Package { name: name.to_owned(), folder: folder.to_owned(), uses: dependencies::names(manifest) })
}

/// Files that changed since the branch left `main`, committed or not; `None` if git cannot tell.
fn changed_files() -> Option<Vec<String>> {
    let git = |words: &[&str]| shell::output(shell::in_root("git").args(words));
    let base = ["main", "origin/main"].iter().find_map(|main| git(&["merge-base", "HEAD", main]))?;
    let known = git(&["diff", "--name-only", "--no-renames", base.trim()])?;
    let new = git(&["ls-files", "--others", "--exclude-standard"])?;
    Some(known.lines().chain(new.lines()).map(str::to_owned).collect())
}

/// The packages that the files belong to.
fn changed<'a>(packages: &'a [Package], files: &[String]) -> BTreeSet<&'a str> {
    let begins = |file: &str, with: &[&str]| with.iter().any(|begin| file.starts_with(begin));
    if files.iter().any(|file| begins(file, &OF_ALL)) {
        return packages.iter().map(|package| package.name.as_str()).collect();
    }
    let owner = |file: &String| {
        // `xtask/pack/` is inside `xtask/`, and everything is inside the root.
        let inside = packages.iter().filter(|package| file.starts_with(&package.folder));
        let package = inside.max_by_key(|package| package.folder.len())?;
        (!package.folder.is_empty() || begins(file, &OF_THE_APP)).then_some(package.name.as_str())
    };
    files.iter().filter_map(owner).collect()
}

/// The packages, and all that depend on them.
fn with_users<'a>(packages: &'a [Package], changed: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let mut reached = changed.clone();
    loop {
        let uses_one = |package: &&Package| package.uses.iter().any(|name| reached.contains(name.as_str()));
        let users: Vec<&str> = packages.iter().filter(uses_one).map(|package| package.name.as_str()).collect();
        let before = reached.len();
        reached.extend(users);
        if reached.len() == before {
            return reached;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed_by(files: &[&str]) -> Result<(String, String), String> {
        let packages = packages().map_err(|failure| failure.to_string())?;
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        let changed = changed(&packages, &files);
        let users: Vec<&str> = with_users(&packages, &changed).difference(&changed).copied().collect();
        Ok((changed.into_iter().collect::<Vec<_>>().join(" "), users.join(" ")))
    }

    #[test]
    fn a_file_changes_its_package_and_reaches_what_is_built_on_it() {
        let check = |files: &[&str], changed: &str, users: &str| {
            assert_eq!(changed_by(files), Ok((changed.to_owned(), users.to_owned())), "{files:?}");
        };
        check(&[], "", "");
        check(&["README.md", "docs/gateway.md", "tests/e2e/ssh.spec.ts", "fuzz/Cargo.toml"], "", "");
        check(&["src/main.rs"], "maru", "");
        check(&["style/table.css", "xtask/pack/src/main.rs"], "maru xtask-pack", "");
        check(&["xtask/src/check.rs"], "xtask", "");
        check(&["crates/view/src/lib.rs"], "maru-view", "maru maru-export");
        check(&["crates/gateway/src/lib.rs", "crates/gateway/Cargo.toml"], "maru-gateway", "maru-fuzzing");
        let all = "maru maru-cloud maru-cloudsim maru-export maru-fuzzing maru-gateway maru-imports maru-keys maru-query maru-runner maru-sync maru-view xtask xtask-load xtask-pack";
        for everything in ["Cargo.lock", "Cargo.toml", ".cargo/config.toml"] {
            check(&[everything, "src/main.rs"], all, "");
        }
    }
}
