//! Serves the site only under its own names, and adds the security headers to every response. They are constant, so a
//! static host can send the same.

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
use tower::ServiceExt as _;

use crate::answer::GatewayError;
use crate::config::Config;
use crate::forwarded::Forwarded;
use crate::host::Names;
use crate::origin::Origin;
use crate::{site_log, status};

/// Browser features that the console does not need. The clipboard stays allowed for copying ids.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// For data such as a cloud's response. Opened as a page it may do nothing, because it would run on the console's
/// origin.
pub const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox");

/// On every response.
static ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    // Concerns embedding without CORS. Listed other origins use CORS and are not affected.
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS)),
];

/// Runs before all other handlers.
struct Guard {
    names: Names,
    /// Answers requests for foreign names.
    not_own: Router,
    forwarded: Forwarded,
    /// The content security policy, for responses without their own.
    policy: Option<HeaderValue>,
}

/// Answers only requests for the site's names, and adds the headers to all responses of `router`.
pub fn guard(router: Router, config: &Config) -> Router {
    let guard = Guard {
        names: Names::new(&config.server),
        not_own: site_log::on(Router::new().fallback(not_own), &config.server),
        forwarded: Forwarded::new(&config.server),
        // An `Origin` contains only letters, digits and `.-_:[]/`, so this cannot fail; without a policy nothing is
        // sent.
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
    let request = Request::from_parts(parts, body);
    if !own {
        let Ok(response) = guard.not_own.clone().oneshot(request).await;
        return response;
    }
    let mut response = next.run(request).await;
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

/// An early refusal, before routing, with the same headers as all other responses.
pub fn refuse(error: GatewayError) -> Response {
    let headers = [(CACHE_CONTROL, HeaderValue::from_static("no-store")), (CONTENT_SECURITY_POLICY, SANDBOX)];
    let mut response = (headers, error).into_response();
    protect(&mut response);
    response
}

async fn not_own() -> Response {
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
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use serde_json::json;

    use super::*;
    use crate::log::captured::Captured;

    #[tokio::test]
    async fn a_request_for_another_name_leaves_a_line_where_the_site_is_logged() {
        for (log_site, lines) in [("all", 1), ("failures", 0), ("off", 0)] {
            let text = format!("[server]\npublic='https://console.example'\nlog_site='{log_site}'\n");
            let site = guard(Router::new(), &Config::from_toml(&text).expect("a configuration"));
            let logged = Captured::default();
            let _guard = tracing::subscriber::set_default(logged.subscriber());
            let request = Request::builder().uri("/page?token=secret").header("host", "evil.example");
            let Ok(response) = site.oneshot(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST);
            let logged = logged.lines();
            assert_eq!(logged.len(), lines, "{log_site}");
            for line in logged {
                let said = ["status", "path", "method"].map(|key| line.get(key).cloned().unwrap_or_default());
                assert_eq!(said, [json!(421), json!("/page"), json!("GET")]);
            }
        }
    }
}
