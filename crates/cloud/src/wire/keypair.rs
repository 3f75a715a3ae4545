//! Key pairs (rows S04–S08).

use crate::ids::{KeyName, UserId};
use crate::time::Timestamp;

/// One key pair. Dates and id are in the single answer only, and may be null.
#[derive(Clone, PartialEq, Eq, Debug)]
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
