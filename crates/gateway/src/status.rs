//! `/healthz` and `/metrics`, for the operator.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};

use crate::config::Config;
use crate::net::Net;
use crate::peer;
use crate::proxy::Counts;

/// For probes.
pub const HEALTH: &str = "/healthz";

/// For Prometheus.
pub const METRICS: &str = "/metrics";

struct Status {
    counts: Counts,
    trusted: Vec<Net>,
    metrics_from: Vec<Net>,
}

pub fn routes(config: &Config, counts: Counts) -> Router {
    let trusted = config.server.trusted_proxies.clone();
    let status = Arc::new(Status { counts, trusted, metrics_from: config.server.metrics_from.clone() });
    let metrics = move |request: Request| async move { status.metrics(request) };
    Router::new().route(HEALTH, get(|| async { "ok\n" })).route(METRICS, get(metrics))
}

impl Status {
    fn metrics(&self, request: Request) -> Response {
        let (parts, _) = request.into_parts();
        let client = peer::client(&parts, &self.trusted);
        let may = self.metrics_from.iter().any(|net| net.contains(client));
        // Forwarded by an unlisted server, perhaps on this machine: the real client is unknown.
        if !may || peer::is_forwarded_by_stranger(&parts, &self.trusted) {
            return StatusCode::NOT_FOUND.into_response();
        }
        let form = [(CONTENT_TYPE, "text/plain; version=0.0.4"), (CACHE_CONTROL, "no-store")];
        (form, self.counts.text()).into_response()
    }
}
