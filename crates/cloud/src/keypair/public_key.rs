//! Public keys in OpenSSH's one-line form.

use crate::base64;

#[cfg(test)]
mod tests;

/// A public key that passed [`public_key`]; one line, `type base64 [comment]`.
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
    /// This is a private key: it must never leave the person's machine.
    PrivateKey,
    /// More than one line with content.
    SeveralLines,
    /// A PEM file that holds no private key; what its first line says it is, such as `PUBLIC KEY` or `CERTIFICATE`.
    Pem(String),
    /// A certificate of OpenSSH (`…-cert-v01@openssh.com`): it vouches for a key, and a cloud takes the key itself.
    Certificate,
    /// DSA (`ssh-dss`): OpenSSH has refused such keys since 7.0 (2015).
    Dsa,
    /// The first word is no key type OpenSSH knows. Only its beginning is kept: who knows what was pasted.
    UnknownType(String),
    /// The second word is not base64.
    NotBase64,
    /// The base64 names another type inside than the first word, or is cut short.
    TypeMismatch,
}

/// The key types, and of how many parts each key's binary form consists (its type being the first).
const TYPES: [(&str, usize); 7] = [
    ("ssh-ed25519", 2),
    ("ssh-rsa", 3),
    ("ecdsa-sha2-nistp256", 3),
    ("ecdsa-sha2-nistp384", 3),
    ("ecdsa-sha2-nistp521", 3),
    ("sk-ssh-ed25519@openssh.com", 3),
    ("sk-ecdsa-sha2-nistp256@openssh.com", 4),
];

/// How much of an unknown first word is repeated to the person.
const SHOWN_OF_UNKNOWN: usize = 24;

/// Checks a pasted or dropped public key (row S07): type, base64, no private key by mistake. Blanks around and between
/// the words do not matter; control characters, which a terminal that shows the key would obey, count as blanks.
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
    // Blanks of another kind may have stood in a frame.
    if looks_private(&key) { Err(PublicKeyError::PrivateKey) } else { Ok(PublicKeyInput(key)) }
}

/// What a PEM file says it is: the words of its first line between `BEGIN` and the dashes.
fn pem_of(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (what, _) = rest.split_once("-----")?;
    Some(what.chars().take(SHOWN_OF_UNKNOWN).collect())
}

/// The key types that are taken.
pub(super) fn is_type(word: &str) -> bool {
    TYPES.iter().any(|(known, _)| *known == word)
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty())
}

/// PEM and PuTTY files, whole or in part, and the body of an OpenSSH private key without its frame (its base64 begins
/// with the encoded words `openssh-key-v1`).
fn looks_private(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let framed = ["-BEGIN ", "- BEGIN ", "-END ", "- END "].iter().any(|frame| upper.contains(frame));
    framed && upper.contains("PRIVATE KEY")
        || upper.contains("PRIVATE KEY-----")
        || upper.contains("PUTTY-USER-KEY-FILE")
        || upper.contains("PRIVATE-LINES:")
        || words(text).any(|word| word.starts_with("b3BlbnNzaC1rZXktdjE"))
}

/// The parts of a key's binary form, each behind its length in 4 bytes; `None` when it is cut short.
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
