//! One JSON line on stderr for each proxied request: what an operator needs to find a slow or failing cloud, and
//! nothing that identifies a user or opens a door. No query, no header but the request id, no body.

use std::time::Duration;

use axum::response::Response;
use http::Method;
use serde_json::{Value, json};

use super::target::Target;

/// Writes the line. `target` is `None` when nothing was sent.
pub fn line(method: &Method, target: Option<&Target>, response: &Response, took: Duration) {
    eprintln!("{}", entry(method, target, response, took));
}

fn entry(method: &Method, target: Option<&Target>, response: &Response, took: Duration) -> Value {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    json!({
        "method": method.as_str(),
        "host": target.map(|target| target.origin.authority()),
        "path": target.map(Target::loggable_path),
        "status": response.status().as_u16(),
        "ms": u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        "request_id": header("x-openstack-request-id").or_else(|| header("x-compute-request-id")),
    })
}
