//! `cargo xtask tidy`: the invariants of docs/architecture.md that a machine can check. An ordinary test of this package
//! runs the same, so `cargo test` finds them too.
//!
//! A rule is a function from the tree to problems; each file here is one kind of rule, with tests that it can fail.

pub mod dependencies;
mod gateway_words;
mod layout;
mod locales;
mod pages;
mod rooms;
mod security;
mod sources;
mod tree;
mod words;

use crate::shell::{Done, Failure};
pub use tree::Tree;

/// One broken invariant: where, and what the rule says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File, and line where that helps.
    pub place: String,
    /// The rule in words.
    pub rule: String,
}

impl Problem {
    /// A problem.
    pub fn new(place: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { place: place.into(), rule: rule.into() }
    }
}

type Rule = fn(&Tree) -> Vec<Problem>;

const RULES: [Rule; 12] = [
    words::check,
    dependencies::check,
    pages::check,
    rooms::check,
    layout::check,
    gateway_words::check,
    locales::check,
    sources::check_page,
    sources::check_locks,
    sources::check_weights,
    security::check,
    crate::coverage::check,
];

/// Shows every problem, and the files that grow too long.
pub fn run() -> Done {
    let tree = Tree::read()?;
    for file in layout::long(&tree) {
        println!("think again: {} has {} lines", file.path, file.text.lines().count());
    }
    let problems = problems(&tree);
    for problem in &problems {
        println!("{}: {}", problem.place, problem.rule);
    }
    match problems.len() {
        0 => Ok(()),
        count => Err(Failure::new(format!("{count} invariants are broken (docs/architecture.md)"))),
    }
}

fn problems(tree: &Tree) -> Vec<Problem> {
    let mut found: Vec<Problem> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    found.sort();
    found
}

/// For the tests of the rules: what a rule says about a tree of these files.
#[cfg(test)]
fn places(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    let mut places: Vec<String> = rule(&Tree::of(files)).into_iter().map(|problem| problem.place).collect();
    places.sort();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as it is.
    #[test]
    fn the_tree_is_tidy() {
        let found = Tree::read().map(|tree| problems(&tree));
        let lines = found.map(|all| all.iter().map(|p| format!("{}: {}", p.place, p.rule)).collect::<Vec<_>>());
        assert_eq!(lines.map_err(|failure| failure.to_string()), Ok(Vec::new()));
    }
}
