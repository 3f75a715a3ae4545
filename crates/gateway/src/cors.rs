//! Lets pages on configured other origins use the proxy: for a site on a static host with the gateway elsewhere.

use std::time::Duration;

use axum::Router;
use axum::middleware::map_response;
use axum::response::Response;
use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, DATE, HeaderName, HeaderValue, LOCATION, RETRY_AFTER,
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::origin::Origin;
use crate::proxy::headers::{METHODS, REQUEST_HEADERS};
use crate::request_id::X_REQUEST_ID;

/// Response headers that a page may read in addition to the default ones.
const EXPOSED: [HeaderName; 7] = [
    DATE,
    LOCATION,
    RETRY_AFTER,
    HeaderName::from_static("x-subject-token"),
    HeaderName::from_static("x-openstack-request-id"),
    HeaderName::from_static("x-compute-request-id"),
    X_REQUEST_ID,
];

/// Answers preflights and adds CORS headers, for the listed origins only. Without credentials: tokens are sent in a
/// header, and cookies are never forwarded.
pub fn allow(router: Router, origins: &[Origin]) -> Router {
    if origins.is_empty() {
        return router;
    }
    let listed = origins.iter().filter_map(|origin| HeaderValue::from_str(&origin.to_string()).ok());
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::list(listed))
        .allow_methods(METHODS)
        .allow_headers(REQUEST_HEADERS)
        .expose_headers(EXPOSED)
        .max_age(Duration::from_secs(600));
    router.layer(cors).layer(map_response(quiet_for_others))
}

/// The layer sends the exposed headers to everyone; without an allowed origin they would only confuse.
async fn quiet_for_others(mut response: Response) -> Response {
    if !response.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN) {
        response.headers_mut().remove(ACCESS_CONTROL_EXPOSE_HEADERS);
    }
    response
}
