//! Splits a list into pages, as clouds with `max_limit` (Nova) or `pagination_max_limit` (Neutron) do.

use serde_json::{Value, json};

use crate::{Request, Response};

/// At most `max` rows of a list response after the request's `marker`, with a link to the next page. Other responses
/// are unchanged.
pub(crate) fn cut_list(mut response: Response, request: &Request, max: usize) -> Response {
    let body: Value = serde_json::from_str(&response.body).unwrap_or_default();
    let list = body.as_object().and_then(|body| body.iter().find(|(key, _)| !key.ends_with("_links")));
    let (200, Some((name, Value::Array(rows)))) = (response.status, list) else { return response };
    let marker = request.param("marker");
    let start = marker.and_then(|marker| rows.iter().position(|row| id(row) == marker)).map_or(0, |at| at + 1);
    let page: Vec<&Value> = rows.iter().skip(start).take(max).collect();
    let mut cut = json!({ name: page });
    if let (true, Some(last)) = (rows.len() > start + page.len(), page.last()) {
        let others = request.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("marker="));
        let query: Vec<&str> = others.collect();
        let href = format!(
            "http://not.this.host{}?{}&marker={}",
            request.path,
            query.join("&"),
            cloud::percent::encode(id(last))
        );
        cut[format!("{name}_links")] = json!([{ "rel": "next", "href": href }]);
    }
    response.body = cut.to_string();
    response
}

/// The id of a row; a key pair is identified by name, inside an object.
fn id(row: &Value) -> &str {
    let found = ["/id", "/keypair/name", "/name"].iter().find_map(|at| row.pointer(at)?.as_str());
    found.unwrap_or_default()
}
