//! Tokens (row N01): Keystone v2.0 and v3.

use crate::catalog::Catalog;
use crate::ids::{TenantId, UserId};
use crate::time::Timestamp;

/// A token with what came along. Its `Debug` hides the secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// The secret itself: `access.token.id`, or the `X-Subject-Token` header.
    pub id: String,
    /// `expires` / `expires_at`.
    pub expires: Option<Timestamp>,
    /// The project it is scoped to.
    pub tenant_id: TenantId,
    /// The project's name.
    pub tenant_name: String,
    /// The user's id.
    pub user_id: Option<UserId>,
    /// The service catalog.
    pub catalog: Catalog,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token")
            .field("tenant_id", &self.tenant_id)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
