//! `…/{id}/tags`: read, set, one added or taken away.

use serde_json::{Value, json};

use super::refuse;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron};

/// Tags of a thing, by its list's name (`networks`) and its id.
pub(super) fn answer(context: &mut Context<'_>, list: &str, id: &str, tag: &[&str]) -> Answer {
    let (method, body, now) = (context.request.method.as_str(), context.body(), context.now);
    // A list nobody has, or a thing.
    let missing = || {
        let words = format!("Resource {list} {id} could not be found.");
        neutron(404, "TagResourceNotFound", &words)
    };
    if context.project.networks.iter().any(|network| network.id == id && network.external) && method != "GET" {
        return Err(missing());
    }
    let standard = context.project.standard_mut(list, id).ok_or_else(missing)?;
    let tags = &mut standard.tags;
    match (method, tag) {
        ("GET", []) => return Ok(shown(tags)),
        ("GET", [tag]) => {
            known(tags, tag)?;
            return Ok(Response::empty(204));
        }
        ("PUT", []) => {
            let words = "Invalid input for tags. Reason: 'tags' is not a list.";
            let wanted = body.get("tags").and_then(Value::as_array);
            let wanted = wanted.ok_or_else(|| refuse::bad("HTTPBadRequest", words))?;
            *tags = wanted.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            tags.sort();
            tags.dedup();
        }
        ("PUT", [tag]) => {
            tags.extend((!tags.iter().any(|known| known == tag)).then(|| (*tag).to_owned()));
        }
        ("DELETE", []) => tags.clear(),
        ("DELETE", [tag]) => {
            let at = known(tags, tag)?;
            tags.remove(at);
        }
        _ => return Err(refuse::unknown()),
    }
    standard.touch(now);
    Ok(match (method, tag) {
        ("PUT", []) => shown(&standard.tags),
        ("PUT", _) => Response::json(201, &Value::Null),
        _ => Response::empty(204),
    })
}

fn shown(tags: &[String]) -> Response {
    Response::json(200, &json!({ "tags": tags }))
}

fn known(tags: &[String], tag: &str) -> Result<usize, Response> {
    let words = || neutron(404, "TagNotFound", &format!("Tag {tag} could not be found."));
    tags.iter().position(|known| known == tag).ok_or_else(words)
}
