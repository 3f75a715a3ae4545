//! What is typed for a key pair and what is valid (rows S06, S07).

/// A name that passed [`key_name`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyNameInput(String);

/// A public key that passed [`public_key`]; one line, `type base64 [comment]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicKeyInput(String);

impl KeyNameInput {
    /// The name as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PublicKeyInput {
    /// The key as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a key pair's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyNameError {
    /// Nothing typed.
    Empty,
    /// Longer than 255 characters.
    TooLong {
        /// The length typed.
        is: usize,
    },
    /// One of this name exists already.
    Taken,
    /// A character that makes the pair impossible to delete later on stock Nova (`/`), or a control character.
    BadCharacter(char),
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
    /// The first word is no key type OpenSSH knows.
    UnknownType(String),
    /// The second word is not base64.
    NotBase64,
    /// The base64 names another type inside than the first word, or is cut short.
    TypeMismatch,
}

/// Checks a key pair's name; `taken` are the names that exist.
pub fn key_name<'a>(typed: &str, taken: impl IntoIterator<Item = &'a str>) -> Result<KeyNameInput, KeyNameError> {
    let _ = (typed, taken);
    todo!()
}

/// Checks a pasted or dropped public key (row S07): type, base64, no private key by mistake.
pub fn public_key(typed: &str) -> Result<PublicKeyInput, PublicKeyError> {
    let _ = typed;
    todo!()
}
