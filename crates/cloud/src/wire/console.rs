//! What lets one look into an instance. Whoever has one of these has the instance: `Debug` hides both.

/// A link to the screen of an instance, with a token in it.
#[derive(Clone, PartialEq, Eq)]
pub struct ConsoleLink(pub String);

/// A password encrypted with the public half of a key pair (RSA, PKCS #1 v1.5), in base64.
#[derive(Clone, PartialEq, Eq)]
pub struct EncryptedPassword(pub String);

impl std::fmt::Debug for ConsoleLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ConsoleLink")
    }
}

impl std::fmt::Debug for EncryptedPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EncryptedPassword")
    }
}
