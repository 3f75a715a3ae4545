//! `…/{id}/tags`: read, set, add, remove. Members can tag the networks of others, too, as in a real Neutron of 2022.

use serde_json::{Value, json};

use super::refuse;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, neutron};

/// The longest tag, characters.
const TAG_MAX: usize = 255;

/// Tags of a resource, by the name of its list and its id.
pub(super) fn answer(context: &mut Context<'_>, list: &str, id: &str, tag: &[&str]) -> Answer {
    let (method, body, now) = (context.request.method.as_str(), context.body(), context.now);
    // A missing list or resource.
    let missing = || {
        let words = format!("Resource {list} {id} could not be found.");
        neutron(404, "TagResourceNotFound", &words)
    };
    // The body is parsed first, for every method.
    let wanted = if (method, tag) == ("PUT", &[]) { wanted(&body)? } else { Vec::new() };
    let standard = context.project.standard_mut(list, id).ok_or_else(missing)?;
    let tags = &mut standard.tags;
    match (method, tag) {
        ("GET", []) => return Ok(shown(tags)),
        ("GET", [tag]) => {
            known(tags, tag)?;
            return Ok(Response::empty(204));
        }
        ("PUT", []) => {
            *tags = wanted;
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

fn wanted(body: &Value) -> Result<Vec<String>, Response> {
    let said = body.get("tags").ok_or_else(|| refuse::input("Invalid tags body."))?;
    let said = said.as_array().ok_or_else(|| refuse::input(&format!("{} is not a list.", quoted(said))))?;
    let one = |tag: &Value| match tag.as_str() {
        None => Err(refuse::input(&format!("{} is not a valid string.", quoted(tag)))),
        Some(long) if long.chars().count() > TAG_MAX => {
            Err(refuse::input(&format!("'{long}' exceeds maximum length of {TAG_MAX}.")))
        }
        Some(tag) => Ok(tag.to_owned()),
    };
    said.iter().map(one).collect()
}

/// As printed by Python.
fn quoted(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), |text| format!("'{text}'"))
}

fn shown(tags: &[String]) -> Response {
    Response::json(200, &json!({ "tags": tags }))
}

fn known(tags: &[String], tag: &str) -> Result<usize, Response> {
    let words = || neutron(404, "TagNotFound", &format!("Tag {tag} could not be found."));
    tags.iter().position(|known| known == tag).ok_or_else(words)
}
