//! Names of key pairs, and of the private key file, which the SSH command of an instance uses too.

use crate::rules::limits::{KEY_NAME_MAX, unprintable};

/// A name accepted by [`key_name`].
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
    Empty,
    /// Longer than [`KEY_NAME_MAX`] characters.
    TooLong {
        /// The current length.
        is: usize,
    },
    Taken,
    /// A character with which the pair could not be deleted later (`/` on stock Nova; `.` and `..` alone in any
    /// browser), or an invisible one.
    BadCharacter(char),
}

/// Validates a key pair's name; `taken` are the existing names. Surrounding blanks are dropped.
pub fn key_name<'a>(typed: &str, taken: impl IntoIterator<Item = &'a str>) -> Result<KeyNameInput, KeyNameError> {
    let name = typed.trim();
    let is = name.chars().count();
    if is == 0 {
        return Err(KeyNameError::Empty);
    }
    // Browsers remove `.` and `..` path segments, percent-encoded or not: such a pair could never be addressed.
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
/// Longest file name without extension, in characters: far below every file system's limit, also in UTF-8.
const FILE_NAME_MAX: usize = 60;

/// The file name of a private key: the pair's name without characters that a file system may refuse, and `.pem`.
pub fn private_key_file(name: &str) -> String {
    let safe = |c: char| !c.is_control() && !"/\\:*?\"<>|".contains(c);
    let kept: String = name.chars().map(|c| if safe(c) { c } else { '-' }).take(FILE_NAME_MAX).collect();
    // Windows drops trailing blanks and dots; elsewhere a file with a leading dot is hidden.
    let kept = kept.trim_matches([' ', '.']);
    let mut file = if kept.is_empty() { String::from("key") } else { String::from(kept) };
    file.push_str(".pem");
    file
}

#[cfg(test)]
mod tests;
