//! The algorithm of a public key, derived from the key itself because the API does not report it.

use std::fmt;

use super::public_key::strings;
use crate::base64;

#[cfg(test)]
mod tests;

/// The algorithm of a public key. `Display` is its usual name, the same in every language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Algorithm {
    /// `ssh-rsa`, with the modulus length in bits if the key could be decoded.
    Rsa(Option<usize>),
    /// `ssh-ed25519`.
    Ed25519,
    /// `ecdsa-sha2-nistp…`, with the curve's size.
    Ecdsa(u16),
    /// `sk-ssh-ed25519@openssh.com`: on a security key.
    SkEd25519,
    /// `sk-ecdsa-sha2-nistp256@openssh.com`: on a security key.
    SkEcdsa,
    /// A certificate (Nova's `x509` pairs, for Windows).
    X509,
    /// Another type: its first word, shortened.
    Other(String),
}

/// The most characters of an unknown type that are shown.
const SHOWN: usize = 32;

impl Algorithm {
    /// Classifies a public key as sent by a cloud.
    pub fn of(public_key: &str) -> Self {
        let mut words = public_key.split_whitespace();
        let kind = words.next().unwrap_or_default();
        match kind {
            "ssh-rsa" => Self::Rsa(words.next().and_then(rsa_bits)),
            "ssh-ed25519" => Self::Ed25519,
            "ecdsa-sha2-nistp256" => Self::Ecdsa(256),
            "ecdsa-sha2-nistp384" => Self::Ecdsa(384),
            "ecdsa-sha2-nistp521" => Self::Ecdsa(521),
            "sk-ssh-ed25519@openssh.com" => Self::SkEd25519,
            "sk-ecdsa-sha2-nistp256@openssh.com" => Self::SkEcdsa,
            "-----BEGIN" if public_key.contains("CERTIFICATE") => Self::X509,
            other => Self::Other(other.chars().take(SHOWN).collect()),
        }
    }
}

/// The third field of an RSA key is the modulus, with a leading zero byte if its top bit is set.
fn rsa_bits(encoded: &str) -> Option<usize> {
    let blob = base64::decode(encoded)?;
    let parts = strings(&blob)?;
    let zeros = parts.get(2)?.iter().take_while(|byte| **byte == 0).count();
    let modulus = parts.get(2)?.get(zeros..)?;
    let first = modulus.first()?;
    // A byte has at most 8 leading zeros.
    Some(modulus.len() * 8 - usize::try_from(first.leading_zeros()).ok()?)
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa(None) => f.write_str("RSA"),
            Self::Rsa(Some(bits)) => write!(f, "RSA {bits}"),
            Self::Ed25519 => f.write_str("Ed25519"),
            Self::Ecdsa(bits) => write!(f, "ECDSA P-{bits}"),
            Self::SkEd25519 => f.write_str("Ed25519-SK"),
            Self::SkEcdsa => f.write_str("ECDSA-SK"),
            Self::X509 => f.write_str("X.509"),
            Self::Other(word) => f.write_str(word),
        }
    }
}
