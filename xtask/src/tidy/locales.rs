//! The languages say the same. That no text is missing, the compiler sees; this sees a text that was copied instead of
//! translated, and a placeholder that got lost.

use super::Problem;
use super::tree::{File, Tree};
use std::cmp::Ordering;
use std::collections::BTreeSet;

const ENGLISH: &str = "src/locales/en/";
const KOREAN: &str = "src/locales/ko/";

/// Texts that are rightly the same in both: names, units, signs. One text a line, with why after it where it needs one.
const SAME: &str = "src/locales/same.txt";

/// Compares the two languages file by file and key by key.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let same: BTreeSet<&str> = tree
        .file(SAME)
        .map(|file| file.text.lines().filter(|line| !line.starts_with('#')).collect())
        .unwrap_or_default();
    let files = tree.files.iter().filter(|file| file.path.starts_with(KOREAN));
    files.flat_map(|korean| compare(tree, korean, &same)).collect()
}

fn compare(tree: &Tree, korean: &File, same: &BTreeSet<&str>) -> Vec<Problem> {
    let english = korean.path.replace(KOREAN, ENGLISH);
    let Some(twins) = tree.file(&english).map(entries) else {
        return vec![Problem::new(&korean.path, format!("there is no {english}"))];
    };
    let mut problems = Vec::new();
    for text in entries(korean) {
        let place = korean.at(text.line);
        let Some(twin) = twins.iter().find(|twin| twin.key == text.key) else {
            problems.push(Problem::new(place, format!("{english} has no {}", text.key)));
            continue;
        };
        if text.text == twin.text && has_words(&text.text) && !same.contains(text.text.as_str()) {
            let what = format!("{:?} is English; if it is right, list it in {SAME}", text.text);
            problems.push(Problem::new(&place, what));
        }
        if placeholders(&text) != placeholders(twin) {
            problems.push(Problem::new(place, format!("{} has other placeholders than in English", text.key)));
        }
    }
    problems
}

struct Entry {
    /// Path of the field, e.g. `common.choices.one`.
    key: String,
    text: String,
    line: usize,
}

/// Reads `key: "text",`, `key: Plural { one: "…", other: "…" },` below `pub static PART: Part = Part {`, however rustfmt
/// broke the lines.
fn entries(file: &File) -> Vec<Entry> {
    let mut inside: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for (number, line) in file.code_lines() {
        let line = line.trim();
        let name = line.split(':').next().unwrap_or_default().trim_start_matches("pub static ").to_lowercase();
        let (opens, closes) = braces(line);
        // A struct on one line: its name is part of the path of each text in it.
        let around = (opens > 0 && opens == closes).then_some(name.as_str());
        for (key, text) in strings(line) {
            let path = inside.iter().map(String::as_str).chain(around).chain([key]);
            found.push(Entry { key: path.collect::<Vec<_>>().join("."), text: text.to_owned(), line: number });
        }
        match opens.cmp(&closes) {
            Ordering::Greater => inside.push(name),
            Ordering::Less => drop(inside.pop()),
            Ordering::Equal => {}
        }
    }
    found
}

/// How many structs a line opens and closes; braces within texts are placeholders.
fn braces(line: &str) -> (usize, usize) {
    let mut code = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('"') {
        code.push_str(before);
        rest = after.get(end_of_literal(after) + 1..).unwrap_or_default();
    }
    code.push_str(rest);
    (code.matches('{').count(), code.matches('}').count())
}

/// The string literals of a line, each with the field it belongs to.
fn strings(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(": \"") {
        let key = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
        let end = end_of_literal(after);
        found.push((key, after.get(..end).unwrap_or_default()));
        rest = after.get(end + 1..).unwrap_or_default();
    }
    found
}

fn end_of_literal(text: &str) -> usize {
    let mut escaped = false;
    let end = text.char_indices().find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// A text without letters (`{n} %`, `—`) needs no translation.
fn has_words(text: &str) -> bool {
    let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    outside.collect::<String>().chars().any(char::is_alphabetic)
}

/// The form for one thing may write the number as a word.
fn placeholders(entry: &Entry) -> BTreeSet<&str> {
    let names = entry.text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
    names.filter(|name| *name != "n" || !entry.key.ends_with(".one")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    const EN_FILE: &str = "src/locales/en/common.rs";
    const KO_FILE: &str = "src/locales/ko/common.rs";
    const EN: &str = "pub static COMMON: Common = Common {\n        app: \"Maru\",\n        stop: \"Stop\",\n        \
                      gone: \"{name} is gone\",\n        rows: Plural { one: \"{n} row\", other: \"{n} rows\" },\n        n: \"{n}\",\n};\n";

    fn broken(korean: &str) -> Vec<String> {
        places(check, &[(EN_FILE, EN), (KO_FILE, korean), (SAME, "# names\nMaru\n")])
    }

    fn ko(stop: &str, gone: &str, row: &str, rows: &str) -> String {
        format!(
            "pub static COMMON: Common = Common {{\n        app: \"Maru\",\n        stop: \"{stop}\",\n        \
             gone: \"{gone}\",\n        rows: Plural {{ one: \"{row}\", other: \"{rows}\" }},\n        n: \"{{n}}\",\n}};\n"
        )
    }

    #[test]
    fn copied_texts_and_lost_placeholders() {
        let good = ko("중지", "{name} 없음", "{n}개", "{n}개");
        assert!(broken(&good).is_empty(), "{:?}", broken(&good));
        assert_eq!(broken(&ko("Stop", "{name} 없음", "{n}개", "{n}개")), ["src/locales/ko/common.rs:3"]);
        assert_eq!(broken(&ko("중지", "없음", "{n}개", "{n}개")), ["src/locales/ko/common.rs:4"]);
        assert_eq!(broken(&ko("중지", "{name} 없음", "{n}개", "개")), ["src/locales/ko/common.rs:5"]);
        assert!(broken(&ko("중지", "{name} 없음", "한 개", "{n}개")).is_empty());
        assert_eq!(broken(&good.replace("stop:", "halt:")), ["src/locales/ko/common.rs:3"]);
    }

    /// rustfmt breaks a struct by its width, which differs between the languages.
    #[test]
    fn broken_lines_are_the_same_keys() {
        let keys = |text| {
            let tree = Tree::of(&[(EN_FILE, text)]);
            tree.file(EN_FILE).map(entries).unwrap_or_default().into_iter().map(|entry| entry.key).collect::<Vec<_>>()
        };
        let expect = ["errors.gone.what", "errors.gone.then", "errors.last"];
        let forms = [
            "pub static ERRORS: E = E {\n gone: A { what: \"a {n}\", then: \"b\" },\n last: \"c\",\n};",
            "pub static ERRORS: E = E {\n gone: A {\n what: \"a {n}\", then: \"b\"\n },\n last: \"c\",\n};",
            "pub static ERRORS: E = E {\n gone: A {\n what: \"a {n}\",\n then: \"b\",\n },\n last: \"c\",\n};",
        ];
        for form in forms {
            assert_eq!(keys(form), expect, "{form}");
        }
    }

    #[test]
    fn literals_with_quotes_in_them() {
        assert_eq!(strings(r#"a: "say \"hi\": {x}", b: "c""#), [("a", r#"say \"hi\": {x}"#), ("b", "c")]);
    }
}
