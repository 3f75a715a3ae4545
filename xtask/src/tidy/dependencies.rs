//! The dependencies that the pure crates may have.

use super::Problem;
use super::tree::Tree;

/// A manifest, and everything its `[dependencies]` may name.
const ALLOWED: [(&str, &[&str]); 7] = [
    ("crates/cloud/Cargo.toml", &["serde", "serde_json"]),
    ("crates/export/Cargo.toml", &["maru-cloud", "maru-view"]),
    ("crates/imports/Cargo.toml", &["maru-cloud", "saphyr-parser", "zeroize"]),
    ("crates/query/Cargo.toml", &["maru-cloud"]),
    ("crates/runner/Cargo.toml", &["maru-cloud", "maru-sync"]),
    ("crates/sync/Cargo.toml", &["maru-cloud", "serde", "serde_json"]),
    ("crates/view/Cargo.toml", &["maru-cloud", "maru-query", "maru-sync", "serde", "serde_json"]),
];

/// Every dependency of a pure crate that is not allowed.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, allowed) in ALLOWED {
        let named = tree.file(path).map(|file| names(&file.text)).unwrap_or_default();
        for name in named.iter().filter(|name| !allowed.contains(&name.as_str())) {
            problems.push(Problem::new(path, format!("a pure crate must not depend on {name}")));
        }
    }
    problems
}

/// The names in `[dependencies]` and `[target.….dependencies]`. Dev-dependencies are left out.
pub fn names(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            let single = section.split_once("dependencies.").filter(|(before, _)| !before.ends_with('-'));
            names.extend(single.map(|(_, name)| name.to_owned()));
            inside = section == "dependencies" || section.ends_with(".dependencies");
        } else if inside && !line.starts_with('#') {
            let end = line.find(['.', ' ', '=']).unwrap_or(0);
            names.extend(line.get(..end).filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    fn check_one(manifest: &str, found: usize) {
        assert_eq!(places(check, &[("crates/sync/Cargo.toml", manifest)]).len(), found, "{manifest}");
    }

    #[test]
    fn only_what_is_allowed() {
        check_one(
            "[dependencies]\nmaru-cloud.workspace = true\n# tokio = 1\n\n[dev-dependencies]\nproptest = \"1\"",
            0,
        );
        check_one("[dependencies]\ntokio = \"1\"", 1);
        check_one("[dependencies.tokio]\nversion = \"1\"", 1);
        check_one("[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"", 1);
        check_one("[dev-dependencies.proptest]\nversion = \"1\"", 0);
    }
}
