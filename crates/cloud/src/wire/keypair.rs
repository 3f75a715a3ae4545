//! Key pairs (rows S04–S08).

use super::root::Wire;
use crate::ids::{KeyName, UserId};
use crate::json::Json;
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

impl Wire for KeyPair {
    const ONE: &'static str = "keypair";
    const MANY: &'static [&'static str] = &["keypairs"];

    fn read(row: &Json<'_>) -> Option<Self> {
        // In lists every item is wrapped once more (row S04).
        let wrapped = row.get("keypair");
        let pair = if wrapped.pairs().is_empty() { row } else { wrapped };
        Some(Self {
            name: pair.get("name").filled().map(KeyName)?,
            public_key: pair.get("public_key").text(),
            fingerprint: pair.get("fingerprint").text(),
            user_id: pair.get("user_id").filled().map(UserId),
            id: pair.get("id").filled(),
            created_at: pair.get("created_at").time(),
            private_key: pair.get("private_key").filled(),
        })
    }
}
