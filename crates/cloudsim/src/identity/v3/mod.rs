//! `/v3/auth/tokens`: what a token is for, in the answer's body; the token itself is in the `X-Subject-Token` header.

mod issue;

use cloud::Timestamp;
use serde_json::{Map, Value, json};

use super::caller;
use super::catalog::{endpoints, services};
use super::projects::family;
use super::tokens::Session;
use crate::cloud_core::Cloud;
use crate::errors::{Answer, keystone};
use crate::personas::Oddity;
use crate::rng::named;
use crate::{Request, Response};

pub(super) use issue::issue;

pub(super) fn inspect(cloud: &Cloud, request: &Request, now: Timestamp) -> Answer {
    caller(cloud, request, now)?;
    let session = subject(cloud, request.header("x-subject-token").unwrap_or_default(), now)?;
    Ok(Response::json(200, &document(cloud, session)).with_header("X-Subject-Token", &session.token))
}

pub(super) fn revoke(cloud: &mut Cloud, request: &Request, now: Timestamp) -> Answer {
    caller(cloud, request, now)?;
    let token = request.header("x-subject-token").unwrap_or_default();
    subject(cloud, token, now)?;
    cloud.tokens.revoke(token);
    Ok(Response::empty(204))
}

/// The session of the token in `X-Subject-Token`.
fn subject<'a>(cloud: &'a Cloud, token: &str, now: Timestamp) -> Result<&'a Session, Response> {
    cloud.valid(token, now).ok_or_else(|| {
        let words = match token {
            "" => "No token in the request",
            _ if cloud.tokens.owner(token).is_some() => "Failed to validate token",
            _ => "Could not recognize Fernet token",
        };
        keystone(404, "Not Found", words)
    })
}

/// The user id, common to a project and its sister projects.
pub(crate) fn user_id(seed: u64, tenant: &str) -> String {
    named(seed, "user", family(tenant)).replace('-', "")
}

/// The id of the user who is signed in.
pub(super) fn own_id(cloud: &Cloud, session: &Session) -> String {
    match session.persona.is_odd(Oddity::Colleague) {
        true => id(cloud, "user", &session.persona.user),
        false => user_id(cloud.options.seed, &session.tenant),
    }
}

/// The roles of every user.
pub(super) fn roles(cloud: &Cloud) -> Vec<Value> {
    ["reader", "member"].iter().map(|name| json!({ "id": id(cloud, "role", name), "name": name })).collect()
}

fn id(cloud: &Cloud, kind: &str, name: &str) -> String {
    named(cloud.options.seed, kind, name).replace('-', "")
}

/// The services of a token.
pub(super) fn catalog(cloud: &Cloud, session: &Session) -> Vec<Value> {
    let list = endpoints(&cloud.origin, &session.tenant, &session.persona);
    let mut catalog = Vec::new();
    for (kind, name, list) in services(&list) {
        let mut endpoints = Vec::new();
        for endpoint in list {
            for interface in ["admin", "internal", "public"] {
                let of = format!("{kind}/{}/{interface}", endpoint.region);
                endpoints.push(json!({
                    "id": id(cloud, "endpoint", &of), "interface": interface, "region_id": endpoint.region,
                    "region": endpoint.region, "url": endpoint.url,
                }));
            }
        }
        catalog.push(json!({ "endpoints": endpoints, "id": id(cloud, "service", kind), "type": kind, "name": name }));
    }
    catalog
}

fn document(cloud: &Cloud, session: &Session) -> Value {
    let time = |at: Timestamp| format!("{}.000000Z", at.to_utc().trim_end_matches('Z'));
    let audit = |token: &str| id(cloud, "audit", token).chars().take(22).collect::<String>();
    let domain = json!({ "id": "default", "name": "Default" });
    let mut token = Map::new();
    let mut add = |key: &str, value: Value| drop(token.insert(key.to_owned(), value));
    add("methods", json!(session.methods));
    add(
        "user",
        json!({
            "domain": domain, "id": own_id(cloud, session), "name": session.persona.user,
            "password_expires_at": null,
        }),
    );
    let chain: Vec<String> =
        [Some(&session.token), session.origin.as_ref()].into_iter().flatten().map(|one| audit(one)).collect();
    add("audit_ids", json!(chain));
    add("expires_at", json!(time(session.expires)));
    add("issued_at", json!(time(session.issued)));
    if !session.unscoped {
        let name = cloud.families.name(&session.tenant);
        add("project", json!({ "domain": domain, "id": session.tenant, "name": name }));
        add("is_domain", json!(false));
        add("roles", json!(roles(cloud)));
        add("catalog", json!(catalog(cloud, session)));
    }
    if session.methods.contains(&"application_credential") {
        let id = &session.persona.user;
        add("application_credential", json!({ "id": id, "name": "console", "restricted": true }));
    }
    json!({ "token": token })
}
