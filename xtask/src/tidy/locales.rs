//! Compares the languages. The compiler reports missing texts; this reports texts that were copied instead of
//! translated, and placeholders that differ.

use std::collections::BTreeSet;

use super::Problem;
use super::tree::{File, Tree};

/// Where the tables of texts are.
pub const TEXTS: &str = "src/locales/";

/// The columns of `texts!`; the others are compared with the first.
const LANGUAGES: [&str; 2] = ["en", "ko"];

/// Texts that are correctly the same in both: names, units, signs. One text per line.
const SAME: &str = "src/locales/same.txt";

/// Compares all texts.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let same: BTreeSet<&str> = tree
        .file(SAME)
        .map(|file| file.text.lines().filter(|line| !line.starts_with('#')).collect())
        .unwrap_or_default();
    tree.below(TEXTS, ".rs").flat_map(|file| compare(file, &same)).collect()
}

fn compare(file: &File, same: &BTreeSet<&str>) -> Vec<Problem> {
    let all = entries(file);
    let mut problems = Vec::new();
    for text in all.iter().filter(|text| text.language != LANGUAGES[0]) {
        let is_twin = |other: &&Entry| other.language == LANGUAGES[0] && other.key == text.key;
        let Some(twin) = all.iter().find(is_twin) else { continue };
        let place = file.at(text.line);
        if text.text == twin.text && has_words(text.text) && !same.contains(text.text) {
            let what = format!("{:?} is English; if it is right, list it in {SAME}", text.text);
            problems.push(Problem::new(&place, what));
        }
        if placeholders(text) != placeholders(twin) {
            problems.push(Problem::new(place, format!("{} has other placeholders than in English", text.key)));
        }
    }
    problems
}

/// A text in one language.
#[derive(Debug)]
pub struct Entry<'a> {
    /// `en`, `ko`.
    pub language: &'a str,
    /// `title`, or `count.one` for a text with several forms.
    pub key: String,
    /// Without the quotes.
    pub text: &'a str,
    /// Its line in the file.
    pub line: usize,
}

/// Parses `key: en "…", ko "…";` and `key(Kind): en { one: "…" }, ko { one: "…" };`, with any line breaks.
pub fn entries(file: &File) -> Vec<Entry<'_>> {
    let (mut key, mut language, mut part, mut inside) = ("", None, "", false);
    let mut found = Vec::new();
    for (line, token) in tokens(file) {
        match token {
            Token::Text(text) => {
                let key = if inside { format!("{key}.{part}") } else { key.to_owned() };
                found.extend(language.map(|language| Entry { language, key, text, line }));
            }
            Token::Word(word) if inside => part = word,
            Token::Word(word) if LANGUAGES.contains(&word) => language = Some(word),
            Token::Word(word) if language.is_none() => key = word,
            Token::Sign('{') if language.is_some() => inside = true,
            Token::Sign('}') => inside = false,
            Token::Sign(';') => language = None,
            Token::Word(_) | Token::Sign(_) => {}
        }
    }
    found
}

enum Token<'a> {
    Word(&'a str),
    Text(&'a str),
    Sign(char),
}

/// The tokens of the code lines, with line numbers. Kinds in parentheses are skipped.
fn tokens(file: &File) -> Vec<(usize, Token<'_>)> {
    let mut found = Vec::new();
    for (number, line) in file.code_lines() {
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            let (token, length) = match first {
                '"' => {
                    let end = end_of_literal(&rest[1..]);
                    (Some(Token::Text(&rest[1..=end])), end + 2)
                }
                '(' => (None, rest.find(')').map_or(rest.len(), |end| end + 1)),
                c if c.is_alphanumeric() || c == '_' => {
                    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                    (Some(Token::Word(&rest[..end])), end)
                }
                c => ((!c.is_whitespace()).then_some(Token::Sign(c)), c.len_utf8()),
            };
            found.extend(token.map(|token| (number, token)));
            rest = rest.get(length..).unwrap_or_default();
        }
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
    end.map_or(text.len().saturating_sub(1), |(at, _)| at)
}

/// Whether a text contains letters and needs a translation (`{n} %` and `—` do not).
fn has_words(text: &str) -> bool {
    let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    outside.collect::<String>().chars().any(char::is_alphabetic)
}

/// In the form for one thing the number may be a word.
fn placeholders<'a>(entry: &Entry<'a>) -> BTreeSet<&'a str> {
    let names = entry.text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
    names.filter(|name| *name != "n" || !entry.key.ends_with(".one")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    const FILE: &str = "src/locales/common.rs";

    fn broken(stop: &str, gone: &str, rows: &str) -> Vec<String> {
        let texts = format!(
            "texts! {{\n    Common\n\n    app: en \"Maru\", ko \"Maru\";\n    stop: en \"Stop\", ko {stop};\n    gone:\n        \
             en \"{{name}} is gone\",\n        ko {gone};\n    rows(Plural): en {{ one: \"{{n}} row\", other: \"{{n}} rows\" }}, \
             ko {{ {rows} }};\n    n: en \"{{n}}\", ko \"{{n}}\";\n}}\n"
        );
        places(check, &[(FILE, &texts), (SAME, "# names\nMaru\n")])
    }

    #[test]
    fn copied_texts_and_lost_placeholders() {
        let (stop, gone, rows) = ("\"중지\"", "\"{name} 없음\"", "one: \"{n}개\", other: \"{n}개\"");
        let none: [&str; 0] = [];
        assert_eq!(broken(stop, gone, rows), none);
        assert_eq!(broken("\"Stop\"", gone, rows), ["src/locales/common.rs:5"]);
        assert_eq!(broken(stop, "\"없음\"", rows), ["src/locales/common.rs:8"]);
        assert_eq!(broken(stop, gone, "one: \"{n}개\", other: \"개\""), ["src/locales/common.rs:9"]);
        assert_eq!(broken(stop, gone, "one: \"한 개\", other: \"{n}개\""), none);
    }

    #[test]
    fn texts_are_found_however_their_lines_are_broken() {
        let forms = [
            "gone(Advice): en { what: \"a {n}\", then: \"b\" }, ko { what: \"c\", then: \"d\" };\nlast: en \"e\", ko \"f\";",
            "gone(Advice):\n en { what: \"a {n}\", then: \"b\" },\n ko {\n what: \"c\",\n then: \"d\",\n };\nlast: en \"e\",\n ko \"f\";",
        ];
        for form in forms {
            let file = File { path: FILE.to_owned(), text: form.to_owned() };
            let found: Vec<_> = entries(&file).iter().map(|e| format!("{} {} {}", e.language, e.key, e.text)).collect();
            let expect =
                ["en gone.what a {n}", "en gone.then b", "ko gone.what c", "ko gone.then d", "en last e", "ko last f"];
            assert_eq!(found, expect, "{form}");
        }
    }

    #[test]
    fn literals_with_quotes_in_them() {
        let file = File { path: FILE.to_owned(), text: r#"a: en "say \"hi\": {x}", ko "c";"#.to_owned() };
        assert_eq!(entries(&file).iter().map(|entry| entry.text).collect::<Vec<_>>(), [r#"say \"hi\": {x}"#, "c"]);
    }
}
