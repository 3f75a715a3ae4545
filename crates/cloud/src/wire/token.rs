//! Tokens (row N01). Keystone v2.0 sends `access.token`, `access.user` and `access.serviceCatalog`; v3 sends everything
//! in `token`, and the token id in a header.

use crate::catalog::{Catalog, CatalogEntry};
use crate::ids::{RegionName, TenantId, UserId};
use crate::json::Json;
use crate::time::Timestamp;

/// A token with its scope and catalog. Its `Debug` hides the id.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// The secret: `access.token.id`, or the `X-Subject-Token` header.
    pub id: String,
    /// `expires` or `expires_at`.
    pub expires: Option<Timestamp>,
    pub tenant_id: TenantId,
    pub tenant_name: String,
    pub user_id: Option<UserId>,
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

/// Decodes either version; `None` if there is no token in it.
pub(crate) fn token_in(root: &Json<'_>) -> Option<Token> {
    if let Some(token) = root.find(&["token"]) {
        return Some(token_of(token, token));
    }
    let access = root.get("access");
    (!access.pairs().is_empty()).then(|| token_of(access.get("token"), access))
}

/// `beside` contains user and catalog.
fn token_of(token: &Json<'_>, beside: &Json<'_>) -> Token {
    let scope = token.any(&["tenant", "project"]);
    Token {
        id: token.get("id").text(),
        expires: token.any(&["expires", "expires_at"]).time(),
        tenant_id: TenantId(scope.get("id").text()),
        tenant_name: scope.get("name").text(),
        user_id: beside.get("user").get("id").filled().map(UserId),
        catalog: catalog(beside.any(&["catalog", "serviceCatalog"])),
    }
}

fn catalog(services: &Json<'_>) -> Catalog {
    let mut entries = Vec::new();
    for service in services.rows() {
        let kind = service.get("type").text();
        entries.extend(service.get("endpoints").rows().iter().filter_map(|endpoint| entry(&kind, endpoint)));
    }
    Catalog { entries }
}

/// Public endpoints only: v2.0 has one entry with a URL for each interface, v3 one entry for each interface.
fn entry(kind: &str, endpoint: &Json<'_>) -> Option<CatalogEntry> {
    if endpoint.find(&["interface"]).is_some_and(|interface| !interface.is("public")) {
        return None;
    }
    let region = endpoint.get("region").filled().unwrap_or_else(|| endpoint.get("region_id").text());
    let url = endpoint.any(&["url", "publicURL"]).filled()?;
    Some(CatalogEntry { kind: kind.to_owned(), region: RegionName(region), url })
}
