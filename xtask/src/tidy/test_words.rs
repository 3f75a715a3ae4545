//! The browser tests name the texts of the page by their keys (`tests/e2e/support/words.ts`), so that a change of wording
//! touches no test. This finds a key that is not in `src/locales`, and a text that a test spells out.

use std::collections::BTreeSet;

use super::Problem;
use super::locales::{self, Entry};
use super::tree::{File, Tree};

const TESTS: &str = "tests/e2e/";

/// Texts that something else than the tables writes in the same words: a cloud, the page's manifest.
const NOT_OURS: [&str; 5] = ["Ed25519", "ID", "Key pair", "Maru", "Quota exceeded"];

/// The functions that take a key.
const TAKE_KEYS: [&str; 8] = ["t", "ko", "say", "pattern", "like", "starts", "whole", "either"];

/// Lines that begin so hold the title of a test, or a comment.
const TITLES: [&str; 6] = ["test(", "test.describe(", "test.step(", "//", "/*", "*"];

/// Finds unknown keys and spelled-out texts.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let texts = Texts::read(tree);
    tree.below(TESTS, ".ts").flat_map(|file| texts.problems(file)).collect()
}

#[derive(Default)]
struct Texts {
    keys: BTreeSet<String>,
    /// No literal may be one of these.
    whole: BTreeSet<String>,
    /// No literal may contain one of these: texts of two words or more, and the texts around their placeholders.
    phrases: BTreeSet<String>,
}

impl Texts {
    fn read(tree: &Tree) -> Self {
        let mut texts = Self::default();
        for file in tree.below(locales::TEXTS, ".rs") {
            let part = file.path[locales::TEXTS.len()..].trim_end_matches(".rs");
            for entry in locales::entries(file) {
                texts.add(part, &entry);
            }
        }
        texts
    }

    fn add(&mut self, part: &str, entry: &Entry<'_>) {
        let key = format!("{part}.{}", entry.key);
        // A text that goes by number is named without its form.
        self.keys.extend(key.strip_suffix(".other").map(str::to_owned));
        self.keys.insert(key);
        let text = bare(entry.text);
        if !NOT_OURS.contains(&text) && (text.contains(' ') || begins_like_a_text(text)) {
            self.whole.insert(text.to_owned());
        }
        let pieces = text.split(['{', '}']).step_by(2).map(bare);
        let phrases =
            pieces.filter(|piece| piece.contains(' ') && begins_like_a_text(piece) && !NOT_OURS.contains(piece));
        self.phrases.extend(phrases.map(str::to_owned));
    }

    fn problems(&self, file: &File) -> Vec<Problem> {
        let mut found = Vec::new();
        for (number, line) in file.code_lines() {
            let unknown = keys(line).into_iter().filter(|key| !self.keys.contains(*key));
            found.extend(
                unknown.map(|key| Problem::new(file.at(number), format!("{} has no text {key}", locales::TEXTS))),
            );
            if TITLES.iter().any(|title| line.trim_start().starts_with(title)) {
                continue;
            }
            for literal in literals(line).iter().filter(|literal| self.spells_out(literal)) {
                let what = format!("{literal:?} is a text of {}: name it by its key", locales::TEXTS);
                found.push(Problem::new(file.at(number), what));
            }
        }
        found
    }

    /// Also of the source of a regular expression.
    fn spells_out(&self, literal: &str) -> bool {
        let literal = literal.replace('\\', "");
        let literal = bare(&literal);
        let words: Vec<&str> = literal.split(' ').collect();
        let runs = (0..words.len()).flat_map(|from| (from + 2..=words.len()).map(move |to| from..to));
        self.whole.contains(literal) || runs.into_iter().any(|run| self.phrases.contains(bare(&words[run].join(" "))))
    }
}

/// With a capital or in Korean; one letter is no text.
fn begins_like_a_text(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_uppercase() || !first.is_ascii()) && letters.next().is_some()
}

/// Without punctuation around the words.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ".,:;?!…“”()^$".contains(c))
}

/// The keys that a line names.
fn keys(line: &str) -> Vec<&str> {
    let calls = line.match_indices("(\"").filter(|(at, _)| {
        let name = line[..*at].rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next();
        name.is_some_and(|name| TAKE_KEYS.contains(&name))
    });
    calls.filter_map(|(at, _)| line[at + 2..].split('"').next()).collect()
}

/// The contents of quotes, backquotes, and regular expressions.
fn literals(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut at, mut before) = (0, '(');
    while let Some(c) = line[at..].chars().next() {
        let opens = matches!(c, '"' | '`') || (c == '/' && "([,:=|".contains(before));
        let length = if opens { length_until(&line[at + 1..], c) } else { 0 };
        if opens {
            found.push(&line[at + 1..at + 1 + length]);
        }
        at = (at + c.len_utf8() + length + usize::from(opens)).min(line.len());
        before = if c.is_whitespace() { before } else { c };
    }
    found
}

/// Bytes up to the end that is not escaped, or to the end of the line.
fn length_until(text: &str, end: char) -> usize {
    let mut escaped = false;
    let found = text.char_indices().find(|(_, c)| {
        let ends = *c == end && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    found.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    const LOCALES: &str = "texts! {\n    Volumes\n\n    create: en \"Create volume\", ko \"블록 스토리지 생성\";\n    \
        stop: en \"Stop\", ko \"중지\";\n    kept: en \"kept\", ko \"유지\";\n    \
        title: en \"Extend volume {name}?\", ko \"{name} 확장\";\n    \
        count(Plural): en { one: \"{n} volume\", other: \"{n} volumes\" }, ko { one: \"{n}개\", other: \"{n}개\" };\n}\n";

    #[track_caller]
    fn check_line(line: &str, found: bool) {
        let places = places(check, &[("src/locales/volumes.rs", LOCALES), ("tests/e2e/a.spec.ts", line)]);
        assert_eq!(!places.is_empty(), found, "{line} → {places:?}");
    }

    #[test]
    fn a_test_spells_no_text_out() {
        check_line("await maru.button(\"Create volume\").click();", true);
        check_line("await maru.button(\"Stop\").click();", true);
        check_line("await page.getByRole(\"button\", { name: /^Stop$/ }).click();", true);
        check_line("await page.getByRole(\"button\", { name: \"중지\" }).click();", true);
        check_line("await maru.dialog(`Extend volume ${name}?`).waitFor();", true);
        check_line("await expect(row).toContainText(\"Then: Create volume.\");", true);
        check_line("test(\"Create volume\", async ({ maru }) => {", false);
        check_line("// Create volume", false);
        check_line("await maru.button(t(\"volumes.create\")).click();", false);
        check_line("const port = { name: \"kept\" };", false);
        check_line("await maru.row(\"web-prod-01\").click();", false);
        check_line("await expect(alert).toContainText(\"Volume x could not be found.\");", false);
    }

    #[test]
    fn a_test_names_no_text_that_is_not_there() {
        check_line("t(\"volumes.make\")", true);
        check_line("await expect(count).toHaveText(t(\"volumes.count\", { n: 3 }));", false);
        check_line("like(\"volumes.count.other\")", false);
        check_line("new RegExp(t.pattern(\"volumes.counts\"))", true);
        check_line("this.say(\"volumes.stops\")", true);
        check_line("await cloud.client(\"volumes.make\")", false);
    }
}
