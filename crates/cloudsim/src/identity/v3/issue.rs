//! `POST /v3/auth/tokens` with a password, application credential or token, for a project or unscoped. Refusals and
//! messages are those of Keystone 22.

use cloud::Timestamp;
use serde_json::{Value, json};

use super::document;
use crate::cloud_core::Cloud;
use crate::errors::{Answer, keystone};
use crate::identity::tokens::{Grant, Session};
use crate::identity::{expecting, named, persona, refused};
use crate::options::DEMO_TENANT;
use crate::personas::Oddity;
use crate::{Request, Response};

/// Id and name of the domains there are.
const DEFAULT: [&str; 2] = ["default", "Default"];
const CORP: [&str; 2] = ["c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0", "CORP"];
const SCOPE: &str = "/auth/scope/project";

pub(in crate::identity) fn issue(cloud: &mut Cloud, request: &Request, now: Timestamp) -> Answer {
    let body = request.value();
    if body.get("auth").is_none() {
        return Err(expecting("auth", "request body"));
    }
    let methods = body.pointer("/auth/identity/methods").and_then(Value::as_array);
    let methods: Vec<&str> = methods.map_or_else(Vec::new, |all| all.iter().filter_map(Value::as_str).collect());
    let grant = match methods.as_slice() {
        ["password"] => by_password(cloud, &body)?,
        ["application_credential"] => by_credential(&body)?,
        ["token"] => by_token(cloud, &body, now)?,
        [] => return Err(refused()),
        _ => return Err(unsupported()),
    };
    let session = cloud.grant(grant, now);
    Ok(Response::json(201, &document(cloud, &session)).with_header("X-Subject-Token", &session.token))
}

fn text<'a>(body: &'a Value, at: &str) -> Option<&'a str> {
    body.pointer(at).and_then(Value::as_str)
}

fn by_password(cloud: &mut Cloud, body: &Value) -> Result<Grant, Response> {
    let user = "/auth/identity/password/user";
    let persona = persona(text(body, &format!("{user}/name")), text(body, &format!("{user}/password")))?;
    domain(body, user, if persona.is_odd(Oddity::TwoDomains) { CORP } else { DEFAULT })?;
    if persona.is_odd(Oddity::SecondFactor) {
        return Err(second_factor());
    }
    let own = persona.home.clone().unwrap_or_else(|| DEMO_TENANT.to_owned());
    let (tenant, unscoped) = match scope(body)? {
        Scope::Project(asked) => (named(cloud, &persona, None, asked)?, false),
        // The first project is the user's default, unless the user has none.
        Scope::Default => (own, persona.is_odd(Oddity::NoProject)),
        Scope::Unscoped => (own, true),
    };
    Ok(Grant { tenant, persona, methods: vec!["password"], unscoped, from: None })
}

/// The credential's id is the user's name, its secret the password.
fn by_credential(body: &Value) -> Result<Grant, Response> {
    let at = "/auth/identity/application_credential";
    let persona = persona(text(body, &format!("{at}/id")), text(body, &format!("{at}/secret")))?;
    if body.pointer("/auth/scope").is_some() {
        let words = "Error authenticating with application credential: Application credentials cannot request a scope.";
        return Err(keystone(401, "Unauthorized", words));
    }
    let tenant = persona.home.clone().unwrap_or_else(|| DEMO_TENANT.to_owned());
    Ok(Grant { tenant, persona, methods: vec!["application_credential"], unscoped: false, from: None })
}

/// Exchanges a token. The new one expires with the old one.
fn by_token(cloud: &mut Cloud, body: &Value, now: Timestamp) -> Result<Grant, Response> {
    let given = body.pointer("/auth/identity/token").ok_or_else(|| expecting("token", "identity"))?;
    let given = given.get("id").and_then(Value::as_str).ok_or_else(|| {
        keystone(400, "Bad Request", "Invalid input for field 'identity/token': 'id' is a required property")
    })?;
    let from: Session = super::subject(cloud, given, now)?.clone();
    if from.methods.contains(&"application_credential") {
        let words = "You are not authorized to perform the requested action: Using a delegated token to create another \
                     token is not allowed..";
        return Err(keystone(403, "Forbidden", words));
    }
    let persona = from.persona.clone();
    let (tenant, unscoped) = match scope(body)? {
        Scope::Project(asked) => (named(cloud, &persona, Some(&from.tenant), asked)?, false),
        Scope::Default | Scope::Unscoped => (from.tenant.clone(), true),
    };
    Ok(Grant { tenant, persona, methods: vec!["password", "token"], unscoped, from: Some(Box::new(from)) })
}

/// The requested scope.
enum Scope<'a> {
    /// A project by its id or name.
    Project(&'a str),
    /// Not given.
    Default,
    /// `"scope": "unscoped"`.
    Unscoped,
}

fn scope(body: &Value) -> Result<Scope<'_>, Response> {
    let Some(asked) = body.pointer("/auth/scope") else { return Ok(Scope::Default) };
    if asked.as_str() == Some("unscoped") || asked.get("unscoped").is_some() {
        return Ok(Scope::Unscoped);
    }
    // Members have no role in a domain or in the system.
    if asked.get("domain").is_some() || asked.get("system").is_some() {
        return Err(refused());
    }
    if asked.get("project").is_none() {
        return Err(expecting("system, project, domain, OS-TRUST:trust or unscoped", "scope"));
    }
    let (id, name) = (text(body, &format!("{SCOPE}/id")), text(body, &format!("{SCOPE}/name")));
    if id.is_none() && name.is_some() && body.pointer(&format!("{SCOPE}/domain")).is_none() {
        return Err(expecting("domain", "project"));
    }
    domain(body, SCOPE, DEFAULT)?;
    id.or(name).map(Scope::Project).ok_or_else(|| {
        keystone(400, "Bad Request", "Invalid input for field scope/project: id or name must be present.")
    })
}

/// The domain given with a user or project must be its own.
fn domain(body: &Value, at: &str, [own_id, own_name]: [&str; 2]) -> Result<(), Response> {
    let (id, name) = (text(body, &format!("{at}/domain/id")), text(body, &format!("{at}/domain/name")));
    let known = id.is_none_or(|id| id == own_id) && name.is_none_or(|name| name == own_name);
    known.then_some(()).ok_or_else(refused)
}

fn unsupported() -> Response {
    Response::json(
        401,
        &json!({ "error": {
            "code": 401, "identity": { "methods": ["password", "token", "application_credential"] },
            "message": "Attempted to authenticate with an unsupported method.", "title": "Unauthorized",
        }}),
    )
}

/// Keystone's request for a second factor (`auth receipts`).
fn second_factor() -> Response {
    let body = json!({
        "receipt": { "methods": ["password"], "expires_at": "2030-01-01T00:00:00.000000Z" },
        "required_auth_methods": [["password", "totp"]],
    });
    Response::json(401, &body).with_header("Openstack-Auth-Receipt", "gAAAAAB-receipt")
}
