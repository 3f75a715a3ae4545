//! Paging with `limit` and `marker`.

use serde_json::{Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{bad_request, invalid};

/// The requested page, and the link to the next one. As in Nova, a page of exactly the limit has a link even if nothing
/// follows.
pub(super) fn of<'a, T>(
    context: &Context<'_>,
    version: &str,
    path: &str,
    all: &'a [T],
    id: impl Fn(&T) -> &str,
) -> Result<(&'a [T], Option<Value>), Response> {
    let start = match context.request.param("marker") {
        None => 0,
        Some(marker) => {
            let at = all.iter().position(|one| id(one) == marker);
            at.ok_or_else(|| bad_request(&format!("marker [{marker}] not found")))? + 1
        }
    };
    let rest = all.get(start..).unwrap_or_default();
    let Some(limit) = number(context, "limit")?.filter(|limit| *limit > 0) else { return Ok((rest, None)) };
    let page = rest.get(..limit).unwrap_or(rest);
    let last = page.last().filter(|_| page.len() == limit);
    Ok((page, last.map(|last| json!([{ "rel": "next", "href": next(context, version, path, id(last)) }]))))
}

/// Adds the link to the next page to a body.
pub(super) fn add_links(body: &mut Value, key: &str, links: Option<Value>) {
    if let (Some(links), Some(map)) = (links, body.as_object_mut()) {
        map.insert(key.to_owned(), links);
    }
}

/// A number in the query.
pub(super) fn number(context: &Context<'_>, key: &str) -> Result<Option<usize>, Response> {
    let Some(text) = context.request.param(key) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| invalid(key, &text, &format!("'{text}' does not match '^[0-9]*$'")))
}

/// The same query in alphabetical order with another marker.
pub(super) fn next(context: &Context<'_>, version: &str, path: &str, marker: &str) -> String {
    let tenant = if version == "v2.1" { String::new() } else { format!("/{}", context.project.tenant) };
    let mut pairs: Vec<&str> = context.request.query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.retain(|pair| !pair.starts_with("marker="));
    pairs.sort_unstable();
    let marker = format!("marker={marker}");
    pairs.push(&marker);
    format!("{}/{version}{tenant}/{path}?{}", context.base, pairs.join("&"))
}
