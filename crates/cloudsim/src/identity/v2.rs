//! `POST /v2.0/tokens`, NHN's only way in (nhn-api.md §1.2), with its uneven times: `issued_at` has microseconds and no
//! `Z`, `expires` has it.

use cloud::Timestamp;
use serde_json::{Value, json};

use super::catalog::{endpoints, services};
use super::tokens::Session;
use super::{persona, project};
use crate::cloud_core::Cloud;
use crate::errors::{Answer, keystone};
use crate::rng::named;
use crate::{Request, Response};

pub(super) fn issue(cloud: &mut Cloud, request: &Request, now: Timestamp) -> Answer {
    let body = request.value();
    let auth = body.get("auth").ok_or_else(|| {
        keystone(
            400,
            "Bad Request",
            "Expecting to find auth in request body. The server could not comply with the request since it is either \
             malformed or otherwise incorrect. The client is assumed to be in error.",
        )
    })?;
    let text = |pointer: &str| auth.pointer(pointer).and_then(Value::as_str);
    let persona = persona(text("/passwordCredentials/username"), text("/passwordCredentials/password"))?;
    let tenant = project(text("/tenantId").or(text("/tenantName")))?;
    let session = cloud.sign_in(&tenant, persona, now);
    Ok(Response::json(200, &document(cloud, &session)))
}

fn document(cloud: &Cloud, session: &Session) -> Value {
    let list = endpoints(&cloud.origin, &session.tenant, &session.persona);
    let catalog: Vec<Value> = services(&list)
        .into_iter()
        .map(|(kind, name, endpoints)| {
            let endpoints: Vec<Value> =
                endpoints.iter().map(|one| json!({ "region": one.region, "publicURL": one.url })).collect();
            json!({ "type": kind, "name": name, "endpoints": endpoints })
        })
        .collect();
    let seed = cloud.options.seed;
    let user = named(seed, "user", &session.tenant);
    let name = named(seed, "username", &session.persona.user);
    json!({ "access": {
        "token": {
            "id": session.token,
            "issued_at": format!("{}.000123", session.issued.to_utc().trim_end_matches('Z')),
            "expires": session.expires.to_utc(),
            "tenant": {
                "id": session.tenant, "name": "c_MaruDemo01", "groupId": "GrpMaruDemo001", "description": "",
                "enabled": true, "project_domain": "NORMAL",
            },
        },
        "serviceCatalog": catalog,
        "user": {
            "id": user.replace('-', ""), "username": name, "name": name,
            "roles": [{ "name": "project_admin" }], "roles_links": [],
        },
        "metadata": { "roles": [named(seed, "role", "project_admin").replace('-', "")], "is_admin": 0 },
    }})
}
