//! Names that another program accepts, each once.

use std::collections::{BTreeMap, BTreeSet};

/// Letters that all programs accept in a name: ASCII letters and digits, `_`, Hangul and Han.
pub(crate) fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '가'..='힣' | '一'..='鿿')
}

/// The text with every run of other characters replaced by one `with`; `also`: further letters that stay.
pub(crate) fn plain(text: &str, with: char, also: &[char]) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match is_plain(letter) || also.contains(&letter) {
            true => out.push(letter),
            false if out.ends_with(with) => {}
            false => out.push(with),
        }
    }
    // A leading dash would begin an option, a leading dot a hidden file.
    out.trim_matches(['-', '.', with]).to_owned()
}

/// Each name once, in the same order: names that occur more than once get the beginning of their id behind them, so that
/// they stay the same when other rows come and go. Upper and lower case are the same.
pub(crate) fn distinct(names: &[(String, &str)], separator: char) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (name, _) in names {
        *counts.entry(name.to_lowercase()).or_default() += 1;
    }
    let mut taken: BTreeSet<String> =
        counts.iter().filter(|(_, count)| **count == 1).map(|(name, _)| name.clone()).collect();
    let once = |name: &str| counts.get(&name.to_lowercase()) == Some(&1);
    names
        .iter()
        .map(|(name, _)| (name, once(name)))
        .zip(names)
        .map(|((name, once), (_, id))| if once { name.clone() } else { free(name, id, separator, &mut taken) })
        .collect()
}

fn free(name: &str, id: &str, separator: char, taken: &mut BTreeSet<String>) -> String {
    const ENOUGH: usize = 8;
    let start: String = id.chars().filter(char::is_ascii_alphanumeric).take(ENOUGH).collect();
    let base = [name, &start].map(str::to_owned).join(&separator.to_string());
    let mut candidate = base.clone();
    let mut number = 1;
    while !taken.insert(candidate.to_lowercase()) {
        number += 1;
        candidate = [base.as_str(), &number.to_string()].join(&separator.to_string());
    }
    candidate
}
