//! Availability zones (row S03).

use serde_json::{Value, json};

use super::refusals::policy;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, no_such_path};

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", []) => Ok(list(context)),
        // Hosts are visible to operators only.
        ("GET", ["detail"]) => Err(policy("os-availability-zone:detail")),
        _ => Err(no_such_path()),
    }
}

fn list(context: &Context<'_>) -> Response {
    let zones = context.project.zones.iter();
    let list: Vec<Value> = zones
        .map(|zone| json!({ "zoneName": zone.name, "zoneState": { "available": zone.available }, "hosts": null }))
        .collect();
    Response::json(200, &json!({ "availabilityZoneInfo": list }))
}
