//! Availability zones (row S03).

use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, no_such_path};

pub(super) fn answer(context: &Context<'_>) -> Answer {
    if context.request.method != "GET" {
        return Err(no_such_path());
    }
    let zones = context.project.zones.iter();
    let list: Vec<Value> = zones
        .map(|zone| json!({ "zoneName": zone.name, "zoneState": { "available": zone.available }, "hosts": null }))
        .collect();
    Ok(Response::json(200, &json!({ "availabilityZoneInfo": list })))
}
