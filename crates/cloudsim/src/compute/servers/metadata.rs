//! `GET/POST/PUT …/metadata`, `GET/PUT/DELETE …/metadata/{key}` (row N08).

use cloud::rules::lifecycle::Action;
use cloud::rules::offers::Feature;
use serde_json::{Map, Value, json};

use super::{allowed, check, find};
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, forbidden, invalid, no_such_path, not_found};
use crate::faults;

/// `quota_metadata_items`.
pub(crate) const ITEMS_MAX: usize = 128;

pub(super) fn answer(context: &mut Context<'_>, id: &str, path: &[&str]) -> Answer {
    context.offered(Feature::Metadata)?;
    let body = context.body();
    match (context.request.method.as_str(), path) {
        ("GET", []) => all(context, id),
        ("POST", []) => {
            write(context, id, &items(&body)?, false)?;
            all(context, id)
        }
        ("PUT", []) => {
            write(context, id, &items(&body)?, true)?;
            all(context, id)
        }
        ("GET", [key]) => {
            let value = find(context, id)?.metadata.get(*key).ok_or_else(missing)?;
            Ok(Response::json(200, &meta(key, value)))
        }
        ("PUT", [key]) => put(context, id, key, &body),
        ("DELETE", [key]) => delete(context, id, key),
        _ => Err(no_such_path()),
    }
}

fn all(context: &Context<'_>, id: &str) -> Answer {
    Ok(Response::json(200, &json!({ "metadata": find(context, id)?.metadata })))
}

fn meta(key: &str, value: &str) -> Value {
    let pair: Map<String, Value> = [(key.to_owned(), value.into())].into_iter().collect();
    json!({ "meta": pair })
}

fn missing() -> Response {
    not_found("Metadata item was not found")
}

fn items(body: &Value) -> Result<Map<String, Value>, Response> {
    let items = body.get("metadata").and_then(Value::as_object).cloned();
    items.ok_or_else(|| invalid("body", &body.to_string(), "'metadata' is a required property"))
}

fn put(context: &mut Context<'_>, id: &str, key: &str, body: &Value) -> Answer {
    let pair = body.get("meta").and_then(Value::as_object);
    let pair = pair.ok_or_else(|| invalid("body", &body.to_string(), "'meta' is a required property"))?;
    if pair.len() > 1 {
        return Err(invalid("meta", &body.to_string(), "it has too many properties"));
    }
    let value = pair.get(key).ok_or_else(|| bad_request("Request body and URI mismatch"))?;
    write(context, id, pair, false)?;
    Ok(Response::json(200, &meta(key, value.as_str().unwrap_or_default())))
}

/// Sets items; `instead`: replaces all.
fn write(context: &mut Context<'_>, id: &str, items: &Map<String, Value>, instead: bool) -> Result<(), Response> {
    check::metadata(context, &json!({ "metadata": items }))?;
    let server = find(context, id)?;
    faults::on_action(server, "update metadata")?;
    allowed::check(server, Action::EditMetadata, "update metadata")?;
    let mut metadata = if instead { Default::default() } else { server.metadata.clone() };
    metadata.extend(items.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))));
    if metadata.len() > ITEMS_MAX {
        return Err(forbidden(&format!("Maximum number of metadata items exceeds {ITEMS_MAX}")));
    }
    let now = context.now;
    if let Some(server) = context.project.server_mut(id) {
        server.metadata = metadata;
        server.updated = now;
    }
    Ok(())
}

fn delete(context: &mut Context<'_>, id: &str, key: &str) -> Answer {
    let server = find(context, id)?;
    if !server.metadata.contains_key(key) {
        return Err(missing());
    }
    faults::on_action(server, "delete metadata")?;
    allowed::check(server, Action::EditMetadata, "delete metadata")?;
    let now = context.now;
    if let Some(server) = context.project.server_mut(id) {
        server.metadata.remove(key);
        server.updated = now;
    }
    Ok(Response::empty(204))
}
