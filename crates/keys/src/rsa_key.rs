//! A private RSA key that a person provides to decrypt a password. It stays in memory and is overwritten afterwards.

use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::pkcs8::DecodePrivateKey;
use rsa::{BigUint, RsaPrivateKey};
use ssh_key::private::{KeypairData, RsaKeypair};
use ssh_key::{Mpint, PrivateKey};

use crate::pem::{self, Kind};

/// A private RSA key. Its `Debug` shows nothing.
pub struct RsaKey(pub(crate) RsaPrivateKey);

/// Why a text is not a usable key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyError {
    Empty,
    /// It is a public key.
    Public,
    /// It has a passphrase: `ssh-keygen -p` creates a copy without one.
    Encrypted,
    /// A private key of another type (Ed25519, ECDSA): only RSA can decrypt.
    NotRsa,
    /// Not a private key file, or a damaged one.
    Unreadable,
}

impl RsaKey {
    /// Parses a PEM (PKCS#1, PKCS#8) or OpenSSH file.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        if text.trim().is_empty() {
            return Err(KeyError::Empty);
        }
        let Some((kind, file)) = pem::read(text) else { return Err(no_file(text)) };
        match kind {
            Kind::Encrypted => Err(KeyError::Encrypted),
            Kind::Pkcs1 => RsaPrivateKey::from_pkcs1_pem(&file).map(Self).map_err(|_| KeyError::Unreadable),
            Kind::Pkcs8 => RsaPrivateKey::from_pkcs8_pem(&file).map(Self).map_err(of_pkcs8),
            Kind::OpenSsh => openssh(&file),
        }
    }
}

/// The PEM label does not name the algorithm, so it is derived from the parser's error.
fn of_pkcs8(error: rsa::pkcs8::Error) -> KeyError {
    match error {
        rsa::pkcs8::Error::PublicKey(rsa::pkcs8::spki::Error::OidUnknown { .. }) => KeyError::NotRsa,
        _ => KeyError::Unreadable,
    }
}

fn openssh(file: &str) -> Result<RsaKey, KeyError> {
    let key = PrivateKey::from_openssh(file).map_err(|_| KeyError::Unreadable)?;
    if key.is_encrypted() {
        return Err(KeyError::Encrypted);
    }
    let KeypairData::Rsa(pair) = key.key_data() else { return Err(KeyError::NotRsa) };
    rsa_of(pair).ok_or(KeyError::Unreadable)
}

/// ssh-key 0.6.7's own conversion uses the first prime twice, which always fails.
fn rsa_of(pair: &RsaKeypair) -> Option<RsaKey> {
    let number = |part: &Mpint| part.as_positive_bytes().map(BigUint::from_bytes_be);
    let primes = vec![number(&pair.private.p)?, number(&pair.private.q)?];
    let (modulus, exponent) = (number(&pair.public.n)?, number(&pair.public.e)?);
    let key = RsaPrivateKey::from_components(modulus, exponent, number(&pair.private.d)?, primes).ok()?;
    key.validate().is_ok().then_some(RsaKey(key))
}

/// What the text is instead.
fn no_file(text: &str) -> KeyError {
    let public = text.contains("BEGIN PUBLIC KEY") || text.contains("BEGIN RSA PUBLIC KEY");
    if public || ["ssh-", "ecdsa-", "sk-"].iter().any(|start| text.trim_start().starts_with(start)) {
        return KeyError::Public;
    }
    if text.contains("BEGIN EC PRIVATE KEY") || text.contains("BEGIN DSA PRIVATE KEY") {
        return KeyError::NotRsa;
    }
    KeyError::Unreadable
}

impl std::fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RsaKey")
    }
}

#[cfg(test)]
mod tests;
