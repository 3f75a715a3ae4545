//! Corrects pasted public keys: wrapped by a terminal, exported by PuTTY, copied from `authorized_keys`. The problems
//! are reported and the corrected key is offered; nothing is changed automatically.

use super::public_key::{PublicKeyInput, is_type, public_key, strings, words};
use crate::base64;

#[cfg(test)]
mod tests;

/// A pasted text that is not a key in one line, and the key in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyMend {
    /// What is unusual about the text, in the order found.
    pub found: Vec<KeyOddity>,
    /// The key in one line.
    pub key: PublicKeyInput,
}

/// Why a text is not a plain line `type base64 [comment]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeyOddity {
    /// Invisible characters, such as zero-width spaces and byte order marks.
    Invisible,
    /// The format of RFC 4716 (`---- BEGIN SSH2 PUBLIC KEY ----`), as exported by PuTTY.
    Rfc4716,
    /// Lines that begin with `#`.
    Comments,
    /// Options of an `authorized_keys` file before the key, such as `from="192.0.2.0/24",no-pty`. Clouds do not support
    /// them, so they would be lost.
    Options(String),
    /// Line breaks or blanks in the base64.
    Wrapped,
    /// The padding `=` is missing.
    Padding,
}

/// The key in a text that [`public_key`] rejects; `None` if there is none, or more than one.
pub fn mend(typed: &str) -> Option<KeyMend> {
    if public_key(typed).is_ok() {
        return None;
    }
    let mut found = Vec::new();
    let mut text: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    if text != typed {
        found.push(KeyOddity::Invisible);
    }
    if let Some(inside) = rfc4716(&text) {
        found.push(KeyOddity::Rfc4716);
        text = inside;
    }
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    if text.lines().any(|line| is_comment(&line)) {
        found.push(KeyOddity::Comments);
        text = text.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n");
    }
    if let Some((options, key)) = options(&text) {
        found.push(KeyOddity::Options(options));
        text = key;
    }
    let key = public_key(&text).ok().or_else(|| joined(&text, &mut found))?;
    Some(KeyMend { found, key })
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Converts RFC 4716 to `type base64 comment`. Headers other than the comment are dropped; a header that ends in `\`
/// continues.
fn rfc4716(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).skip_while(|line| !line.starts_with("---- BEGIN SSH2 PUBLIC KEY"));
    lines.next()?;
    let (mut digits, mut comment, mut in_header) = (String::new(), String::new(), false);
    for line in lines.take_while(|line| !line.starts_with("----")) {
        if let Some((name, value)) = line.split_once(':').filter(|_| !in_header) {
            in_header = line.ends_with('\\');
            if name.eq_ignore_ascii_case("comment") {
                comment = value.trim().trim_matches('"').to_owned();
            }
        } else if in_header {
            in_header = line.ends_with('\\');
        } else {
            digits.push_str(line);
        }
    }
    let blob = base64::decode(&digits)?;
    let kind = String::from_utf8(strings(&blob)?.first()?.to_vec()).ok()?;
    Some(format!("{kind} {digits} {comment}"))
}

/// Splits the text into what precedes the key type, if anything, and the key. Options may contain blanks in quotes.
fn options(text: &str) -> Option<(String, String)> {
    let text = text.trim_start();
    let (mut quoted, mut begin) = (false, 0);
    for (at, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        if !c.is_whitespace() || quoted {
            continue;
        }
        if is_type(text.get(begin..at)?) {
            let before = text.get(..begin)?;
            let one_line = !before.is_empty() && !before.contains(['\n', '\r']);
            return one_line.then(|| (before.trim().to_owned(), text[begin..].to_owned()));
        }
        begin = at + c.len_utf8();
    }
    None
}

/// More than the base64 of the longest key (RSA with 16,384 bits has 2.8 kB): longer texts are not searched, because
/// every further word is tried together with all before it.
const DIGITS_MAX: usize = 8192;

/// Joins the words after the type until they form a key; the remaining words are its comment.
fn joined(text: &str, found: &mut Vec<KeyOddity>) -> Option<PublicKeyInput> {
    let words: Vec<&str> = words(text).collect();
    let (kind, rest) = words.split_first()?;
    if !is_type(kind) || rest.iter().any(|word| is_type(word)) {
        return None;
    }
    let mut digits = String::new();
    for (at, word) in rest.iter().enumerate() {
        digits.push_str(word);
        if digits.len() > DIGITS_MAX {
            break;
        }
        let missing = (4 - digits.len() % 4) % 4;
        let padded = format!("{digits}{}", "=".repeat(missing));
        let comment = rest[at + 1..].join(" ");
        if let Ok(key) = public_key(&format!("{kind} {padded} {comment}")) {
            found.extend((at > 0).then_some(KeyOddity::Wrapped));
            found.extend((missing > 0).then_some(KeyOddity::Padding));
            return Some(key);
        }
    }
    None
}
