//! Network: NHN's dialect (`vpcs`, `vpcsubnets`) and Neutron's on one host (rows N03, N04, N05). A stock cloud has only
//! Neutron's, with writes on networks, subnets and routers.

mod fields;
mod floating;
mod groups;
mod list;
mod networks;
mod nhn;
mod others;
mod ports;
mod quota;
mod ranges;
mod refuse;
mod resource;
mod router_ports;
mod routers;
mod rules;
mod subnets;
mod tags;

use cloud::config::RuleSet;
use serde_json::{Map, Value};

use crate::Response;
use crate::context::Context;
use crate::errors::Answer;

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    let ["v2.0", thing, path @ ..] = rest else { return Err(refuse::unknown()) };
    let nhn = context.project.rules == RuleSet::Nhn;
    let get = context.request.method == "GET";
    match (*thing, path) {
        (_, [id, "tags", tag @ ..]) if !nhn => tags::answer(context, thing, id, tag),
        ("ports", _) => ports::PORTS.answer(context, path),
        ("floatingips", _) => floating::answer(context, path),
        ("security-groups", _) => groups::GROUPS.answer(context, path),
        ("security-group-rules", _) => rules::answer(context, path),
        // On NHN these are read-only; its networks are VPCs.
        ("networks", _) if !nhn || get => networks::NETWORKS.answer(context, path),
        ("subnets", _) if !nhn || get => subnets::SUBNETS.answer(context, path),
        ("vpcs", _) if nhn && get => nhn::vpcs(context, path),
        ("vpcsubnets", _) if nhn && get => list::read(context, "vpcsubnet", path, nhn::subnets(context)),
        _ if nhn => Err(refuse::unknown()),
        ("routers", _) => routers::answer(context, path),
        ("quotas", _) => quota::answer(context, path),
        _ => others::answer(context, thing, path),
    }
}

/// `{"port": {...}}`.
fn wrapped(key: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(key.to_owned(), value)]))
}

/// The content of `key` in the request.
fn unwrapped(context: &Context<'_>, key: &str) -> Result<Value, Response> {
    let missing = || refuse::bad("HTTPBadRequest", &format!("Unable to find '{key}' in request body"));
    context.body().get(key).cloned().filter(Value::is_object).ok_or_else(missing)
}

/// A text that is present and not empty.
fn text<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
}
