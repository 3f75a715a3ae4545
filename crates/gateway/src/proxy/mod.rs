//! `/proxy/…`: passes one request on to a cloud and its answer back, both bodies streamed, nothing kept.

mod caller;
mod client;
pub mod headers;
mod log;
mod target;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, HeaderValue, USER_AGENT, X_CONTENT_TYPE_OPTIONS,
};
use http::request::Parts;
use http::{HeaderName, Method, StatusCode};
use http_body_util::Limited;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutBody;

use crate::answer::GatewayError;
use crate::config::Config;
use crate::origin::{AllowList, Origin};
use target::Target;

/// The largest request body; the largest one the APIs of today need is user data of 64 KiB.
pub const MAX_REQUEST_BODY: usize = 1024 * 1024;

/// A cloud's answer is data for `fetch`. Opened as a page of its own it may do nothing at all: it would run on the
/// console's origin.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

struct Proxy {
    client: client::Client,
    allow: AllowList,
    cors: Vec<Origin>,
    timeout: Duration,
    verbose: bool,
}

/// The proxy's routes.
pub fn routes(config: &Config, verbose: bool) -> Router {
    let proxy = Proxy {
        client: client::new(),
        allow: config.allow.clone(),
        cors: config.cors.clone(),
        timeout: config.timeout,
        verbose,
    };
    let fixed = |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    // Not a nested router: nesting would rewrite the address. The wildcard is never read.
    Router::new()
        .route("/proxy", any(pass))
        .route("/proxy/", any(pass))
        .route("/proxy/{*raw}", any(pass))
        .with_state(Arc::new(proxy))
        .layer(fixed(CACHE_CONTROL, "no-store"))
        .layer(fixed(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(CONTENT_SECURITY_POLICY, POLICY))
}

async fn pass(State(proxy): State<Arc<Proxy>>, request: Request) -> Response {
    let started = Instant::now();
    let (parts, body) = request.into_parts();
    let raw = parts.uri.path_and_query().map(|raw| raw.as_str()).unwrap_or_default();
    let target = Target::read(raw, &proxy.allow);
    let answer = match &target {
        Ok(target) => proxy.send(target, &parts, body).await,
        Err(error) => Err(error.clone()),
    };
    let response = answer.unwrap_or_else(GatewayError::into_response);
    if proxy.verbose {
        log::line(&parts.method, target.ok().as_ref(), &response, started.elapsed());
    }
    response
}

impl Proxy {
    async fn send(&self, target: &Target, parts: &Parts, body: Body) -> Result<Response, GatewayError> {
        caller::check(parts, &self.cors)?;
        let request = onward(target, parts, body)?;
        let answer = match tokio::time::timeout(self.timeout, self.client.request(request)).await {
            Err(_) => return Err(timed_out(target, self.timeout)),
            Ok(Err(error)) => return Err(client::explain(&target.origin, &error)),
            Ok(Ok(answer)) => answer,
        };
        if answer.status().is_informational() {
            let message = format!("{} wants to change the protocol ({})", target.origin, answer.status());
            return Err(GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-unreachable", message));
        }
        let (head, body) = answer.into_parts();
        let mut response = Response::new(Body::new(TimeoutBody::new(self.timeout, body)));
        *response.status_mut() = head.status;
        *response.headers_mut() = headers::pick(&head.headers, &headers::RESPONSE_HEADERS);
        Ok(response)
    }
}

/// The request as the cloud gets it: a new one, made only of what may pass.
fn onward(target: &Target, parts: &Parts, body: Body) -> Result<client::Outgoing, GatewayError> {
    if !headers::METHODS.contains(&parts.method) {
        let message = format!("The gateway does not pass on {}", parts.method);
        return Err(GatewayError::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", message));
    }
    let uri = target.uri().ok_or_else(|| {
        GatewayError::new(StatusCode::BAD_REQUEST, "address-unreadable", "The proxied address cannot be read")
    })?;
    if body.size_hint().lower() > MAX_REQUEST_BODY as u64 {
        return Err(client::too_large());
    }
    let empty = body.is_end_stream();
    let mut request = client::Outgoing::new(Limited::new(body, MAX_REQUEST_BODY));
    *request.method_mut() = parts.method.clone();
    *request.uri_mut() = uri;
    *request.headers_mut() = headers::pick(&parts.headers, &headers::REQUEST_HEADERS);
    let agent = concat!("maru-gateway/", env!("CARGO_PKG_VERSION"));
    request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(agent));
    if empty && matches!(parts.method, Method::POST | Method::PUT | Method::PATCH) {
        // As browsers do and the client does not: some servers answer 411 without it.
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    Ok(request)
}

fn timed_out(target: &Target, timeout: Duration) -> GatewayError {
    let message = format!(
        "{} did not answer within {} s. The request may still have been carried out: look before repeating it",
        target.origin,
        timeout.as_secs_f32()
    );
    GatewayError::new(StatusCode::GATEWAY_TIMEOUT, "cloud-timeout", message)
}
