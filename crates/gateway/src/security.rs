//! Response headers that keep the page to itself. They are constant, so that a plain static host can send the same.

use axum::Router;
use http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::origin::Origin;

/// What a console never needs. Clipboard stays allowed: ids are copied.
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// The headers of every answer but the proxy's.
#[derive(Clone, Debug)]
pub struct SiteHeaders(Vec<(HeaderName, HeaderValue)>);

impl SiteHeaders {
    /// `direct`: the origins the page itself connects to.
    pub fn new(direct: &[Origin]) -> SiteHeaders {
        let fixed = |name: &'static str, value| (HeaderName::from_static(name), HeaderValue::from_static(value));
        let mut headers = vec![
            (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
            fixed("cross-origin-opener-policy", "same-origin"),
            fixed("permissions-policy", PERMISSIONS),
        ];
        // An `Origin` holds only letters, digits and `.-_:[]/`, so this cannot fail; without a policy nothing is sent.
        if let Ok(policy) = HeaderValue::from_str(&content_security_policy(direct)) {
            headers.push((CONTENT_SECURITY_POLICY, policy));
        }
        SiteHeaders(headers)
    }

    /// Adds the headers to every answer of `router`.
    pub fn on(&self, router: Router) -> Router {
        self.0.iter().fold(router, |router, (name, value)| {
            router.layer(SetResponseHeaderLayer::overriding(name.clone(), value.clone()))
        })
    }
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
