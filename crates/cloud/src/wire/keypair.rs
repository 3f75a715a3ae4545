//! Key pairs (rows S04–S08).

use serde::de::MapAccess;

use super::lenient::*;
use super::root::Rooted;
use crate::ids::{KeyName, UserId};
use crate::time::Timestamp;

/// One key pair. Dates and id are in the single answer only, and may be null. Its `Debug` hides the private key.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyPair {
    /// `name`.
    pub name: KeyName,
    /// `public_key`.
    pub public_key: String,
    /// `fingerprint`.
    pub fingerprint: String,
    /// `user_id`.
    pub user_id: Option<UserId>,
    /// `id`: a number in guides, a string in some clients; kept as text.
    pub id: Option<String>,
    /// `created_at`.
    pub created_at: Option<Timestamp>,
    /// `private_key`: once, in the answer to a create without a key; may be missing even there (row S06). The caller
    /// offers it as a file and drops it.
    pub private_key: Option<String>,
}

impl std::fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyPair")
            .field("name", &self.name)
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl Rooted for KeyPair {
    const ONE: &'static str = "keypair";
    const MANY: &'static [&'static str] = &["keypairs"];
}

impl Wire for KeyPair {
    fn blank() -> Self {
        Self {
            name: KeyName::default(),
            public_key: String::new(),
            fingerprint: String::new(),
            user_id: None,
            id: None,
            created_at: None,
            private_key: None,
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            // In lists every item is wrapped once more (row S04).
            "keypair" => *self = object(map)?,
            "name" => self.name = KeyName(scalar(map)?.text()),
            "public_key" => self.public_key = scalar(map)?.text(),
            "fingerprint" => self.fingerprint = scalar(map)?.text(),
            "user_id" => self.user_id = scalar(map)?.filled().map(UserId),
            "id" => self.id = scalar(map)?.filled(),
            "created_at" => self.created_at = scalar(map)?.time(),
            "private_key" => self.private_key = scalar(map)?.filled(),
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        !self.name.0.is_empty()
    }
}
