//! The first password of a Windows instance (`os-server-password`): RSA, PKCS#1 v1.5, in base64.

use base64ct::{Base64, Encoding};
use rsa::Pkcs1v15Encrypt;
use zeroize::Zeroizing;

use crate::random::{Random, Source};
use crate::rsa_key::RsaKey;

/// Why there is no password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordError {
    /// The cloud has none yet: the guest stores it some minutes after its first boot.
    NotYet,
    /// The cloud's response is not base64.
    NotBase64,
    /// It was encrypted for another key.
    WrongKey,
    /// The decrypted bytes are not text.
    NotText,
}

impl RsaKey {
    /// Decrypts the password as sent by Nova. The randomness blinds the computation against timing attacks.
    pub fn password(&self, sent: &str, random: Random<'_>) -> Result<Zeroizing<String>, PasswordError> {
        let sent: String = sent.split_whitespace().collect();
        if sent.is_empty() {
            return Err(PasswordError::NotYet);
        }
        let secret = Base64::decode_vec(&sent).map_err(|_| PasswordError::NotBase64)?;
        let opened = self.0.decrypt_blinded(&mut Source(random), Pkcs1v15Encrypt, &secret);
        let opened = Zeroizing::new(opened.map_err(|_| PasswordError::WrongKey)?);
        let text = std::str::from_utf8(&opened).map_err(|_| PasswordError::NotText)?;
        Ok(Zeroizing::new(text.to_owned()))
    }
}

#[cfg(test)]
mod tests;
