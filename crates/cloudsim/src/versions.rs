//! Version documents, which clients read before their first call. They need no token.

use serde_json::{Value, json};

use crate::identity::catalog::is_stock;
use crate::route::Kind;
use crate::{Request, Response, compute, volume};

/// The document of a service's root or version, if that was requested.
pub(crate) fn answer(origin: &str, region: &str, kind: Kind, rest: &[&str], request: &Request) -> Option<Response> {
    if request.method != "GET" {
        return None;
    }
    let base = format!("{origin}/{}/{}", region.to_lowercase(), kind.word());
    match (kind, rest) {
        (Kind::Compute, [] | [""]) => {
            let list: Vec<Value> = ["v2", "v2.1"].iter().map(|version| compute_version(&base, version)).collect();
            Some(Response::json(200, &json!({ "versions": list })))
        }
        (Kind::Compute, [version @ ("v2" | "v2.1")] | [version @ ("v2" | "v2.1"), ""]) => {
            let mut document = compute_version(&base, version);
            if let Some(map) = document.as_object_mut() {
                let media =
                    format!("application/vnd.openstack.compute+json;version={}", version.trim_start_matches('v'));
                map.insert("media-types".into(), json!([{ "base": "application/json", "type": media }]));
            }
            Some(Response::json(200, &json!({ "version": document })))
        }
        // NHN's is not known.
        (Kind::Volume, [] | [""] | ["v3"] | ["v3", ""]) if is_stock(region) => Some(Response::json(
            if rest.first().is_some_and(|first| !first.is_empty()) { 200 } else { 300 },
            &json!({ "versions": [{
                "id": "v3.0", "status": "CURRENT", "version": format!("3.{}", volume::NEWEST), "min_version": "3.0",
                "updated": "2022-08-31T00:00:00Z", "links": [{ "rel": "self", "href": format!("{base}/v3/") }],
                "media-types": [{
                    "base": "application/json", "type": "application/vnd.openstack.volume+json;version=3",
                }],
            }]}),
        )),
        (Kind::Image, [] | [""] | ["versions"]) => Some(Response::json(
            300,
            &json!({ "versions": [{
                "id": "v2.9", "status": "CURRENT", "links": [{ "rel": "self", "href": format!("{base}/v2/") }],
            }]}),
        )),
        (Kind::Network, [] | [""]) => Some(Response::json(
            200,
            &json!({ "versions": [{
                "id": "v2.0", "status": "CURRENT", "links": [{ "rel": "self", "href": format!("{base}/v2.0/") }],
            }]}),
        )),
        (Kind::Volume, [] | [""]) => Some(Response::json(
            300,
            &json!({ "versions": [{
                "id": "v3.0", "status": "CURRENT", "links": [{ "rel": "self", "href": format!("{base}/v3/") }],
            }]}),
        )),
        _ => None,
    }
}

fn compute_version(base: &str, version: &str) -> Value {
    let (id, status, newest, oldest, updated) = match version {
        "v2" => ("v2.0", "SUPPORTED", String::new(), "", "2011-01-21T11:33:21Z"),
        _ => ("v2.1", "CURRENT", format!("2.{}", compute::NEWEST), "2.1", "2013-07-23T11:33:21Z"),
    };
    json!({
        "id": id, "status": status, "version": newest, "min_version": oldest, "updated": updated,
        "links": [{ "rel": "self", "href": format!("{base}/{version}/") }],
    })
}
