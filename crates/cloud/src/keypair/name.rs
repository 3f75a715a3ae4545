//! Names of key pairs, and of the file of a private key: offered under this name, and named in the SSH command of an
//! instance.

use crate::rules::limits::{KEY_NAME_MAX, unprintable};

/// A name that passed [`key_name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyNameInput(String);

impl KeyNameInput {
    /// The name as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a key pair's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyNameError {
    /// Nothing typed.
    Empty,
    /// Longer than [`KEY_NAME_MAX`] characters.
    TooLong {
        /// The length typed.
        is: usize,
    },
    /// One of this name exists already.
    Taken,
    /// A character that makes the pair impossible to delete later (`/` on stock Nova; `.` and `..` alone in any
    /// browser), or an invisible one.
    BadCharacter(char),
}

/// Checks a key pair's name; `taken` are the names that exist. Surrounding blanks are dropped.
pub fn key_name<'a>(typed: &str, taken: impl IntoIterator<Item = &'a str>) -> Result<KeyNameInput, KeyNameError> {
    let name = typed.trim();
    let is = name.chars().count();
    if is == 0 {
        return Err(KeyNameError::Empty);
    }
    // A browser takes `.` and `..` as a path segment apart, percent-encoded or not: the pair could never be named.
    if name == "." || name == ".." {
        return Err(KeyNameError::BadCharacter('.'));
    }
    if let Some(bad) = name.chars().find(|c| *c == '/' || unprintable(*c)) {
        return Err(KeyNameError::BadCharacter(bad));
    }
    if is > KEY_NAME_MAX {
        return Err(KeyNameError::TooLong { is });
    }
    if taken.into_iter().any(|known| known == name) {
        return Err(KeyNameError::Taken);
    }
    Ok(KeyNameInput(name.to_owned()))
}
/// Longest name of a file without its ending, in characters: far below what any file system takes, also in UTF-8.
const FILE_NAME_MAX: usize = 60;

/// What the file of a private key is called: the pair's name without what a file system may refuse, and `.pem`.
pub fn private_key_file(name: &str) -> String {
    let safe = |c: char| !c.is_control() && !"/\\:*?\"<>|".contains(c);
    let kept: String = name.chars().map(|c| if safe(c) { c } else { '-' }).take(FILE_NAME_MAX).collect();
    // Windows drops blanks and dots at the end, and a file that begins with a dot is hidden elsewhere.
    let kept = kept.trim_matches([' ', '.']);
    let mut file = if kept.is_empty() { String::from("key") } else { String::from(kept) };
    file.push_str(".pem");
    file
}

#[cfg(test)]
mod tests;
