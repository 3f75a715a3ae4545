//! A new key pair, of which only the public key line is ever sent.

use ssh_key::private::KeypairData;
use ssh_key::{LineEnding, PrivateKey};
use zeroize::Zeroizing;

use crate::fingerprint::Fingerprints;
use crate::making::Making;
use crate::random::Random;

/// Length of generated RSA keys in bits: the default of `ssh-keygen`.
pub const RSA_BITS: usize = 3072;

/// The key type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Short and generated instantly: the default.
    Ed25519,
    /// For clouds and images that require it, and for Windows passwords. Takes a browser seconds.
    Rsa,
}

/// The pair could not be generated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PairError {
    /// The library's error, which contains no part of a key.
    pub message: String,
}

/// A key pair. Its private half is overwritten when it is dropped; its `Debug` shows only the fingerprint.
pub struct Pair {
    file: Zeroizing<String>,
    line: String,
    fingerprints: Fingerprints,
}

impl Pair {
    /// Generates a pair. `comment` is appended to the public key line, such as the pair's name.
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

    /// Encodes a key pair.
    pub(crate) fn of(data: KeypairData, comment: &str) -> Result<Self, PairError> {
        // A line break in the comment would split the public key line.
        let comment: String = comment.split_whitespace().collect::<Vec<_>>().join("-");
        let key = PrivateKey::new(data, comment)?;
        let fingerprints = Fingerprints::of(key.public_key());
        Ok(Self {
            file: key.to_openssh(LineEnding::LF)?,
            line: key.public_key().to_openssh()?,
            fingerprints: fingerprints.ok_or_else(|| PairError { message: "the key has no encoding".to_owned() })?,
        })
    }

    /// The private key file in OpenSSH format: offered once, never sent, never stored.
    pub fn private_file(&self) -> &Zeroizing<String> {
        &self.file
    }

    /// The public key line to send to the cloud.
    pub fn public_line(&self) -> &str {
        &self.line
    }

    /// For a person to compare.
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
