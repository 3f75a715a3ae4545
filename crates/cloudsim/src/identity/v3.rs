//! `/v3/auth/tokens`: password and application credential in, token in the `X-Subject-Token` header out.

use cloud::Timestamp;
use serde_json::{Value, json};

use super::catalog::{endpoints, services};
use super::tokens::Session;
use super::{caller, persona, project};
use crate::cloud_core::Cloud;
use crate::errors::{Answer, keystone};
use crate::options::DEMO_TENANT;
use crate::personas::{Oddity, Persona};
use crate::rng::named;
use crate::{Request, Response};

pub(super) fn issue(cloud: &mut Cloud, request: &Request, now: Timestamp) -> Answer {
    let body = request.value();
    let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str);
    let methods: Vec<&str> = body
        .pointer("/auth/identity/methods")
        .and_then(Value::as_array)
        .map_or_else(Vec::new, |m| m.iter().filter_map(Value::as_str).collect());
    let (persona, tenant, method) = match methods.as_slice() {
        ["password"] => {
            let user = "/auth/identity/password/user";
            let name = text(&format!("{user}/name"));
            let persona = persona(name, text(&format!("{user}/password")))?;
            let scope = "/auth/scope/project";
            let domain_of = |at: &str| (text(&format!("{at}/domain/id")), text(&format!("{at}/domain/name")));
            domain(domain_of(user), if persona.is_odd(Oddity::TwoDomains) { CORP } else { DEFAULT })?;
            domain(domain_of(scope), DEFAULT)?;
            if persona.is_odd(Oddity::SecondFactor) {
                return Err(second_factor());
            }
            if persona.is_odd(Oddity::NoProject) {
                return Ok(unscoped(cloud, persona, now));
            }
            (persona, project(text(&format!("{scope}/id")).or(text(&format!("{scope}/name"))))?, "password")
        }
        // The credential's id is the user's name here, its secret the password.
        ["application_credential"] => {
            let at = "/auth/identity/application_credential";
            let persona = persona(text(&format!("{at}/id")), text(&format!("{at}/secret")))?;
            (persona, DEMO_TENANT.to_owned(), "application_credential")
        }
        _ => {
            return Err(keystone(
                400,
                "Bad Request",
                "Invalid input for field 'identity/methods': the simulated cloud takes password and \
                 application_credential.",
            ));
        }
    };
    let session = cloud.sign_in(&tenant, persona, now);
    let document = document(cloud, &session, method);
    Ok(Response::json(201, &document).with_header("X-Subject-Token", &session.token))
}

/// Id and name of the domains there are.
const DEFAULT: [&str; 2] = ["default", "Default"];
const CORP: [&str; 2] = ["c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0", "CORP"];

fn domain((id, name): (Option<&str>, Option<&str>), [own_id, own_name]: [&str; 2]) -> Result<(), Response> {
    let known = id.is_none_or(|id| id == own_id) && name.is_none_or(|name| name == own_name);
    known.then_some(()).ok_or_else(super::refused)
}

/// As Keystone asks for more (its `auth receipts`).
fn second_factor() -> Response {
    let body = json!({
        "receipt": { "methods": ["password"], "expires_at": "2030-01-01T00:00:00.000000Z" },
        "required_auth_methods": [["password", "totp"]],
    });
    Response::json(401, &body).with_header("Openstack-Auth-Receipt", "gAAAAAB-receipt")
}

/// What a user without a default project gets who names none.
fn unscoped(cloud: &mut Cloud, persona: Persona, now: Timestamp) -> Response {
    let session = cloud.sign_in(DEMO_TENANT, persona, now);
    let mut document = document(cloud, &session, "password");
    if let Some(token) = document.get_mut("token").and_then(Value::as_object_mut) {
        for name in ["project", "catalog", "roles", "is_domain"] {
            token.remove(name);
        }
    }
    Response::json(201, &document).with_header("X-Subject-Token", &session.token)
}

pub(super) fn inspect(cloud: &Cloud, request: &Request, now: Timestamp) -> Answer {
    caller(cloud, request, now)?;
    let subject = request.header("x-subject-token").unwrap_or_default();
    let session = cloud.valid(subject, now).ok_or_else(|| no_token(subject))?;
    let answer = Response::json(200, &document(cloud, session, "password"));
    Ok(answer.with_header("X-Subject-Token", &session.token))
}

pub(super) fn revoke(cloud: &mut Cloud, request: &Request, now: Timestamp) -> Answer {
    caller(cloud, request, now)?;
    let subject = request.header("x-subject-token").unwrap_or_default();
    if cloud.tokens.revoke(subject) { Ok(Response::empty(204)) } else { Err(no_token(subject)) }
}

fn no_token(_subject: &str) -> Response {
    // Keystone repeats the token here; the simulator does not, since logs keep such answers.
    keystone(404, "Not Found", "Could not find token.")
}

/// Id of the one user of a project.
pub(super) fn user_id(cloud: &Cloud, tenant: &str) -> String {
    id(cloud, "user", tenant)
}

/// A project's name: its id, but for the demo's.
pub(super) fn project_name(tenant: &str) -> &str {
    if tenant == DEMO_TENANT { "demo" } else { tenant }
}

/// What every user is allowed.
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

fn document(cloud: &Cloud, session: &Session, method: &str) -> Value {
    let time = |at: Timestamp| format!("{}.000000Z", at.to_utc().trim_end_matches('Z'));
    let domain = json!({ "id": "default", "name": "Default" });
    json!({ "token": {
        "methods": [method],
        "user": {
            "domain": domain, "id": user_id(cloud, &session.tenant), "name": session.persona.user,
            "password_expires_at": null,
        },
        "audit_ids": [id(cloud, "audit", &session.token).chars().take(22).collect::<String>()],
        "expires_at": time(session.expires),
        "issued_at": time(session.issued),
        "project": { "domain": domain, "id": session.tenant, "name": project_name(&session.tenant) },
        "is_domain": false,
        "roles": roles(cloud),
        "catalog": catalog(cloud, session),
    }})
}
