//! Block storage, Cinder's API (rows N06, N07): volumes, snapshots, types. NHN calls it `volumev2`, a stock cloud
//! `volumev3`; what they answer is the same.

mod actions;
mod create;
mod faults;
mod limits;
mod page;
mod quota;
mod quota_set;
mod show;
mod snapshots;
mod volumes;

use cloud::rules::limits::VOLUME_TEXT_MAX;
use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path};
use crate::model::VolumeType;

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    let (version, path) = match rest {
        [version @ ("v2" | "v3"), tenant, path @ ..] if *tenant == context.project.tenant => (*version, path),
        ["v2" | "v3", ..] => return Err(bad_request("Malformed request url")),
        _ => return Err(no_such_path()),
    };
    let answer = match path {
        ["volumes", path @ ..] => volumes::answer(context, version, path),
        ["snapshots", path @ ..] => snapshots::answer(context, path),
        ["types", path @ ..] => types(context, path),
        ["os-quota-sets", path @ ..] => quota_set::answer(context, path),
        ["limits"] => limits::answer(context),
        _ => Err(no_such_path()),
    };
    if version == "v2" {
        return answer;
    }
    let stamp = |response: Response| {
        response.with_header("OpenStack-API-Version", "volume 3.0").with_header("Vary", "OpenStack-API-Version")
    };
    answer.map(stamp).map_err(stamp)
}

fn types(context: &Context<'_>, path: &[&str]) -> Answer {
    let show = |kind: &VolumeType| {
        json!({
            "id": kind.id, "name": kind.name, "description": kind.description, "is_public": true, "extra_specs": {},
            "qos_specs_id": null, "os-volume-type-access:is_public": true,
        })
    };
    let types = &context.project.volume_types;
    match (context.request.method.as_str(), path) {
        ("GET", []) => {
            let list: Vec<Value> = types.iter().map(show).collect();
            Ok(Response::json(200, &json!({ "volume_types": list })))
        }
        ("GET", [id]) => {
            let kind = types.iter().find(|kind| kind.id == *id);
            let kind =
                kind.ok_or_else(|| crate::errors::not_found(&format!("Volume type {id} could not be found.")))?;
            Ok(Response::json(200, &json!({ "volume_type": show(kind) })))
        }
        _ => Err(no_such_path()),
    }
}

/// A text of a request that may be missing, null or too long.
fn text(object: &Value, key: &str) -> Result<Option<String>, Response> {
    let Some(text) = object.get(key).and_then(Value::as_str) else { return Ok(None) };
    if text.chars().count() > VOLUME_TEXT_MAX {
        return Err(crate::errors::invalid(key, text, &format!("'{text}' is too long")));
    }
    Ok(Some(text.to_owned()))
}
