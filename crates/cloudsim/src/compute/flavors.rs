//! Flavors (rows S01, S02). `minDisk` and `minRam` mean "at least", as in Nova; the guide says "larger than".

use cloud::config::RuleSet;
use serde_json::{Map, Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, no_such_path, not_found};
use crate::model::Flavor;

pub(super) fn answer(context: &Context<'_>, version: &str, path: &[&str]) -> Answer {
    if context.request.method != "GET" {
        return Err(no_such_path());
    }
    match path {
        [] => list(context, |flavor| {
            json!({ "id": flavor.id, "name": flavor.name,
                    "links": context.links(version, &format!("flavors/{}", flavor.id)) })
        }),
        ["detail"] => list(context, |flavor| detail(context, version, flavor)),
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

fn list(context: &Context<'_>, show: impl Fn(&Flavor) -> Value) -> Answer {
    let (min_disk, min_ram) = (least(context, "minDisk")?, least(context, "minRam")?);
    let fits = |flavor: &&Flavor| flavor.disk_gb >= min_disk && flavor.ram_mb >= min_ram;
    let flavors: Vec<Value> = context.project.flavors.iter().filter(fits).map(show).collect();
    Ok(Response::json(200, &json!({ "flavors": flavors })))
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
        "swap": "", "OS-FLV-EXT-DATA:ephemeral": 0, "OS-FLV-DISABLED:disabled": flavor.disabled,
        "os-flavor-access:is_public": true, "rxtx_factor": 1.0,
        "links": context.links(version, &format!("flavors/{}", flavor.id)),
    });
    // The guide shows extra specs in the list; stock Nova does not before microversion 2.61.
    if let (RuleSet::Nhn, Some(map)) = (context.project.rules, body.as_object_mut()) {
        map.insert("extra_specs".to_owned(), Value::Object(specs(flavor)));
    }
    body
}
