//! `GET /extensions`: features that were once extensions of Nova; old clients check them before use.

use cloud::config::RuleSet;
use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, no_such_path, not_found};

/// Alias, name and description of each, from a real Nova.
const ALL: &str = include_str!("extensions.json");

pub(super) fn answer(context: &Context<'_>, path: &[&str]) -> Answer {
    // NHN's guide has none.
    if context.request.method != "GET" || context.project.rules == RuleSet::Nhn {
        return Err(no_such_path());
    }
    let all: Vec<[String; 3]> = serde_json::from_str(ALL).unwrap_or_default();
    match path {
        [] => Ok(Response::json(200, &json!({ "extensions": all.iter().map(show).collect::<Vec<_>>() }))),
        [alias] => {
            let found = all.iter().find(|[known, ..]| known == alias).map(show);
            let found = found.ok_or_else(|| not_found("The resource could not be found."))?;
            Ok(Response::json(200, &json!({ "extension": found })))
        }
        _ => Err(no_such_path()),
    }
}

fn show([alias, name, description]: &[String; 3]) -> Value {
    json!({
        "alias": alias, "name": name, "description": description, "links": [],
        "namespace": "http://docs.openstack.org/compute/ext/fake_xml", "updated": "2014-12-03T00:00:00Z",
    })
}
