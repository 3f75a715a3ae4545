//! docs/security.md: every attack names tests, and they exist.

use super::Problem;
use super::tree::{File, Tree};

const TABLE: &str = "docs/security.md";

/// Rows without a test, and tests that do not exist.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let Some(table) = tree.file(TABLE) else { return vec![Problem::new(TABLE, "the table of attacks is missing")] };
    let rows = table.code_lines().filter(|(_, line)| line.starts_with("| ") && !line.starts_with("| attack |"));
    rows.flat_map(|(number, row)| broken(tree, table, number, row)).collect()
}

fn broken(tree: &Tree, table: &File, number: usize, row: &str) -> Vec<Problem> {
    let tests: Vec<(&str, &str)> = row.split('`').skip(1).step_by(2).filter_map(|code| code.split_once(": ")).collect();
    if tests.is_empty() {
        return vec![Problem::new(table.at(number), "no test covers this defence")];
    }
    let missing = tests.into_iter().filter(|(path, name)| !tree.file(path).is_some_and(|file| has(file, name)));
    missing.map(|(path, name)| Problem::new(table.at(number), format!("{path} has no test `{name}`"))).collect()
}

/// Rust tests are named by function, Playwright tests by title.
fn has(file: &File, name: &str) -> bool {
    if file.path.ends_with(".rs") { file.text.contains(&format!("fn {name}(")) } else { file.text.contains(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn every_attack_has_tests_that_exist() {
        let found = |row: &str| {
            let table = format!("| attack | defence | tests |\n|---|---|---|\n{row}\n");
            let files = [("a.rs", "fn it_holds() {}"), ("b.spec.ts", "test(`it holds: ${x}`)"), (TABLE, &table)];
            places(check, &files)
        };
        assert!(found("| a | `--b` | `a.rs: it_holds`, `b.spec.ts: it holds` |").is_empty());
        assert_eq!(found("| a | `--b` | none |"), ["docs/security.md:3"]);
        assert_eq!(found("| a | b | `a.rs: it_hold` |"), ["docs/security.md:3"]);
        assert_eq!(found("| a | b | `c.rs: it_holds` |"), ["docs/security.md:3"]);
        assert_eq!(found("| a | b | `a.rs: it_holds`, `b.spec.ts: it breaks` |"), ["docs/security.md:3"]);
        assert_eq!(places(check, &[("a.rs", "")]), [TABLE]);
    }
}
