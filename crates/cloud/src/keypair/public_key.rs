//! Public keys in OpenSSH's one-line format.

use crate::base64;

#[cfg(test)]
mod tests;

/// A public key accepted by [`public_key`]: one line, `type base64 [comment]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicKeyInput(String);

impl PublicKeyInput {
    /// The key as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a pasted public key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PublicKeyError {
    /// Nothing pasted.
    Empty,
    /// A private key, which must never leave the person's machine.
    PrivateKey,
    /// More than one line with content.
    SeveralLines,
    /// A PEM file without a private key; contains the label of its first line, such as `PUBLIC KEY` or `CERTIFICATE`.
    Pem(String),
    /// An OpenSSH certificate (`…-cert-v01@openssh.com`); a cloud needs the key itself.
    Certificate,
    /// DSA (`ssh-dss`): OpenSSH has rejected such keys since 7.0 (2015).
    Dsa,
    /// The first word is not a key type of OpenSSH. Only its beginning is kept, because it could be anything.
    UnknownType(String),
    /// The second word is not base64.
    NotBase64,
    /// The base64 contains another type than the first word, or is truncated.
    TypeMismatch,
}

/// The key types, and the number of fields in each key's binary form (the first is its type).
const TYPES: [(&str, usize); 7] = [
    ("ssh-ed25519", 2),
    ("ssh-rsa", 3),
    ("ecdsa-sha2-nistp256", 3),
    ("ecdsa-sha2-nistp384", 3),
    ("ecdsa-sha2-nistp521", 3),
    ("sk-ssh-ed25519@openssh.com", 3),
    ("sk-ecdsa-sha2-nistp256@openssh.com", 4),
];

/// The most characters of an unknown first word that are shown.
const SHOWN_OF_UNKNOWN: usize = 24;

/// Validates a public key (row S07): type, base64, and not a private key by mistake. Extra blanks do not matter;
/// control characters, which could affect a terminal that shows the key, count as blanks.
pub fn public_key(typed: &str) -> Result<PublicKeyInput, PublicKeyError> {
    if looks_private(typed) {
        return Err(PublicKeyError::PrivateKey);
    }
    if let Some(what) = pem_of(typed) {
        return Err(PublicKeyError::Pem(what));
    }
    let mut lines = typed.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next().ok_or(PublicKeyError::Empty)?;
    if lines.next().is_some() {
        return Err(PublicKeyError::SeveralLines);
    }
    let words: Vec<&str> = words(line).collect();
    let kind = words.first().copied().unwrap_or_default();
    let Some((_, parts)) = TYPES.iter().find(|(known, _)| *known == kind) else {
        return Err(match kind {
            "ssh-dss" => PublicKeyError::Dsa,
            _ if kind.contains("-cert-v0") => PublicKeyError::Certificate,
            _ => PublicKeyError::UnknownType(kind.chars().take(SHOWN_OF_UNKNOWN).collect()),
        });
    };
    let blob = words.get(1).and_then(|word| base64::decode(word)).ok_or(PublicKeyError::NotBase64)?;
    let inside = strings(&blob).ok_or(PublicKeyError::TypeMismatch)?;
    if inside.first() != Some(&kind.as_bytes()) || inside.len() != *parts {
        return Err(PublicKeyError::TypeMismatch);
    }
    let key = words.join(" ");
    // The text may have other blanks, such as no-break spaces.
    if looks_private(&key) { Err(PublicKeyError::PrivateKey) } else { Ok(PublicKeyInput(key)) }
}

/// The label of a PEM file: the words of its first line between `BEGIN` and the dashes.
fn pem_of(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (what, _) = rest.split_once("-----")?;
    Some(what.chars().take(SHOWN_OF_UNKNOWN).collect())
}

/// Whether it is a supported key type.
pub(super) fn is_type(word: &str) -> bool {
    TYPES.iter().any(|(known, _)| *known == word)
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty())
}

/// Recognises PEM and PuTTY files, whole or in part, and the body of an OpenSSH private key alone (its base64 begins
/// with the encoded text `openssh-key-v1`).
fn looks_private(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let framed = ["-BEGIN ", "- BEGIN ", "-END ", "- END "].iter().any(|frame| upper.contains(frame));
    framed && upper.contains("PRIVATE KEY")
        || upper.contains("PRIVATE KEY-----")
        || upper.contains("PUTTY-USER-KEY-FILE")
        || upper.contains("PRIVATE-LINES:")
        || words(text).any(|word| word.starts_with("b3BlbnNzaC1rZXktdjE"))
}

/// The fields of a key's binary form, each preceded by its length in 4 bytes; `None` if truncated.
pub(super) fn strings(mut blob: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !blob.is_empty() {
        let (length, rest) = blob.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(part);
        blob = rest;
    }
    Some(parts)
}
