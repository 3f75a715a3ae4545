//! What keeps the page to itself: it answers by its own names only, and every answer has the headers. They are constant, so
//! that a plain static host can send the same.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use tokio::time::Instant;

use crate::answer::GatewayError;
use crate::config::Config;
use crate::forwarded::Forwarded;
use crate::host::Names;
use crate::origin::Origin;
use crate::status;

/// What a console never needs. Clipboard stays allowed: ids are copied.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// For what is data for `fetch`, like a cloud's answer. Opened as a page of its own it may do nothing at all: it would run
/// on the console's origin.
pub const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox");

/// On every answer, whoever gives it.
static ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    // About what a page embeds without asking. Listed sites of other origins fetch with CORS, which this leaves alone.
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS)),
];

/// What stands before everything else that answers.
struct Guard {
    names: Names,
    forwarded: Forwarded,
    /// The content security policy, for what does not bring its own.
    policy: Option<HeaderValue>,
}

/// Answers only what asks by a name of the site, and gives every answer of `router` the headers.
pub fn guard(router: Router, config: &Config) -> Router {
    let guard = Guard {
        names: Names::new(&config.server),
        forwarded: Forwarded::new(&config.server),
        // An `Origin` holds only letters, digits and `.-_:[]/`, so this cannot fail; without a policy nothing is sent.
        policy: HeaderValue::from_str(&content_security_policy(&config.direct_origins())).ok(),
    };
    router.layer(from_fn_with_state(Arc::new(guard), pass))
}

async fn pass(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    guard.forwarded.notice(&parts, Instant::now());
    let own = match parts.uri.path() {
        status::HEALTH | status::METRICS => guard.names.serves_probes(&parts),
        _ => guard.names.serves(&parts),
    };
    let mut response = if own { next.run(Request::from_parts(parts, body)).await } else { not_own() };
    protect(&mut response);
    if let Some(policy) = &guard.policy {
        response.headers_mut().entry(CONTENT_SECURITY_POLICY).or_insert_with(|| policy.clone());
    }
    response
}

fn protect(response: &mut Response) {
    for (name, value) in &ALWAYS {
        response.headers_mut().insert(name.clone(), value.clone());
    }
}

/// A refusal that is decided before anything of the site is asked. It has the headers of all other answers.
pub fn refuse(error: GatewayError) -> Response {
    let headers = [(CACHE_CONTROL, HeaderValue::from_static("no-store")), (CONTENT_SECURITY_POLICY, SANDBOX)];
    let mut response = (headers, error).into_response();
    protect(&mut response);
    response
}

fn not_own() -> Response {
    let message = "The site has another name than the one in this address. Its operator can list this one in `public` under \
                   [server]";
    refuse(GatewayError::new(StatusCode::MISDIRECTED_REQUEST, "not-the-sites-name", message))
}

/// No `'unsafe-inline'` and no nonce: the page has neither inline scripts nor style attributes.
fn content_security_policy(direct: &[Origin]) -> String {
    let mut connect = "connect-src 'self'".to_owned();
    for origin in direct {
        connect = format!("{connect} {origin}");
    }
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        &connect,
        "manifest-src 'self'",
        "form-action 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
    ]
    .join("; ")
}
