//! `docs/coverage.md`: each row of the requirements with its page and its tests. It is generated from the tests: a
//! browser test covers the rows its name begins with, a file of native tests of the simulated cloud those in its first
//! lines, and a run on a real cloud those it recorded (`tests/clouds/*.rows`).

mod rows;

use crate::paths;
use crate::shell::{self, Done, Failure};
use crate::tidy::{Problem, Tree};
use rows::{named_in, titles};

/// The generated page.
const PAGE: &str = "docs/coverage.md";
/// `row<TAB>what<TAB>page<TAB>calls`. A row needs a test that asserts that the cloud received one of its calls
/// (`tests/e2e/support/proof.ts`; otherwise `cargo xtask test` fails).
const ROWS: &str = "tests/rows.tsv";

/// Writes the page.
pub fn run() -> Done {
    let tree = Tree::read()?;
    let path = paths::root().join(PAGE);
    shell::io(&path, std::fs::write(&path, page(&tree)))?;
    match untested(&tree).len() {
        0 => Ok(()),
        count => Err(Failure::new(format!("{count} rows have no browser test: see {PAGE}"))),
    }
}

/// Checks that the page is up to date, and that every row has a test.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let Some(stands) = tree.file(PAGE) else { return Vec::new() };
    let missing = untested(tree).into_iter();
    let mut problems: Vec<Problem> =
        missing.map(|row| Problem::new(ROWS, format!("no browser test has a name that begins with {row}"))).collect();
    if stands.text != page(tree) {
        problems.push(Problem::new(PAGE, "it is stale: cargo xtask coverage"));
    }
    problems
}

/// A row of the page.
struct Row<'a> {
    id: &'a str,
    what: &'a str,
    place: &'a str,
    /// Specs with the number of their tests.
    browser: Vec<String>,
    /// Files of native tests of the simulated cloud.
    native: Vec<String>,
    /// Real clouds on which it passed.
    real: Vec<String>,
}

fn read(tree: &Tree) -> Vec<Row<'_>> {
    let table = tree.file(ROWS).map(|file| file.text.as_str()).unwrap_or_default();
    table.lines().filter_map(|line| row(tree, line)).collect()
}

fn row<'a>(tree: &Tree, line: &'a str) -> Option<Row<'a>> {
    let mut fields = line.split('\t');
    let (id, what, place) = (fields.next()?, fields.next()?, fields.next()?);
    let specs = tree.below("tests/e2e/", ".spec.ts");
    let browser = specs.flat_map(|file| {
        let name = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".spec.ts").to_owned();
        let proving = titles(&file.text).into_iter().filter(move |title| title.starts_with_row(id)).count();
        (proving > 0).then(|| format!("{name} ({proving})"))
    });
    let native = tree.below("crates/cloudsim/tests/it/", ".rs").filter(|file| {
        let head: Vec<&str> = file.text.lines().take_while(|line| line.starts_with("//!")).collect();
        named_in(&head.join(" ")).iter().any(|row| row == id)
    });
    let real = tree
        .below("tests/clouds/", ".rows")
        .filter(|file| file.text.lines().any(|line| line.split_whitespace().eq([id, "passed"])));
    let name = |path: &str, ending| path.rsplit('/').next().unwrap_or_default().trim_end_matches(ending).to_owned();
    Some(Row {
        id,
        what,
        place,
        browser: browser.collect(),
        native: native.map(|file| name(&file.path, ".rs")).collect(),
        real: real.map(|file| name(&file.path, ".rows")).collect(),
    })
}

fn untested(tree: &Tree) -> Vec<String> {
    read(tree).into_iter().filter(|row| row.browser.is_empty()).map(|row| row.id.to_owned()).collect()
}

fn page(tree: &Tree) -> String {
    let mut page = String::from(HEAD);
    for row in read(tree) {
        let list = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
        let Row { id, what, place, .. } = row;
        page.push_str(&format!(
            "| {id} | {what} | `{place}` | {} | {} | {} |\n",
            list(&row.browser),
            list(&row.native),
            list(&row.real)
        ));
    }
    page
}

const HEAD: &str = "# What is covered

Generated from the tests by `cargo xtask coverage`; `cargo xtask tidy` fails if it is stale, or if a row has no browser test.

* *Browser*: the specs in `tests/e2e/` with tests whose names begin with the row, and their number. `cargo xtask test` fails unless
  one of them asserts that the cloud received a call of the row (`tests/rows.tsv`). Tests of one row in a loop count once.
* *Simulated cloud*: the native tests in `crates/cloudsim/tests/it/` of its responses and refusals.
* *Real cloud*: where `cargo xtask test --cloud FILE` last passed it (docs/openstack.md).

| row | what | page | browser | simulated cloud | real cloud |
| --- | --- | --- | --- | --- | --- |
";

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "S21\tA volume attached\t/instances/{id}\nS22\tDetached\t/instances/{id}\n";

    fn tree(spec: &str, native: &str, real: &str) -> Tree {
        Tree::of(&[
            (ROWS, TABLE),
            (PAGE, "old"),
            ("tests/e2e/volumes.spec.ts", spec),
            ("crates/cloudsim/tests/it/attach.rs", native),
            ("tests/clouds/openstack.rows", real),
        ])
    }

    #[test]
    fn a_row_stands_with_what_proves_it() {
        let spec = "test(\"S21 S22 there and back\", async () => {});\n  test(`S21 ${what} is refused`, x);";
        let made = page(&tree(spec, "//! Rows S20–S22.\n", "S21 passed\nS22 skipped\n"));
        let lines: Vec<&str> = made.lines().filter(|line| line.starts_with("| S")).collect();
        assert_eq!(
            lines,
            [
                "| S21 | A volume attached | `/instances/{id}` | volumes (2) | attach | openstack |",
                "| S22 | Detached | `/instances/{id}` | volumes (1) | attach | – |",
            ]
        );
    }

    #[test]
    fn an_untested_row_and_a_stale_page_are_problems() {
        let places = |tree: &Tree| check(tree).into_iter().map(|problem| problem.place).collect::<Vec<_>>();
        let half = tree("test(\"S21 attach\", async () => {});", "", "");
        assert_eq!(places(&half), [ROWS, PAGE]);
        let whole = page(&half);
        let spec = "test(\"S21 attach\", async () => {});";
        let fresh = Tree::of(&[(ROWS, TABLE), (PAGE, &whole), ("tests/e2e/volumes.spec.ts", spec)]);
        assert_eq!(places(&fresh), [ROWS]);
    }
}
