//! Resources that a member can read about itself (v3): projects, user, regions, application credentials, as a real
//! Keystone returns them.

use serde_json::{Map, Value, json};

use super::catalog::regions;
use super::projects::Owned;
use super::tokens::Session;
use super::{refusals, v3};
use crate::Response;
use crate::cloud_core::Cloud;
use crate::errors::{Answer, keystone};
use crate::options::DEMO_TENANT;

/// `GET /v3/…` with a valid session.
pub(super) fn answer(cloud: &Cloud, session: &Session, path: &[&str]) -> Answer {
    let me = v3::own_id(cloud, session);
    let list = |key: &str, all: Vec<Value>| Ok(list(cloud, path, key, all));
    let one = |key: &str, value: Value| Ok(Response::json(200, &Value::Object(Map::from_iter([(key.into(), value)]))));
    match path {
        ["auth", "projects"] => list("projects", projects(cloud, session)),
        ["users", id, "projects"] if *id == me => list("projects", projects(cloud, session)),
        ["auth", "domains"] => list("domains", Vec::new()),
        ["auth", "system"] => {
            let links = json!({ "self": format!("{}/identity/v3/auth/system", cloud.origin) });
            Ok(Response::json(200, &json!({ "system": [], "links": links })))
        }
        ["auth", "catalog"] if session.unscoped => {
            Err(keystone(403, "Forbidden", "You are not authorized to perform the requested action."))
        }
        ["auth", "catalog"] => {
            let links = json!({ "self": format!("{}/identity/v3/auth/catalog", cloud.origin) });
            Ok(Response::json(200, &json!({ "catalog": v3::catalog(cloud, session), "links": links })))
        }
        ["projects", id] if *id == session.tenant && !session.unscoped => {
            let owned = cloud.families.all(id, &session.persona).into_iter().find(|owned| owned.id == **id);
            one("project", owned.map_or(Value::Null, |owned| project(cloud, &owned)))
        }
        ["users", id] if *id == me => one("user", user(cloud, session, &me)),
        ["domains", "default"] => one("domain", domain(cloud)),
        ["regions"] => list("regions", regions(&session.persona).iter().map(|name| region(cloud, name)).collect()),
        ["regions", id] => match regions(&session.persona).iter().find(|name| *name == id) {
            Some(name) => one("region", region(cloud, name)),
            None => Err(missing(&format!("Could not find region: {id}."))),
        },
        ["users", id, "application_credentials"] if *id == me => {
            list("application_credentials", vec![application_credential(cloud, session, &me)])
        }
        ["users", id, "application_credentials", wanted] if *id == me => {
            let found = *wanted == session.persona.user;
            let missing = || missing(&format!("Could not find Application Credential: {wanted}."));
            found.then_some(()).ok_or_else(missing)?;
            one("application_credential", application_credential(cloud, session, &me))
        }
        ["users", id, "access_rules"] if *id == me => list("access_rules", Vec::new()),
        ["users", id, "credentials", "OS-EC2"] if *id == me => list("credentials", Vec::new()),
        ["users", id, "groups"] if *id == me => list("groups", Vec::new()),
        [key @ ("credentials" | "limits" | "registered_limits")] => list(key, Vec::new()),
        path => Err(refusals::of("GET", path)),
    }
}

fn missing(message: &str) -> Response {
    keystone(404, "Not Found", message)
}

fn list(cloud: &Cloud, path: &[&str], key: &str, all: Vec<Value>) -> Response {
    let address = format!("{}/identity/v3/{}", cloud.origin, path.join("/"));
    let links = json!({ "next": null, "self": address, "previous": null });
    Response::json(200, &Value::Object(Map::from_iter([(key.to_owned(), all.into()), ("links".to_owned(), links)])))
}

/// All projects of the user, including disabled ones.
fn projects(cloud: &Cloud, session: &Session) -> Vec<Value> {
    cloud.families.all(&session.tenant, &session.persona).iter().map(|owned| project(cloud, owned)).collect()
}

fn project(cloud: &Cloud, Owned { id, name, enabled }: &Owned) -> Value {
    json!({
        "id": id, "name": name, "domain_id": "default", "description": "", "enabled": enabled,
        "parent_id": "default", "is_domain": false, "tags": [], "options": {}, "links": own(cloud, "projects", id),
    })
}

fn user(cloud: &Cloud, session: &Session, id: &str) -> Value {
    json!({
        "id": id, "name": session.persona.user, "domain_id": "default", "enabled": true,
        "default_project_id": session.tenant, "password_expires_at": null, "options": {},
        "links": own(cloud, "users", id),
    })
}

fn domain(cloud: &Cloud) -> Value {
    json!({ "id": "default", "name": "Default", "description": "The default domain", "enabled": true, "tags": [],
            "options": {}, "links": own(cloud, "domains", "default") })
}

fn region(cloud: &Cloud, name: &str) -> Value {
    json!({ "id": name, "description": "", "parent_region_id": null, "links": own(cloud, "regions", name) })
}

/// The credential for signing in here: its id is the user's name.
fn application_credential(cloud: &Cloud, session: &Session, user: &str) -> Value {
    let id = &session.persona.user;
    json!({
        "id": id, "name": "console", "description": "The one to sign in with here", "project_id": session.persona.home.as_deref().unwrap_or(DEMO_TENANT),
        "roles": v3::roles(cloud), "expires_at": null, "unrestricted": false, "system": null,
        "links": own(cloud, &format!("users/{user}/application_credentials"), id),
    })
}

fn own(cloud: &Cloud, kind: &str, id: &str) -> Value {
    json!({ "self": format!("{}/identity/v3/{kind}/{id}", cloud.origin) })
}
