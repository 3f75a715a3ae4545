//! `/servers/{id}/tags`, since 2.26.

use serde_json::{Value, json};

use super::find;
use crate::Response;
use crate::compute::refusals::not_in_this_version;
use crate::context::Context;
use crate::errors::{Answer, bad_request, invalid, no_such_path, not_found};

/// `MAX_TAG_COUNT`.
const MOST: usize = 50;
/// Longest tag, characters.
const LENGTH_MAX: usize = 60;

pub(super) fn answer(context: &mut Context<'_>, version: &str, id: &str, path: &[&str]) -> Answer {
    if !context.since(26) {
        return Err(not_in_this_version());
    }
    let tags = find(context, id)?.told.tags.clone();
    match (context.request.method.as_str(), path) {
        ("GET", []) => Ok(all(&tags)),
        ("PUT", []) => {
            let tags = read(&context.body(), "tags")?;
            Ok(all(&keep(context, id, tags)?))
        }
        ("DELETE", []) => keep(context, id, Vec::new()).map(|_| Response::empty(204)),
        ("GET", [tag]) => has(id, &tags, tag).map(|()| Response::empty(204)),
        ("PUT", [tag]) => {
            check(tag)?;
            if tags.iter().any(|known| known == tag) {
                return Ok(Response::empty(204));
            }
            keep(context, id, [tags, vec![(*tag).to_owned()]].concat())?;
            let at = context.links(version, &format!("servers/{id}/tags/{tag}"));
            let at = at.pointer("/0/href").and_then(Value::as_str).unwrap_or_default();
            Ok(Response::empty(201).with_header("Location", at))
        }
        ("DELETE", [tag]) => {
            has(id, &tags, tag)?;
            keep(context, id, tags.into_iter().filter(|known| known != tag).collect())?;
            Ok(Response::empty(204))
        }
        _ => Err(no_such_path()),
    }
}

/// The tags in a body, without duplicates.
pub(super) fn read(body: &Value, key: &str) -> Result<Vec<String>, Response> {
    let list = body.get(key).and_then(Value::as_array);
    let list = list.ok_or_else(|| invalid("body", &body.to_string(), &format!("'{key}' is a required property")))?;
    let mut tags: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    tags.iter().try_for_each(|tag| check(tag))?;
    tags.sort();
    tags.dedup();
    match tags.len() > MOST {
        true => Err(bad_request(&format!("The number of tags exceeded the per-server limit {MOST}"))),
        false => Ok(tags),
    }
}

fn check(tag: &str) -> Result<(), Response> {
    if tag.is_empty() || tag.chars().count() > LENGTH_MAX {
        let why = if tag.is_empty() { "too short" } else { "too long" };
        return Err(bad_request(&format!("Tag '{tag}' is invalid. It must be a non empty string: '{tag}' is {why}")));
    }
    match tag.contains([',', '/']) {
        true => Err(bad_request(&format!("Tag '{tag}' is invalid. '{tag}' does not match '^[^,/]*$'"))),
        false => Ok(()),
    }
}

fn has(id: &str, tags: &[String], tag: &str) -> Result<(), Response> {
    let missing = || not_found(&format!("Server {id} has no tag '{tag}'"));
    tags.iter().any(|known| known == tag).then_some(()).ok_or_else(missing)
}

fn keep(context: &mut Context<'_>, id: &str, mut tags: Vec<String>) -> Result<Vec<String>, Response> {
    if tags.len() > MOST {
        return Err(bad_request(&format!("The number of tags exceeded the per-server limit {MOST}")));
    }
    tags.sort();
    if let Some(server) = context.project.server_mut(id) {
        server.told.tags.clone_from(&tags);
    }
    Ok(tags)
}

fn all(tags: &[String]) -> Response {
    Response::json(200, &json!({ "tags": tags }))
}
