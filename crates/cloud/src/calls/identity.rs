//! Tokens (row N01).

use crate::exchange::Call;
use crate::wire::Token;

/// What a person signs in with. `Debug` hides the secrets.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// Keystone v2.0, NHN's form: tenant id, user (e-mail or IAM id), API password.
    V2 {
        /// Tenant id.
        tenant: String,
        /// User name.
        user: String,
        /// API password.
        password: String,
    },
    /// Keystone v3 password, scoped to a project of a domain.
    V3 {
        /// User name.
        user: String,
        /// Password.
        password: String,
        /// Domain name or id of user and project; `default` is the id of the first one.
        domain: String,
        /// Project name or id.
        project: String,
    },
    /// Keystone v3 application credential.
    AppCredential {
        /// Its id.
        id: String,
        /// Its secret.
        secret: String,
    },
}

/// `POST {identity}/tokens` (v2.0) or `POST {identity}/auth/tokens` (v3). Reads either answer.
pub fn issue(credentials: &Credentials) -> Call<Token> {
    let _ = credentials;
    todo!()
}

/// `GET {identity}/auth/tokens` (v3) about a pasted token: its scope, expiry and catalog. The token goes in both
/// `X-Auth-Token` and `X-Subject-Token`; `http` adds the headers.
pub fn inspect() -> Call<Token> {
    todo!()
}

/// `DELETE {identity}/auth/tokens`: revokes the token at sign-out, v3 only (v2.0 on NHN has no documented revoke).
pub fn revoke() -> Call<()> {
    todo!()
}
