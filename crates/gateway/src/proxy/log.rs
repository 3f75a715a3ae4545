//! The log line of a proxied request: what an operator needs to find a slow or failing cloud or a client that sends too
//! much, and nothing secret. No query, no body, and no header except the cloud's request id.

use std::net::IpAddr;
use std::time::Duration;

use axum::response::Response;
use http::{HeaderValue, Method};
use tracing::{info, warn};

use super::target::Target;
use crate::request_id;

/// A request and its outcome.
pub struct Line<'a> {
    /// The gateway's request id.
    pub request_id: &'a str,
    /// The client's address.
    pub client: IpAddr,
    pub method: &'a Method,
    /// `None` if the address is not one of a cloud.
    pub target: Option<&'a Target>,
    /// The gateway's error code, if it refused the request or got no response.
    pub error: Option<&'static str>,
    pub took: Duration,
}

/// Writes the line.
pub fn write(line: &Line<'_>, response: &Response) {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    info!(
        request_id = line.request_id,
        client = %line.client,
        method = line.method.as_str(),
        host = line.target.map(|target| target.origin.authority()),
        path = line.target.map(Target::loggable_path),
        status = response.status().as_u16(),
        error = line.error,
        ms = u64::try_from(line.took.as_millis()).unwrap_or(u64::MAX),
        cloud_request_id = header("x-openstack-request-id").or_else(|| header("x-compute-request-id")),
        "proxied"
    );
}

/// Logs that a cloud refused a password. `user` is set if the configuration asks for it.
pub fn refused_sign_in(request_id: &HeaderValue, client: IpAddr, cloud: Option<&str>, user: Option<&str>) {
    warn!(request_id = request_id::text(request_id), %client, cloud, user, "sign-in refused");
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use serde_json::{Value, json};

    use super::*;
    use crate::allow::AllowList;
    use crate::log::captured::Captured;
    use crate::origin::Origin;

    #[test]
    fn a_line_tells_what_happened_and_no_secret() {
        let mut allow = AllowList::default();
        allow.add(&Origin::parse("https://cloud.example").expect("an origin"), "").expect("no clash");
        let target = Target::read("/proxy/cloud.example/v2/t/servers?token=secret", &allow, 1000).expect("allowed");
        let response = Response::builder()
            .status(201)
            .header("x-compute-request-id", "req-1")
            .header("x-subject-token", "secret")
            .body(Body::from("secret"))
            .expect("a response");
        let line = Line {
            request_id: "req-0",
            client: [203, 0, 113, 9].into(),
            method: &Method::POST,
            target: Some(&target),
            error: None,
            took: Duration::from_millis(12),
        };
        let logged = Captured::default();
        tracing::subscriber::with_default(logged.subscriber(), || {
            write(&line, &response);
            write(&Line { target: None, error: Some("host-not-allowed"), ..line }, &Response::new(Body::empty()));
        });
        let [mut passed, refused] = <[Value; 2]>::try_from(logged.lines()).expect("a line each");
        let time = passed.as_object_mut().and_then(|line| line.remove("timestamp"));
        assert!(time.is_some_and(|time| time.as_str().is_some_and(|time| time.ends_with('Z'))));
        let expect = json!({
            "level": "INFO", "message": "proxied", "request_id": "req-0", "client": "203.0.113.9", "method": "POST",
            "host": "cloud.example", "path": "/v2/t/servers", "status": 201, "ms": 12, "cloud_request_id": "req-1",
        });
        assert_eq!(passed, expect);
        assert_eq!((refused.get("host"), refused.get("error")), (None, Some(&json!("host-not-allowed"))));
    }
}
