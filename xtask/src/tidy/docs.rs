//! Public types and traits of the crates have a doc comment. The compiler's `missing_docs` would ask for one on each field and variant too,
//! where a name mostly says it all.

use super::Problem;
use super::tree::Tree;

const ITEMS: [&str; 3] = ["struct ", "enum ", "trait "];

/// Each public type and trait without one.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let ours = |path: &str| path.starts_with("crates/");
    let is_test = |path: &str| path.contains("/tests/") || path.ends_with("tests.rs");
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.ends_with(".rs") && ours(&file.path) && !is_test(&file.path))
    {
        let mut documented = false;
        for (at, line) in file.text.lines().enumerate() {
            let line = line.trim();
            let item = line.strip_prefix("pub ").is_some_and(|item| ITEMS.iter().any(|kind| item.starts_with(kind)));
            if item && !documented && !line.contains('$') {
                problems.push(Problem::new(file.at(at + 1), "a public type needs a doc comment"));
            }
            // There may be attributes between the comment and the item, on one or several lines.
            let between =
                line.starts_with("#[") || line.starts_with(')') || line.ends_with(',') || line.ends_with("\")]");
            documented = line.starts_with("///") || (documented && between && !item);
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn public_types_are_documented() {
        for (text, expect) in [
            ("pub struct A;", 1),
            ("/// A.\npub struct A;", 0),
            ("/// A.\n#[derive(Clone)]\n#[allow(\n    dead_code,\n)]\npub struct A;", 0),
            ("/// A.\npub struct A {\n    pub field: u8,\n}\n\npub trait B {}", 1),
            ("/// A.\n\nfn b() {}\npub enum C { D, E }", 1),
            ("pub(crate) struct A;\npub use b::c;\npub mod d;\npub fn e() {}", 0),
            ("pub struct $name;", 0),
        ] {
            assert_eq!(places(check, &[("crates/a/src/a.rs", text)]).len(), expect, "{text}");
        }
    }
}
