//! Every module has a header, no file is too long, and docs/architecture.md names every top-level folder.

use super::Problem;
use super::tree::{File, Tree};

/// Files with more lines are listed, but do not fail.
const LONG: usize = 300;
/// Files with more lines are an error.
const TOO_LONG: usize = 400;

/// The document that names every top-level folder.
const MAP: &str = "docs/architecture.md";

/// Checks module headers, lengths, and the names of top-level folders.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let code = tree.files.iter().filter(|file| is_code(file));
    let mut problems: Vec<Problem> = code.filter(|file| lines(file) > TOO_LONG).map(too_long).collect();
    // `tests.rs` beside a module needs no header.
    let modules = tree.below("", ".rs").filter(|file| !file.path.ends_with("/tests.rs"));
    let silent = modules.filter(|file| !file.text.starts_with("//!"));
    problems.extend(
        silent.map(|file| Problem::new(&file.path, "the file must begin with `//!` and say what the module is")),
    );
    problems.extend(not_on_the_map(tree));
    problems
}

/// Code files with more than `LONG` lines, longest first.
pub fn long(tree: &Tree) -> Vec<&File> {
    let mut files: Vec<&File> = tree.files.iter().filter(|file| is_code(file) && lines(file) > LONG).collect();
    files.sort_by_key(|file| std::cmp::Reverse(lines(file)));
    files
}

fn is_code(file: &File) -> bool {
    [".rs", ".ts", ".js", ".css"].iter().any(|ending| file.path.ends_with(ending))
}

fn lines(file: &File) -> usize {
    file.text.lines().count()
}

fn too_long(file: &File) -> Problem {
    Problem::new(&file.path, format!("{} lines; at most {TOO_LONG} are allowed", lines(file)))
}

fn not_on_the_map(tree: &Tree) -> Vec<Problem> {
    let Some(map) = tree.file(MAP) else { return vec![Problem::new(MAP, "the file is missing")] };
    let missing = tree.folders.iter().filter(|folder| !map.text.contains(&format!("{folder}/")));
    missing.map(|folder| Problem::new(MAP, format!("{folder}/ is not mentioned"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn each_rule_can_fail() {
        let long = format!("//! long\n{}", "x\n".repeat(TOO_LONG));
        let fits = format!("//! fits\n{}", "x\n".repeat(TOO_LONG - 1));
        let map = "src/ the app\ndocs/ this";
        assert_eq!(places(check, &[("docs/architecture.md", map), ("src/a.rs", &long)]), ["src/a.rs"]);
        assert!(places(check, &[("docs/architecture.md", map), ("src/a.rs", &fits)]).is_empty());
        assert_eq!(places(check, &[("docs/architecture.md", map), ("src/a.rs", "fn main() {}")]), ["src/a.rs"]);
        assert!(places(check, &[("docs/architecture.md", map), ("src/a/tests.rs", "use super::*;")]).is_empty());
        assert_eq!(places(check, &[("docs/architecture.md", map), ("deploy/a.md", "")]), ["docs/architecture.md"]);
        assert_eq!(places(check, &[("README.md", "")]), ["docs/architecture.md"]);
    }

    #[test]
    fn long_files_are_listed_before_they_fail() {
        let text = "x\n".repeat(LONG + 1);
        let tree = Tree::of(&[("a.rs", "x"), ("b.rs", &text)]);
        assert_eq!(long(&tree).iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["b.rs"]);
    }
}
