//! `POST /v2.0/tokens`, NHN's only sign-in (nhn-api.md §1.2), with its inconsistent times: `issued_at` has microseconds
//! and no `Z`, `expires` has a `Z`. A stock cloud's v2.0 also lists tenants and exchanges tokens.

use cloud::Timestamp;
use serde_json::{Value, json};

use super::catalog::{endpoints, services};
use super::tokens::{Grant, Session};
use super::v3::own_id;
use super::{expecting, named, persona, refused};
use crate::cloud_core::Cloud;
use crate::errors::{Answer, no_such_path};
use crate::options::DEMO_TENANT;
use crate::rng::named as uuid;
use crate::{Request, Response};

pub(super) fn issue(cloud: &mut Cloud, request: &Request, now: Timestamp) -> Answer {
    let body = request.value();
    let auth = body.get("auth").ok_or_else(|| expecting("auth", "request body"))?;
    let text = |pointer: &str| auth.pointer(pointer).and_then(Value::as_str);
    let asked = text("/tenantId").or(text("/tenantName"));
    let grant = match auth.get("token") {
        Some(token) => by_token(cloud, token, asked, now)?,
        None => {
            let persona = persona(text("/passwordCredentials/username"), text("/passwordCredentials/password"))?;
            let own = persona.home.clone().unwrap_or_else(|| DEMO_TENANT.to_owned());
            let (tenant, unscoped) = match asked {
                Some(asked) => (named(cloud, &persona, None, asked)?, false),
                // NHN's tokens always have a project.
                None => persona.stock.then_some((own, true)).ok_or_else(refused)?,
            };
            Grant { tenant, persona, methods: vec!["password"], unscoped, from: None }
        }
    };
    let session = cloud.grant(grant, now);
    Ok(Response::json(200, &document(cloud, &session)))
}

/// Exchanges a token. NHN does not document this: its personas are refused like a bad token in an old Keystone.
fn by_token(cloud: &mut Cloud, token: &Value, asked: Option<&str>, now: Timestamp) -> Result<Grant, Response> {
    let given = token.get("id").and_then(Value::as_str).ok_or_else(|| expecting("id", "token"))?;
    let from = cloud.valid(given, now).filter(|from| from.persona.stock).cloned().ok_or_else(refused)?;
    let (tenant, unscoped) = match asked {
        Some(asked) => (named(cloud, &from.persona, Some(&from.tenant), asked)?, false),
        None => (from.tenant.clone(), true),
    };
    let persona = from.persona.clone();
    Ok(Grant { tenant, persona, methods: vec!["password", "token"], unscoped, from: Some(Box::new(from)) })
}

/// `GET /v2.0/tenants`: the projects of a token's user. Not in NHN's guide.
pub(super) fn tenants(cloud: &Cloud, request: &Request, now: Timestamp) -> Answer {
    let session = cloud.session(request, now).ok_or_else(refused)?;
    if !session.persona.stock {
        return Err(no_such_path());
    }
    let all = cloud.families.all(&session.tenant, &session.persona);
    let all: Vec<Value> = all
        .into_iter()
        .map(|one| json!({ "id": one.id, "name": one.name, "description": "", "enabled": one.enabled }))
        .collect();
    Ok(Response::json(200, &json!({ "tenants": all, "tenants_links": [] })))
}

fn document(cloud: &Cloud, session: &Session) -> Value {
    let list = match session.unscoped {
        true => Vec::new(),
        false => endpoints(&cloud.origin, &session.tenant, &session.persona),
    };
    let catalog: Vec<Value> = services(&list)
        .into_iter()
        .map(|(kind, name, endpoints)| {
            let endpoints: Vec<Value> =
                endpoints.iter().map(|one| json!({ "region": one.region, "publicURL": one.url })).collect();
            json!({ "type": kind, "name": name, "endpoints": endpoints })
        })
        .collect();
    let seed = cloud.options.seed;
    let name = uuid(seed, "username", &session.persona.user);
    let mut token = json!({
        "id": session.token,
        "issued_at": format!("{}.000123", session.issued.to_utc().trim_end_matches('Z')),
        "expires": session.expires.to_utc(),
    });
    if let Some(map) = token.as_object_mut().filter(|_| !session.unscoped) {
        map.insert("tenant".to_owned(), own_tenant(cloud, session));
    }
    json!({ "access": {
        "token": token,
        "serviceCatalog": catalog,
        "user": {
            "id": own_id(cloud, session), "username": name, "name": name,
            "roles": [{ "name": "project_admin" }], "roles_links": [],
        },
        "metadata": { "roles": [uuid(seed, "role", "project_admin").replace('-', "")], "is_admin": 0 },
    }})
}

fn own_tenant(cloud: &Cloud, session: &Session) -> Value {
    let number = cloud.families.number(&session.tenant) + 1;
    if session.persona.stock {
        let name = cloud.families.name(&session.tenant);
        return json!({ "id": session.tenant, "name": name, "description": "", "enabled": true });
    }
    json!({
        "id": session.tenant, "name": format!("c_MaruDemo{number:02}"), "groupId": format!("GrpMaruDemo{number:03}"),
        "description": "", "enabled": true, "project_domain": "NORMAL",
    })
}
