//! Identity: Keystone v2.0 as on NHN, and v3.

pub(crate) mod catalog;
mod mine;
pub(crate) mod projects;
mod refusals;
pub(crate) mod tokens;
mod v2;
pub(crate) mod v3;

use cloud::Timestamp;
use serde_json::json;

use crate::cloud_core::Cloud;
use crate::errors::{keystone, no_such_path};
use crate::options::DEMO_TENANT;
use crate::personas::Persona;
use crate::{Request, Response};

pub(crate) fn answer(cloud: &mut Cloud, rest: &[&str], request: &Request, now: Timestamp) -> Response {
    let answer = match (request.method.as_str(), rest) {
        ("GET", [] | [""]) => Ok(versions(cloud)),
        ("GET", ["v3"] | ["v3", ""]) => Ok(version(cloud)),
        ("POST", ["v2.0", "tokens"]) => v2::issue(cloud, request, now),
        ("GET", ["v2.0", "tenants"]) => v2::tenants(cloud, request, now),
        ("POST", ["v3", "auth", "tokens"]) => v3::issue(cloud, request, now),
        ("GET" | "HEAD", ["v3", "auth", "tokens"]) => v3::inspect(cloud, request, now),
        ("DELETE", ["v3", "auth", "tokens"]) => v3::revoke(cloud, request, now),
        (method, ["v3", path @ ..]) => match cloud.session(request, now) {
            Some(session) if method == "GET" => mine::answer(cloud, session, path),
            Some(_) => Err(refusals::of(method, path)),
            None => Err(refused()),
        },
        _ => Err(no_such_path()),
    };
    answer.unwrap_or_else(|refusal| refusal).with_header("Vary", "X-Auth-Token")
}

fn refused() -> Response {
    keystone(401, "Unauthorized", "The request you have made requires authentication.")
}

/// The project in a token request, by id or name: one of the projects of the user who has `own`. With a password, any
/// 32 hexadecimal digits are a project (each with its own data), and `demo` and its sister projects have names.
fn named(cloud: &mut Cloud, persona: &Persona, own: Option<&str>, asked: &str) -> Result<String, Response> {
    let is_id = asked.len() == 32 && asked.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let own = match own.or(persona.home.as_deref()) {
        Some(own) => own,
        None if is_id => asked,
        None => DEMO_TENANT,
    };
    cloud.families.note(own);
    cloud.families.find(own, persona, asked).ok_or_else(refused)
}

fn persona(user: Option<&str>, password: Option<&str>) -> Result<Persona, Response> {
    user.zip(password).and_then(|(user, password)| Persona::sign_in(user, password)).ok_or_else(refused)
}

/// Keystone's message for an incomplete body.
fn expecting(what: &str, place: &str) -> Response {
    let words = format!(
        "Expecting to find {what} in {place}. The server could not comply with the request since it is either \
         malformed or otherwise incorrect. The client is assumed to be in error."
    );
    keystone(400, "Bad Request", &words)
}

/// The caller's session; its token must be valid.
fn caller(cloud: &Cloud, request: &Request, now: Timestamp) -> Result<(), Response> {
    cloud.session(request, now).map(drop).ok_or_else(refused)
}

fn versions(cloud: &Cloud) -> Response {
    let body = json!({ "versions": { "values": [v3_document(cloud)] } });
    Response::json(300, &body)
}

fn version(cloud: &Cloud) -> Response {
    Response::json(200, &json!({ "version": v3_document(cloud) }))
}

fn v3_document(cloud: &Cloud) -> serde_json::Value {
    json!({
        "id": "v3.14", "status": "stable", "updated": "2020-04-07T00:00:00Z",
        "links": [{ "rel": "self", "href": format!("{}/identity/v3/", cloud.origin) }],
        "media-types": [{ "base": "application/json", "type": "application/vnd.openstack.identity-v3+json" }],
    })
}
