//! Neutron's extensions, and lists that are always empty.

use serde_json::{Map, Value, json};

use super::{list, refuse};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, html, neutron};

/// Alias, name, description and time of each, from a real Neutron.
const EXTENSIONS: &str = include_str!("extensions.json");

/// Lists that are always empty.
const EMPTY: [&str; 8] = [
    "agents",
    "rbac-policies",
    "flavors",
    "network-ip-availabilities",
    "address-scopes",
    "address-groups",
    "subnetpools",
    "availability_zones",
];

pub(super) fn answer(context: &Context<'_>, thing: &str, path: &[&str]) -> Answer {
    let get = context.request.method == "GET";
    match (thing, path) {
        ("extensions", _) if get => extensions(path),
        ("service-providers", []) if get => {
            let show = |name| json!({ "service_type": "L3_ROUTER_NAT", "name": name, "default": false });
            let all = ["dvrha", "dvr", "ha", "single_node"].map(show);
            Ok(Response::json(200, &json!({ "service_providers": all })))
        }
        ("auto-allocated-topology", [_]) if get => {
            let words = "Deployment error: No default router:external network.";
            Err(refuse::conflict("AutoAllocationFailure", words))
        }
        (thing, []) if get && EMPTY.contains(&thing) => {
            let none = Map::from_iter([(thing.replace('-', "_"), json!([]))]);
            Ok(Response::json(200, &Value::Object(none)))
        }
        (thing, [id]) if get && EMPTY.contains(&thing) => list::read(context, thing, &[id], Vec::new()),
        _ => Err(neutron(404, "HTTPNotFound", "The resource could not be found.")),
    }
}

/// The extensions beyond Neutron's core; clients check them before use.
fn extensions(path: &[&str]) -> Answer {
    let all: Vec<[String; 4]> = serde_json::from_str(EXTENSIONS).unwrap_or_default();
    let show = |[alias, name, description, updated]: &[String; 4]| json!({ "alias": alias, "name": name, "description": description, "links": [], "updated": updated });
    match path {
        [] => Ok(Response::json(200, &json!({ "extensions": all.iter().map(show).collect::<Vec<Value>>() }))),
        [alias] => {
            let found = all.iter().find(|[known, ..]| known == alias).map(show);
            let words = format!(
                "The resource could not be found.<br /><br />\nExtension with alias {alias} does not exist\n\n"
            );
            let found = found.ok_or_else(|| html(404, "Not Found", &words))?;
            Ok(Response::json(200, &json!({ "extension": found })))
        }
        _ => Err(refuse::unknown()),
    }
}
