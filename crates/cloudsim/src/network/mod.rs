//! Network: NHN's dialect (`vpcs`, `vpcsubnets`) and Neutron's on one host (rows N03, N04, N05). A stock cloud knows
//! only the latter.

mod floating;
mod groups;
mod list;
mod neutron;
mod nhn;
mod ports;
mod quota;
mod refuse;
mod rules;

use cloud::config::RuleSet;
use serde_json::{Map, Value};

use crate::Response;
use crate::context::Context;
use crate::errors::Answer;

pub(crate) fn answer(context: &mut Context<'_>, rest: &[&str]) -> Answer {
    let ["v2.0", thing, path @ ..] = rest else { return Err(refuse::unknown()) };
    let nhn = context.project.rules == RuleSet::Nhn;
    match *thing {
        "ports" => ports::answer(context, path),
        "floatingips" => floating::answer(context, path),
        "security-groups" => groups::answer(context, path),
        "security-group-rules" => rules::answer(context, path),
        // NHN's guide has neither.
        "quotas" if !nhn => quota::answer(context, path),
        "extensions" if !nhn => neutron::extensions(context, path),
        _ if context.request.method != "GET" => Err(refuse::unknown()),
        "vpcs" if nhn => nhn::vpcs(context, path),
        "vpcsubnets" if nhn => list::read(context, "vpcsubnet", path, nhn::subnets(context)),
        "networks" => list::read(context, "network", path, neutron::networks(context)),
        "subnets" => list::read(context, "subnet", path, neutron::subnets(context)),
        _ => Err(refuse::unknown()),
    }
}

/// `{"port": {...}}`.
fn wrapped(key: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(key.to_owned(), value)]))
}

/// What a request wraps in `key`.
fn unwrapped(context: &Context<'_>, key: &str) -> Result<Value, Response> {
    let missing = || refuse::bad("HTTPBadRequest", &format!("Unable to find '{key}' in request body"));
    context.body().get(key).cloned().filter(Value::is_object).ok_or_else(missing)
}

/// A text that is there and says something.
fn text<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
}
