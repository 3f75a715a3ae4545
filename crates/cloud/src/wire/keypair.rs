//! Key pairs (rows S04–S08).

use super::read::{Named, Wire, wire};
use crate::ids::{KeyName, UserId};
use crate::json::Json;
use crate::time::Timestamp;

wire! {
    /// A key pair. Only single responses have dates and id, which may be null. Its `Debug` hides the private key.
    #[derive(Clone, PartialEq, Eq)]
    pub struct KeyPair {
        pub name: KeyName = "name",
        pub public_key: String = "public_key",
        pub fingerprint: String = "fingerprint",
        pub user_id: Option<UserId> = "user_id",
        /// A number in guides, a string in some clients; stored as text.
        pub id: Option<String> = "id",
        pub created_at: Option<Timestamp> = "created_at",
        /// Only in the response to a create without a public key, and it may be missing even there (row S06). The
        /// caller offers it as a file and drops it.
        pub private_key: Option<String> = "private_key",
    }
}

impl std::fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyPair")
            .field("name", &self.name)
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl Named for KeyPair {
    const ONE: &'static str = "keypair";
    const MANY: &'static [&'static str] = &["keypairs"];

    /// In lists each item is wrapped in an object (row S04).
    fn row(row: &Json<'_>) -> Option<Self> {
        let wrapped = row.get("keypair");
        Self::read(if wrapped.pairs().is_empty() { row } else { wrapped })
    }
}
