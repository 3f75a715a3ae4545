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

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;
    use crate::origin::{AllowList, Origin};

    #[test]
    fn a_line_tells_what_happened_and_no_secret() {
        let mut allow = AllowList::default();
        allow.add(&Origin::parse("https://cloud.example").expect("an origin")).expect("no clash");
        let target = Target::read("/proxy/cloud.example/v2/t/servers?token=secret", &allow).expect("allowed");
        let response = Response::builder()
            .status(201)
            .header("x-compute-request-id", "req-1")
            .header("x-subject-token", "secret")
            .body(Body::from("secret"))
            .expect("a response");
        let line = entry(&Method::POST, Some(&target), &response, Duration::from_millis(12));
        let expect = json!({
            "method": "POST", "host": "cloud.example", "path": "/v2/t/servers",
            "status": 201, "ms": 12, "request_id": "req-1",
        });
        assert_eq!(line, expect);
        let refused = entry(&Method::GET, None, &Response::new(Body::empty()), Duration::ZERO);
        assert_eq!(refused.get("host"), Some(&Value::Null));
    }
}
