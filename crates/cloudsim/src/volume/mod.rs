//! Block storage, Cinder's API (rows N06, N07): volumes, snapshots, types. Its type is `volumev2` on NHN and `volumev3`
//! on a stock cloud; the responses are the same.

mod actions;
mod create;
mod faults;
mod metadata;
mod others;
mod page;
mod quota;
mod quota_set;
mod show;
mod snapshots;
mod volumes;

use cloud::config::RuleSet;
use cloud::rules::limits::VOLUME_TEXT_MAX;
use serde_json::{Value, json};

use crate::context::Context;
use crate::errors::{Answer, bad_request, fault, no_such_path};
use crate::model::VolumeType;
use crate::{Request, Response};

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    let (version, path) = match rest {
        [version @ ("v2" | "v3"), tenant, path @ ..] if *tenant == context.project.tenant => (*version, path),
        ["v2" | "v3", ..] => return Err(bad_request("Malformed request url")),
        _ => return Err(no_such_path()),
    };
    let nhn = context.project.rules == RuleSet::Nhn;
    context.minor = if version == "v2" { 0 } else { asked(context.request)? };
    let answer = match path {
        ["volumes", id, "metadata", path @ ..] if !nhn => metadata::answer(context, metadata::Of::Volume, id, path),
        ["snapshots", id, "metadata", path @ ..] if !nhn => metadata::answer(context, metadata::Of::Snapshot, id, path),
        ["volumes", path @ ..] => volumes::answer(context, version, path),
        ["snapshots", path @ ..] => snapshots::answer(context, path),
        ["types", path @ ..] => types(context, path),
        ["os-quota-sets", path @ ..] => quota_set::answer(context, path),
        ["limits"] => quota::limits(context),
        _ if nhn => Err(no_such_path()),
        path => others::answer(context, path),
    };
    if version == "v2" {
        return answer;
    }
    let served = format!("volume 3.{}", context.minor);
    let stamp = |response: Response| {
        response.with_header("OpenStack-API-Version", &served).with_header("Vary", "OpenStack-API-Version")
    };
    answer.map(stamp).map_err(stamp)
}

/// The newest version is 3.`NEWEST`.
pub(crate) const NEWEST: u32 = 70;

/// The requested version 3.`minor`; default 3.0.
fn asked(request: &Request) -> Result<u32, Response> {
    let header = request.header("openstack-api-version");
    let Some(text) = header.and_then(|value| value.split(',').find_map(|one| one.trim().strip_prefix("volume ")))
    else {
        return Ok(0);
    };
    if text.trim() == "latest" {
        return Ok(NEWEST);
    }
    let minor = text.trim().strip_prefix("3.").and_then(|minor| minor.parse().ok());
    minor.filter(|minor| *minor <= NEWEST).ok_or_else(|| {
        let words = format!("Version {text} is not supported by the API. Minimum is 3.0 and maximum is 3.{NEWEST}.");
        fault(406, "computeFault", &words)
    })
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
        ("GET", ["default"]) if context.project.rules != RuleSet::Nhn => {
            Ok(Response::json(200, &json!({ "volume_type": types.first().map(show) })))
        }
        ("POST", []) if context.project.rules != RuleSet::Nhn => Err(others::policy("volume_extension:type_create")),
        ("GET", [id]) => {
            let kind = types.iter().find(|kind| kind.id == *id);
            let kind =
                kind.ok_or_else(|| crate::errors::not_found(&format!("Volume type {id} could not be found.")))?;
            Ok(Response::json(200, &json!({ "volume_type": show(kind) })))
        }
        _ => Err(no_such_path()),
    }
}

/// An optional text with a length limit.
fn text(object: &Value, key: &str) -> Result<Option<String>, Response> {
    let Some(text) = object.get(key).and_then(Value::as_str) else { return Ok(None) };
    if text.chars().count() > VOLUME_TEXT_MAX {
        return Err(crate::errors::invalid(key, text, &format!("'{text}' is too long")));
    }
    Ok(Some(text.to_owned()))
}
