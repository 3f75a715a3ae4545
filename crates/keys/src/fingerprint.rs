//! Fingerprints in the formats of OpenSSH and Nova.

use md5::{Digest, Md5};
use ssh_key::{HashAlg, PublicKey};

/// The fingerprints of a public key (row S07), for a person to compare.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fingerprints {
    /// `SHA256:` and base64 without padding, as in OpenSSH and NHN.
    pub sha256: String,
    /// Pairs of hexadecimal digits with colons, as in Nova.
    pub md5: String,
}

impl Fingerprints {
    /// Of a public key line (`type base64 [comment]`); `None` for an unknown key type.
    pub fn of_line(line: &str) -> Option<Self> {
        Self::of(&PublicKey::from_openssh(line.trim()).ok()?)
    }

    pub(crate) fn of(key: &PublicKey) -> Option<Self> {
        let digest = Md5::digest(key.to_bytes().ok()?);
        let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Self { sha256: key.fingerprint(HashAlg::Sha256).to_string(), md5: pairs.join(":") })
    }
}
