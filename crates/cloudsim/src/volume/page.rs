//! Pages of volumes and snapshots: `limit`, `marker` (the last row of the previous page), `offset`, and a `next` link.

use serde_json::{Map, Value, json};

use crate::Response;
use crate::context::Context;
use crate::errors::{Answer, bad_request, not_found};

/// Default and maximum page size: 100 on NHN, 1000 upstream.
const MAX: usize = 1000;

/// A page of `rows`, newest first, as `{"volumes": [...], "volumes_links": [...]}`; `show` formats a row.
pub(super) fn answer(context: &Context<'_>, word: &str, path: &str, rows: &[Row]) -> Answer {
    let request = context.request;
    let wanted: Vec<&Row> = rows.iter().filter(|row| takes(context, row)).collect();
    let default = if context.project.rules == cloud::config::RuleSet::Nhn { 100 } else { MAX };
    let limit = number(context, "limit")?.map_or(default, |limit| limit.min(MAX));
    let start = match request.param("marker") {
        None => 0,
        Some(marker) => {
            let at = wanted.iter().position(|row| row.id == marker);
            at.ok_or_else(|| missing(word, &marker))? + 1
        }
    };
    let start = start.saturating_add(number(context, "offset")?.unwrap_or_default());
    let page: Vec<&&Row> = wanted.iter().skip(start).take(limit).collect();
    let bodies: Vec<&Value> = page.iter().map(|row| &row.body).collect();
    let mut body = Map::from_iter([(word.to_owned(), json!(bodies))]);
    // As in Nova, a page of exactly the limit has a link even if nothing follows.
    if let (true, Some(last)) = (page.len() == limit && !request.query.is_empty(), page.last()) {
        let mut query: Vec<String> = request
            .query
            .split('&')
            .filter(|pair| !pair.starts_with("marker=") && !pair.is_empty())
            .map(str::to_owned)
            .collect();
        query.push(format!("marker={}", last.id));
        let href = format!("{}/{path}?{}", context.base, query.join("&"));
        body.insert(format!("{word}_links"), json!([{ "rel": "next", "href": href }]));
    }
    Ok(Response::json(200, &Value::Object(body)))
}

/// A row with its filterable fields.
pub(super) struct Row {
    pub id: String,
    pub name: Option<String>,
    pub status: &'static str,
    /// The volume of a snapshot.
    pub volume: Option<String>,
    pub body: Value,
}

fn takes(context: &Context<'_>, row: &Row) -> bool {
    let is = |key: &str, have: Option<&str>| context.request.param(key).is_none_or(|wanted| have == Some(&wanted));
    let metadata = context.request.param("metadata").unwrap_or_default().replace('\'', "\"");
    let metadata: Value = serde_json::from_str(&metadata).unwrap_or_default();
    let mut pairs = metadata.as_object().into_iter().flatten();
    pairs.all(|(key, value)| row.body.get("metadata").and_then(|has| has.get(key)) == Some(value))
        && is("name", row.name.as_deref())
        && is("status", Some(row.status))
        && is("volume_id", row.volume.as_deref())
}

fn number(context: &Context<'_>, key: &str) -> Result<Option<usize>, Response> {
    let Some(text) = context.request.param(key) else { return Ok(None) };
    let number = text.parse::<i64>().map_err(|_| bad(key, "an integer"))?;
    usize::try_from(number).map(Some).map_err(|_| bad(key, "positive"))
}

fn bad(key: &str, what: &str) -> Response {
    bad_request(&format!("Invalid input received: {key} param must be {what}"))
}

fn missing(word: &str, id: &str) -> Response {
    let what = if word == "volumes" { "Volume" } else { "Snapshot" };
    not_found(&format!("{what} {id} could not be found."))
}
