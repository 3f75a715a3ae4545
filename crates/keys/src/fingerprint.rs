//! Fingerprints, as OpenSSH and as Nova write them.

use md5::{Digest, Md5};
use ssh_key::{HashAlg, PublicKey};

/// The fingerprints of a public key (row S07: what is compared before it is trusted).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fingerprints {
    /// `SHA256:` and base64 without padding: OpenSSH's, and NHN's.
    pub sha256: String,
    /// Pairs of hexadecimal digits with colons: what Nova shows.
    pub md5: String,
}

impl Fingerprints {
    /// Of a public line (`type base64 [comment]`); `None` for what is no key of a known type.
    pub fn of_line(line: &str) -> Option<Self> {
        Self::of(&PublicKey::from_openssh(line.trim()).ok()?)
    }

    pub(crate) fn of(key: &PublicKey) -> Option<Self> {
        let digest = Md5::digest(key.to_bytes().ok()?);
        let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Self { sha256: key.fingerprint(HashAlg::Sha256).to_string(), md5: pairs.join(":") })
    }
}
