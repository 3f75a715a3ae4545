//! The HTTP client towards the clouds. TLS certificates are always verified; redirects are never followed (the client
//! cannot), because they would lead off the allow list.

use std::error::Error as _;
use std::time::Duration;

use axum::body::Body;
use http::StatusCode;
use http_body_util::{LengthLimitError, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{self, Error};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::MAX_REQUEST_BODY;
use crate::answer::GatewayError;
use crate::origin::Origin;

pub type Client = legacy::Client<HttpsConnector<HttpConnector>, Limited<Body>>;
pub type Outgoing = http::Request<Limited<Body>>;

/// Shorter than the 5 s after which Apache, the usual front of OpenStack, closes an idle connection: a request sent
/// into a closing connection would fail, and one that changes something must not be repeated.
const KEEP_IDLE: Duration = Duration::from_secs(4);

const CONNECT: Duration = Duration::from_secs(10);

pub fn new() -> Client {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_connect_timeout(Some(CONNECT));
    let tls = HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().wrap_connector(tcp);
    legacy::Client::builder(TokioExecutor::new()).pool_idle_timeout(KEEP_IDLE).pool_timer(TokioTimer::new()).build(tls)
}

/// Why there is no answer.
pub fn explain(origin: &Origin, error: &Error) -> GatewayError {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        if cause.is::<LengthLimitError>() {
            return too_large();
        }
        words = cause.to_string();
        source = cause.source();
    }
    let message = if error.is_connect() {
        format!("The gateway cannot connect to {origin}: {words}")
    } else {
        format!("{origin} broke off before it answered: {words}. Look whether the request was carried out")
    };
    GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-unreachable", message)
}

pub fn too_large() -> GatewayError {
    let message = format!("The request is larger than the {} KiB the gateway passes on", MAX_REQUEST_BODY / 1024);
    GatewayError::new(StatusCode::PAYLOAD_TOO_LARGE, "request-too-large", message)
}
