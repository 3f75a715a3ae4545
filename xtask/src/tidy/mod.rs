//! `cargo xtask tidy`: checks the invariants of docs/architecture.md. A test in this module runs the same checks, so `cargo test`
//! reports violations too.
//!
//! A rule is a function from the tree to problems. Each file here holds one kind of rule, and tests that show it failing.

pub mod dependencies;
mod docs;
mod gateway_words;
mod layers;
mod layout;
mod locales;
mod pages;
mod security;
mod sources;
mod test_words;
mod tree;
mod words;

use crate::shell::{Done, Failure};
pub use tree::Tree;

/// A violation of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File, with the line where there is one.
    pub place: String,
    /// What the rule says.
    pub rule: String,
}

impl Problem {
    /// A violation at `place`.
    pub fn new(place: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { place: place.into(), rule: rule.into() }
    }
}

type Rule = fn(&Tree) -> Vec<Problem>;

const RULES: [Rule; 14] = [
    docs::check,
    words::check,
    dependencies::check,
    pages::check,
    layers::check,
    layout::check,
    gateway_words::check,
    locales::check,
    test_words::check,
    sources::check_page,
    sources::check_locks,
    sources::check_weights,
    security::check,
    crate::coverage::check,
];

/// Prints every problem, and the files that are getting long.
pub fn run() -> Done {
    let tree = Tree::read()?;
    for file in layout::long(&tree) {
        println!("getting long: {} has {} lines", file.path, file.text.lines().count());
    }
    let problems = problems(&tree);
    for problem in &problems {
        println!("{}: {}", problem.place, problem.rule);
    }
    match problems.len() {
        0 => Ok(()),
        count => Err(Failure::new(format!("{count} rules are broken (docs/architecture.md)"))),
    }
}

fn problems(tree: &Tree) -> Vec<Problem> {
    let mut found: Vec<Problem> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    found.sort();
    found
}

/// For the tests of the rules: the places that a rule reports in these files.
#[cfg(test)]
fn places(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    let mut places: Vec<String> = rule(&Tree::of(files)).into_iter().map(|problem| problem.place).collect();
    places.sort();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_tidy() {
        let found = Tree::read().map(|tree| problems(&tree));
        let lines = found.map(|all| all.iter().map(|p| format!("{}: {}", p.place, p.rule)).collect::<Vec<_>>());
        assert_eq!(lines.map_err(|failure| failure.to_string()), Ok(Vec::new()));
    }
}
