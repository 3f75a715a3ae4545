//! Finds row numbers in names and texts.

/// The name of a test in a spec.
pub struct Title<'a>(&'a str);

impl Title<'_> {
    /// Whether the name begins with the row, or with several rows including it.
    pub fn starts_with_row(&self, row: &str) -> bool {
        let leading = self.0.split_whitespace().take_while(|word| word.split('–').all(is_row));
        leading.flat_map(named_in).any(|named| named == row)
    }
}

/// The names of all tests of a spec: the quoted text after `test(` and similar.
pub fn titles(spec: &str) -> Vec<Title<'_>> {
    let after = spec.match_indices("test(").map(|(at, open)| spec.get(at + open.len()..).unwrap_or_default());
    after.filter_map(|rest| quoted(rest.trim_start())).map(Title).collect()
}

fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|first| ['"', '\'', '`'].contains(first))?;
    text.get(1..)?.split(quote).next()
}

/// Every row in a text: `S19, S22`, `S19–S22` (a range).
pub fn named_in(text: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['S', 'N']) {
        let word: &str = rest.get(at..at + 3).unwrap_or_default();
        rest = rest.get(at + 1..).unwrap_or_default();
        if !is_row(word) {
            continue;
        }
        let range = rows.last().filter(|_| text_before(text, rest).ends_with('–')).cloned();
        match range.as_deref().and_then(number).zip(number(word)) {
            Some((from, to)) => rows.extend((from + 1..=to).map(|n| format!("{}{n:02}", &word[..1]))),
            None => rows.push(word.to_owned()),
        }
    }
    rows
}

/// The text before the row whose letter was just removed from `rest`.
fn text_before<'a>(text: &'a str, rest: &str) -> &'a str {
    text.get(..text.len() - rest.len() - 1).unwrap_or_default()
}

fn number(row: &str) -> Option<u32> {
    row.get(1..)?.parse().ok()
}

fn is_row(word: &str) -> bool {
    word.len() == 3 && word.starts_with(['S', 'N']) && word.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_rows() {
        let spec = "test(\n  \"S19 S20 the list\", x); test(`N06 S23–S25 ${a}`, y); test.describe(\"S01\"); test('no row S02', z)";
        let found = titles(spec);
        assert_eq!(found.len(), 3);
        for (at, row, expect) in [
            (0, "S19", true),
            (0, "S20", true),
            (1, "N06", true),
            (1, "S24", true),
            (2, "S02", false),
            (0, "S02", false),
        ] {
            assert_eq!(found.get(at).is_some_and(|title| title.starts_with_row(row)), expect, "{at} {row}");
        }
    }

    #[test]
    fn words_name_rows_and_ranges() {
        for (text, expect) in [
            ("//! Volumes (rows S19–S22, N06).", vec!["S19", "S20", "S21", "S22", "N06"]),
            ("S30: one step", vec!["S30"]),
            ("Nova and SSH", vec![]),
            ("row N02 and N07", vec!["N02", "N07"]),
        ] {
            assert_eq!(named_in(text), expect, "{text}");
        }
    }
}
