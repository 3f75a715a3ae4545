//! Reading: a list, filtered by fields and paged on request, or one resource by its id.

use serde_json::{Map, Value, json};

use super::{refuse, wrapped};
use crate::Response;
use crate::context::Context;
use crate::errors::Answer;

/// `GET /things` or `GET /things/{id}`; `single` is the key in bodies.
pub(super) fn read(context: &Context<'_>, single: &str, path: &[&str], all: Vec<Value>) -> Answer {
    match path {
        [] => Ok(page(context, &format!("{single}s"), all)),
        [id] => {
            let item = all.into_iter().find(|item| self::id(item) == *id);
            Ok(Response::json(200, &wrapped(single, item.ok_or_else(|| refuse::missing(single, id))?)))
        }
        _ => Err(refuse::unknown()),
    }
}

fn page(context: &Context<'_>, plural: &str, all: Vec<Value>) -> Response {
    let pairs = context.request.pairs();
    let mut list: Vec<Value> = all.into_iter().filter(|item| takes(item, &pairs)).collect();
    let mut body = Map::new();
    if let Some(limit) = context.request.param("limit").and_then(|limit| limit.parse::<usize>().ok()) {
        let marker = context.request.param("marker");
        let start = marker.and_then(|marker| list.iter().position(|item| id(item) == marker)).map_or(0, |at| at + 1);
        let more = list.len() > start.saturating_add(limit);
        list = list.into_iter().skip(start).take(limit).collect();
        // Links are sent only if pages were requested.
        if let (true, Some(last)) = (more, list.last()) {
            let path = plural.replace('_', "-");
            let href = format!("{}/v2.0/{path}?limit={limit}&marker={}", context.base, id(last));
            body.insert(format!("{plural}_links"), json!([{ "rel": "next", "href": href }]));
        }
    }
    body.insert(plural.to_owned(), list.into());
    Response::json(200, &Value::Object(body))
}

fn id(item: &Value) -> &str {
    item.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// Any field is a filter; other parameters (`fields`, `limit`, `sort_key`) are not. Repeated filters are alternatives.
fn takes(item: &Value, pairs: &[(String, String)]) -> bool {
    pairs.iter().all(|(key, _)| pairs.iter().any(|(other, wanted)| other == key && is(item, key, wanted)))
}

/// Comma-separated tags: all of them, any, not all, none.
fn tagged(item: &Value, key: &str, wanted: &str) -> bool {
    let Some(tags) = item.get("tags").and_then(Value::as_array) else { return true };
    let mut asked = wanted.split(',').map(|tag| tags.iter().any(|known| known == tag));
    match key {
        "tags" => asked.all(|there| there),
        "tags-any" => asked.any(|there| there),
        "not-tags" => !asked.all(|there| there),
        _ => !asked.any(|there| there),
    }
}

/// Filters by address or subnet of a port: `ip_address=…`, `subnet_id=…`, `ip_address_substr=…`.
fn addressed(item: &Value, wanted: &str) -> bool {
    let Some((key, wanted)) = wanted.split_once('=') else { return true };
    let ips = item.get("fixed_ips").and_then(Value::as_array);
    let of = |ip: &Value| match key {
        "ip_address_substr" => ip.get("ip_address").and_then(Value::as_str).is_some_and(|ip| ip.contains(wanted)),
        _ => ip.get(key).is_some_and(|found| found == wanted),
    };
    ips.is_some_and(|ips| ips.iter().any(of))
}

fn is(item: &Value, key: &str, wanted: &str) -> bool {
    if matches!(key, "tags" | "tags-any" | "not-tags" | "not-tags-any") {
        return tagged(item, key, wanted);
    }
    match item.get(key) {
        Some(Value::Array(_)) if key == "fixed_ips" => addressed(item, wanted),
        Some(Value::String(text)) => text == wanted,
        Some(Value::Bool(yes)) => wanted.eq_ignore_ascii_case(if *yes { "true" } else { "false" }),
        Some(Value::Null) => wanted.is_empty(),
        _ => true,
    }
}
