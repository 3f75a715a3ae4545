//! Responses of the gateway itself.

use axum::Json;
use axum::response::{IntoResponse, Response};
use cloud::config::AppConfig;
use http::header::{CACHE_CONTROL, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use serde_json::json;

/// An error of the gateway. The body has the shape of a cloud's error, one object with a `message`, so that the app's
/// error decoder needs no second rule; its key `maru` shows that it does not come from a cloud.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GatewayError {
    pub status: StatusCode,
    /// Stable error code for programs.
    pub code: &'static str,
    /// What happened and what to do, for people.
    pub message: String,
    /// Additional headers, e.g. `Retry-After`.
    pub headers: HeaderMap,
}

impl GatewayError {
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        GatewayError { status, code, message: message.into(), headers: HeaderMap::new() }
    }

    /// Sets `Retry-After`.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.headers.insert(RETRY_AFTER, seconds.into());
        self
    }
}

impl IntoResponse for GatewayError {
    fn into_response(self) -> Response {
        let body = json!({ "maru": { "code": self.code, "message": self.message } });
        (self.status, self.headers, Json(body)).into_response()
    }
}

/// `GET /config.json`. Not cached, so that an operator's change takes effect immediately.
pub async fn app_config(config: AppConfig) -> Response {
    ([(CACHE_CONTROL, "no-cache")], Json(config)).into_response()
}
