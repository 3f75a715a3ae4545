//! Tokens: issuing, inspecting and revoking (row N01).

use std::fmt;

use crate::catalog::Service;
use crate::exchange::{Call, ReadError, Reply, Request};
use crate::ids::TenantId;
use crate::json::{Json, parse};
use crate::wire::root::{many, nothing};
use crate::wire::{Project, Token, token_in};

/// What a person signs in with. `Debug` hides the secrets.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// Keystone v2.0, as NHN uses it: tenant id, user (e-mail or IAM id), API password.
    V2 { tenant: String, user: String, password: String },
    /// Keystone v3 with a password, scoped to a project.
    V3 {
        user: String,
        password: String,
        /// The user's domain, by name or id; `default` is the id of the first domain.
        domain: String,
        /// The project's domain, by name or id.
        project_domain: String,
        /// The project, by name or id.
        project: String,
    },
    /// Keystone v3 application credential.
    AppCredential { id: String, secret: String },
    /// An existing token, exchanged for one of another project.
    Token {
        /// The token, or a handle.
        token: String,
        /// The other project's id.
        project: TenantId,
        v3: bool,
    },
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Credentials::V2 { .. } => "Credentials::V2",
            Credentials::V3 { .. } => "Credentials::V3",
            Credentials::AppCredential { .. } => "Credentials::AppCredential",
            Credentials::Token { .. } => "Credentials::Token",
        })
    }
}

impl Credentials {
    /// Whether the identity endpoint must be `/v3` (else `/v2.0`).
    pub fn is_v3(&self) -> bool {
        !matches!(self, Credentials::V2 { .. } | Credentials::Token { v3: false, .. })
    }

    fn body(&self) -> Json<'_> {
        let auth = match self {
            Credentials::V2 { tenant, user, password } => {
                let credentials = Json::object([("username", user.into()), ("password", password.into())]);
                let mut auth = Json::object([("passwordCredentials", credentials)]);
                // Without a tenant Keystone issues an unscoped token: it has no catalog, which the page reports.
                if !tenant.is_empty() {
                    auth.put("tenantId", tenant.into());
                }
                auth
            }
            Credentials::V3 { user, password, domain, project_domain, project } => {
                let whose = [("name", user.into()), ("password", password.into()), ("domain", domain_ref(domain))];
                let mut auth = by("password", Json::object([("user", Json::object(whose))]));
                // Without a project Keystone uses the user's default project, if there is one.
                if !project.is_empty() {
                    auth.put("scope", Json::object([("project", project_ref(project, project_domain))]));
                }
                auth
            }
            Credentials::AppCredential { id, secret } => {
                by("application_credential", Json::object([("id", id.into()), ("secret", secret.into())]))
            }
            Credentials::Token { token, project, v3: true } => {
                let mut auth = by("token", Json::object([("id", token.into())]));
                let project = Json::object([("id", project.as_str().into())]);
                auth.put("scope", Json::object([("project", project)]));
                auth
            }
            Credentials::Token { token, project, v3: false } => {
                Json::object([("token", Json::object([("id", token.into())])), ("tenantId", project.as_str().into())])
            }
        };
        Json::object([("auth", auth)])
    }
}

/// A v3 identity with one authentication method.
fn by<'a>(method: &'static str, proof: Json<'a>) -> Json<'a> {
    let methods = [Json::from(method)].into_iter().collect();
    Json::object([("identity", Json::object([("methods", methods), (method, proof)]))])
}

/// `default` and 32 hex digits are taken for a domain id, everything else for a name.
fn domain_ref(domain: &str) -> Json<'_> {
    match domain {
        "" => Json::object([("id", "default".into())]),
        _ if domain == "default" || is_uuid_hex(domain) => Json::object([("id", domain.into())]),
        _ => Json::object([("name", domain.into())]),
    }
}

fn project_ref<'a>(project: &'a str, domain: &'a str) -> Json<'a> {
    match is_uuid_hex(project) {
        true => Json::object([("id", project.into())]),
        false => Json::object([("name", project.into()), ("domain", domain_ref(domain))]),
    }
}

fn is_uuid_hex(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Token paths below a `/v3` and a `/v2.0` endpoint.
const V3: &str = "/auth/tokens";
const V2: &str = "/tokens";

/// Prefix of a handle, which no token has. A gateway with sessions returns a handle instead of the token, and it is
/// sent wherever the token would be (docs/decisions/0004).
pub const HANDLE: &str = "maru:";

/// `POST {identity}/tokens` (v2.0) or `POST {identity}/auth/tokens` (v3). Decodes either response.
pub fn issue(credentials: &Credentials) -> Call<Token> {
    let path = if credentials.is_v3() { V3 } else { V2 };
    Call { request: Request::post(Service::Identity, path, &credentials.body()), read: read_issued }
}

/// `GET {identity}/auth/tokens` (v3) for a pasted token: its scope, expiry and catalog. The token goes into both
/// `X-Auth-Token` and `X-Subject-Token`; `http` adds the headers. [`Token::id`] is empty if the response does not
/// repeat it.
pub fn inspect() -> Call<Token> {
    Call { request: Request::get(Service::Identity, V3), read: read_token }
}

/// The projects of a token's user: `GET {identity}/auth/projects` (v3), `GET {identity}/tenants` (v2.0).
pub fn projects(v3: bool) -> Call<Vec<Project>> {
    let path = if v3 { "/auth/projects" } else { "/tenants" };
    Call { request: Request::get(Service::Identity, path), read: many::<Project> }
}

/// `DELETE {identity}/auth/tokens`: revokes the token at sign-out. NHN's v2.0 documents no such request: `None`, unless
/// `token` is a handle, which the gateway ends at `DELETE {identity}/tokens`.
pub fn revoke(v3: bool, token: &str) -> Option<Call<()>> {
    let path = if v3 { V3 } else { V2 };
    let known = v3 || token.starts_with(HANDLE);
    known.then(|| Call { request: Request::delete(Service::Identity, path), read: nothing })
}

fn read_token(reply: &Reply) -> Result<Token, ReadError> {
    let token = token_in(&parse(&reply.body)?).ok_or_else(|| ReadError::missing("token"))?;
    Ok(match reply.header("x-subject-token") {
        Some(id) => Token { id: id.to_owned(), ..token },
        None => token,
    })
}

fn read_issued(reply: &Reply) -> Result<Token, ReadError> {
    let token = read_token(reply)?;
    // A gateway or CORS policy that hides the header is worth a message of its own.
    if token.id.is_empty() { Err(ReadError::missing("X-Subject-Token")) } else { Ok(token) }
}

#[cfg(test)]
mod tests;
