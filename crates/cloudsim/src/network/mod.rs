//! Network: NHN's dialect (`vpcs`, `vpcsubnets`) and Neutron's on one host (rows N03, N04, N05). A stock cloud knows
//! only the latter.

mod neutron;
mod nhn;
mod security;

use cloud::config::RuleSet;
use serde_json::{Map, Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron as refusal};

pub(crate) fn answer(context: &Context<'_>, rest: &[&str]) -> Answer {
    let ["v2.0", thing, path @ ..] = rest else { return Err(unknown()) };
    if context.request.method != "GET" {
        return Err(unknown());
    }
    let nhn = context.project.rules == RuleSet::Nhn;
    let (single, plural, list) = match *thing {
        "vpcs" if nhn => ("vpc", "vpcs", nhn::vpcs(context)),
        "vpcsubnets" if nhn => ("vpcsubnet", "vpcsubnets", nhn::subnets(context)),
        "networks" => ("network", "networks", neutron::networks(context)),
        "subnets" => ("subnet", "subnets", neutron::subnets(context)),
        "ports" => ("port", "ports", neutron::ports(context)),
        "floatingips" => ("floatingip", "floatingips", neutron::floating_ips(context)),
        "security-groups" => ("security_group", "security_groups", security::groups(context)),
        "security-group-rules" => ("security_group_rule", "security_group_rules", security::rules(context)),
        _ => return Err(unknown()),
    };
    match path {
        [] => {
            let pairs = context.request.pairs();
            let list: Vec<Value> = list.into_iter().filter(|item| pairs.iter().all(|pair| takes(item, pair))).collect();
            Ok(Response::json(200, &wrapped(plural, list.into())))
        }
        [id] => {
            let item = list.into_iter().find(|item| item.get("id").and_then(Value::as_str) == Some(id));
            let what = single.replace('_', " ");
            let missing = || refusal(404, "NotFound", &format!("{what} {id} could not be found"));
            Ok(Response::json(200, &wrapped(single, item.ok_or_else(missing)?)))
        }
        _ => Err(unknown()),
    }
}

fn wrapped(key: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(key.to_owned(), value)]))
}

/// Neutron's words for an address nobody serves.
fn unknown() -> Response {
    let text = "The resource could not be found.<br /><br />\n\n\n";
    Response::json(404, &json!({ "message": text, "code": "404 Not Found", "title": "Not Found" }))
}

/// Any plain field filters; what is no field (`fields`, `limit`, `sort_key`) does not.
fn takes(item: &Value, (key, wanted): &(String, String)) -> bool {
    match item.get(key) {
        Some(Value::String(text)) => text == wanted,
        Some(Value::Bool(yes)) => wanted.eq_ignore_ascii_case(if *yes { "true" } else { "false" }),
        Some(Value::Null) => wanted.is_empty(),
        _ => true,
    }
}
