//! A new key pair (issue 3, "Key pairs made here"): only its public line is ever sent.

use ssh_key::private::KeypairData;
use ssh_key::{LineEnding, PrivateKey};
use zeroize::Zeroizing;

use crate::fingerprint::Fingerprints;
use crate::making::Making;
use crate::random::Random;

/// Length of the RSA keys made here, bits: `ssh-keygen`'s own default.
pub const RSA_BITS: usize = 3072;

/// What kind of pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Short and made at once: the default.
    Ed25519,
    /// For clouds and images that insist on it, and for Windows passwords. The search for its primes takes a browser
    /// seconds.
    Rsa,
}

/// No pair could be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PairError {
    /// The library's own words; they hold no part of a key.
    pub message: String,
}

/// A key pair. Its private half is overwritten when it is dropped; its `Debug` shows the fingerprint only.
pub struct Pair {
    file: Zeroizing<String>,
    line: String,
    fingerprints: Fingerprints,
}

impl Pair {
    /// Makes one in one go. The comment is what stands behind the key in the public line, such as the pair's name.
    pub fn make(kind: Kind, comment: &str, random: Random<'_>) -> Result<Self, PairError> {
        Self::sized(kind, RSA_BITS, comment, random)
    }

    pub(crate) fn sized(kind: Kind, rsa_bits: usize, comment: &str, random: Random<'_>) -> Result<Self, PairError> {
        let mut making = Making::sized(kind, rsa_bits, comment);
        loop {
            if let Some(pair) = making.step(random)? {
                return Ok(pair);
            }
        }
    }

    /// The files of a key.
    pub(crate) fn of(data: KeypairData, comment: &str) -> Result<Self, PairError> {
        // A line break in the comment would make two lines of the public one.
        let comment: String = comment.split_whitespace().collect::<Vec<_>>().join("-");
        let key = PrivateKey::new(data, comment)?;
        let fingerprints = Fingerprints::of(key.public_key());
        Ok(Self {
            file: key.to_openssh(LineEnding::LF)?,
            line: key.public_key().to_openssh()?,
            fingerprints: fingerprints.ok_or_else(|| PairError { message: "the key has no encoding".to_owned() })?,
        })
    }

    /// The text of the private key's file, as `ssh` reads it: offered once, never sent, never stored.
    pub fn private_file(&self) -> &Zeroizing<String> {
        &self.file
    }

    /// The public line: what the cloud gets.
    pub fn public_line(&self) -> &str {
        &self.line
    }

    /// What a person compares.
    pub fn fingerprints(&self) -> &Fingerprints {
        &self.fingerprints
    }
}

impl std::fmt::Debug for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pair").field("fingerprint", &self.fingerprints.sha256).finish_non_exhaustive()
    }
}

impl From<ssh_key::Error> for PairError {
    fn from(error: ssh_key::Error) -> Self {
        Self { message: error.to_string() }
    }
}

#[cfg(test)]
mod tests;
