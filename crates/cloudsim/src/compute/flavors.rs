//! Flavors (rows S01, S02). `minDisk` and `minRam` include the value, as in Nova; the guide says "larger than".

use cloud::config::RuleSet;
use serde_json::{Map, Value, json};

use super::page;
use super::refusals::policy;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path, not_found};
use crate::model::Flavor;

pub(super) fn answer(context: &Context<'_>, version: &str, path: &[&str]) -> Answer {
    match (context.request.method.as_str(), path) {
        ("GET", _) => read(context, version, path),
        ("POST", []) => Err(policy("os-flavor-manage:create")),
        ("PUT", [_]) if context.since(55) => Err(policy("os-flavor-manage:update")),
        ("DELETE", [_]) => Err(policy("os-flavor-manage:delete")),
        ("POST", [_, "os-extra_specs"]) => Err(policy("os-flavor-extra-specs:create")),
        ("POST", [_, "action"]) => Err(policy("os-flavor-access:add_tenant_access")),
        _ => Err(no_such_path()),
    }
}

fn read(context: &Context<'_>, version: &str, path: &[&str]) -> Answer {
    match path {
        [] => list(context, version, "flavors", |flavor| name(context, version, flavor)),
        ["detail"] => list(context, version, "flavors/detail", |flavor| detail(context, version, flavor)),
        [id] => Ok(Response::json(200, &json!({ "flavor": detail(context, version, find(context, id)?) }))),
        [id, "os-extra_specs"] => {
            let specs = specs(find(context, id)?);
            Ok(Response::json(200, &json!({ "extra_specs": specs })))
        }
        _ => Err(no_such_path()),
    }
}

fn find<'a>(context: &'a Context<'_>, id: &str) -> Result<&'a Flavor, Response> {
    context.project.flavor(id).ok_or_else(|| not_found(&format!("Flavor {id} could not be found.")))
}

fn list(context: &Context<'_>, version: &str, path: &str, show: impl Fn(&Flavor) -> Value) -> Answer {
    let (min_disk, min_ram) = (least(context, "minDisk")?, least(context, "minRam")?);
    let fits = |flavor: &&Flavor| flavor.disk_gb >= min_disk && flavor.ram_mb >= min_ram;
    let flavors: Vec<&Flavor> = context.project.flavors.iter().filter(fits).collect();
    let (page, links) = page::of(context, version, path, &flavors, |flavor| flavor.id.as_str())?;
    let mut body = json!({ "flavors": page.iter().map(|flavor| show(flavor)).collect::<Vec<_>>() });
    page::add_links(&mut body, "flavors_links", links);
    Ok(Response::json(200, &body))
}

fn name(context: &Context<'_>, version: &str, flavor: &Flavor) -> Value {
    let mut body = json!({
        "id": flavor.id, "name": flavor.name, "links": context.links(version, &format!("flavors/{}", flavor.id)),
    });
    describe(context, &mut body);
    body
}

/// Since 2.55 flavors have a description; here all are empty.
fn describe(context: &Context<'_>, body: &mut Value) {
    if let (true, Some(map)) = (context.since(55), body.as_object_mut()) {
        map.insert("description".to_owned(), Value::Null);
    }
}

/// The copy of a flavor inside an instance, since 2.47: without an id.
pub(crate) fn embedded(flavor: &Flavor) -> Value {
    json!({
        "vcpus": flavor.vcpus, "ram": flavor.ram_mb, "disk": flavor.disk_gb, "ephemeral": 0, "swap": 0,
        "original_name": flavor.name, "extra_specs": specs(flavor),
    })
}

fn least(context: &Context<'_>, name: &str) -> Result<u64, Response> {
    let Some(text) = context.request.param(name) else { return Ok(0) };
    text.parse().map_err(|_| bad_request(&format!("Invalid {name} filter [{text}]")))
}

fn specs(flavor: &Flavor) -> Map<String, Value> {
    flavor.specs.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect()
}

fn detail(context: &Context<'_>, version: &str, flavor: &Flavor) -> Value {
    let mut body = json!({
        "id": flavor.id, "name": flavor.name, "vcpus": flavor.vcpus, "ram": flavor.ram_mb, "disk": flavor.disk_gb,
        "swap": if context.since(75) { json!(0) } else { json!("") }, "OS-FLV-EXT-DATA:ephemeral": 0, "OS-FLV-DISABLED:disabled": flavor.disabled,
        "os-flavor-access:is_public": true, "rxtx_factor": 1.0,
        "links": context.links(version, &format!("flavors/{}", flavor.id)),
    });
    describe(context, &mut body);
    // The guide shows extra specs in the list; stock Nova only since 2.61.
    let specs_shown = context.project.rules == RuleSet::Nhn || context.since(61);
    if let (true, Some(map)) = (specs_shown, body.as_object_mut()) {
        map.insert("extra_specs".to_owned(), Value::Object(specs(flavor)));
    }
    body
}
