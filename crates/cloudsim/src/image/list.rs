//! Pages of images, newest first; `next` is a relative path.

use cloud::config::RuleSet;
use serde_json::{Value, json};

use super::show;
use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, html};
use crate::model::Image;

/// The maximum page size.
const MAX: usize = 1000;

pub(super) fn answer(context: &Context<'_>) -> Answer {
    let limit = limit(context)?;
    let mut images: Vec<&Image> = context.project.images.iter().filter(|image| sized(context, image)).collect();
    sort(context, &mut images)?;
    let wanted: Vec<Value> =
        images.into_iter().map(|image| show::full(context, image)).filter(|body| takes(context, body)).collect();
    let start = match context.request.param("marker") {
        None => 0,
        Some(marker) => {
            let at = wanted.iter().position(|body| id(body) == marker);
            at.ok_or_else(|| bad("Invalid marker. Image could not be found."))? + 1
        }
    };
    let rest = wanted.get(start..).unwrap_or_default();
    let page = rest.get(..limit).unwrap_or(rest);
    let mut body = json!({ "images": page, "first": "/v2/images", "schema": "/v2/schemas/images" });
    let more = (rest.len() > page.len()).then_some(page.last()).flatten();
    if let (Some(last), Some(map)) = (more, body.as_object_mut()) {
        map.insert("next".to_owned(), next(context, limit, id(last)).into());
    }
    Ok(Response::json(200, &body))
}

fn id(body: &Value) -> &str {
    body.get("id").and_then(Value::as_str).unwrap_or_default()
}

fn bad(text: &str) -> Response {
    html(400, "Bad Request", text)
}

/// Since 2026-05 NHN's default page size is 100, upstream's is 25.
fn limit(context: &Context<'_>) -> Result<usize, Response> {
    let Some(text) = context.request.param("limit") else {
        return Ok(if context.project.rules == RuleSet::Nhn { 100 } else { 25 });
    };
    let number = text.parse::<i64>().map_err(|_| bad("limit param must be an integer"))?;
    usize::try_from(number).map(|limit| limit.min(MAX)).map_err(|_| bad("limit param must be positive"))
}

/// The next page, with the same filters.
fn next(context: &Context<'_>, limit: usize, last: &str) -> String {
    let same = context
        .request
        .query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("limit=") && !pair.starts_with("marker="));
    let mut query: Vec<String> = same.map(str::to_owned).collect();
    query.extend([format!("limit={limit}"), format!("marker={last}")]);
    format!("/v2/images?{}", query.join("&"))
}

fn sort(context: &Context<'_>, images: &mut [&Image]) -> Result<(), Response> {
    let key = context.request.param("sort_key").unwrap_or_else(|| "created_at".to_owned());
    match key.as_str() {
        "created_at" | "updated_at" => images.sort_by_key(|image| image.created),
        "name" => images.sort_by(|a, b| a.name.cmp(&b.name)),
        "size" => images.sort_by_key(|image| image.size),
        "status" => images.sort_by_key(|image| image.status),
        "id" => images.sort_by(|a, b| a.id.cmp(&b.id)),
        other => return Err(bad(&format!("Invalid sort key: {other}."))),
    }
    if context.request.param("sort_dir").as_deref() != Some("asc") {
        images.reverse();
    }
    Ok(())
}

fn sized(context: &Context<'_>, image: &Image) -> bool {
    let bound = |key: &str| context.request.param(key).and_then(|text| text.parse::<u64>().ok());
    bound("size_min").is_none_or(|min| image.size >= min) && bound("size_max").is_none_or(|max| image.size <= max)
}

fn takes(context: &Context<'_>, body: &Value) -> bool {
    let tags = body.get("tags").and_then(Value::as_array);
    let tagged = |wanted: &str| tags.is_some_and(|tags| tags.iter().any(|tag| tag == wanted));
    if context.request.pairs().iter().any(|(key, wanted)| key == "tag" && !tagged(wanted)) {
        return false;
    }
    ["name", "owner", "visibility", "status", "os_type", "id", "image_type"].iter().all(|key| {
        let wanted = context.request.param(key);
        // All statuses: the same as no filter.
        wanted.is_none_or(|wanted| {
            (*key == "visibility" && wanted == "all") || body.get(*key).and_then(Value::as_str) == Some(&wanted)
        })
    })
}
