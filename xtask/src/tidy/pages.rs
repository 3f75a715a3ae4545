//! Pages never import each other; what two pages need is in `src/shared`.

use super::Problem;
use super::tree::{File, Tree};

const PAGES: &str = "src/pages/";

/// Every line in a page's folder that names another page.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut names: Vec<&str> = tree.below(PAGES, ".rs").filter_map(page_of).collect();
    names.dedup();
    let mut problems = Vec::new();
    for file in tree.below(PAGES, ".rs") {
        let Some(own) = page_of(file) else { continue };
        for (number, line) in file.code_lines() {
            let mut others = names.iter().filter(|other| **other != own);
            if let Some(other) = others.find(|other| mentions(line, other)) {
                problems.push(Problem::new(file.at(number), format!("the page {own} must not name the page {other}")));
            }
        }
    }
    problems
}

/// The page that a file belongs to: its folder, or the file itself.
fn page_of(file: &File) -> Option<&str> {
    let inside = file.path.strip_prefix(PAGES)?;
    let name = inside.split('/').next()?.trim_end_matches(".rs");
    (name != "mod").then_some(name)
}

fn mentions(line: &str, page: &str) -> bool {
    ["pages::", "super::super::"].iter().any(|path| {
        let mut after = line.match_indices(path).filter_map(|(at, path)| line.get(at + path.len()..));
        after.any(|rest| {
            rest.strip_prefix(page).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_page_names_only_itself() {
        let tree = |line| {
            places(
                check,
                &[("src/pages/mod.rs", "mod a;"), ("src/pages/instances/list.rs", line), ("src/pages/flavors.rs", "")],
            )
        };
        assert_eq!(tree("use crate::pages::flavors::table;"), ["src/pages/instances/list.rs:1"]);
        assert_eq!(tree("use super::super::flavors;"), ["src/pages/instances/list.rs:1"]);
        assert!(tree("use crate::pages::instances::row;").is_empty());
        assert!(tree("use crate::pages::flavors_shared;").is_empty());
        assert!(tree("let flavors = data.flavors();").is_empty());
    }
}
