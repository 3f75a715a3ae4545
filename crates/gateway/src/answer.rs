//! Answers the gateway gives in its own name.

use axum::Json;
use axum::response::{IntoResponse, Response};
use cloud::config::AppConfig;
use http::header::{CACHE_CONTROL, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use serde_json::json;

/// An error of the gateway itself. The body has the shape of a cloud's error, one object with a `message`, so that the
/// app's error reader needs no second rule; its key `maru` tells that no cloud spoke.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GatewayError {
    /// HTTP status.
    pub status: StatusCode,
    /// Stable word for programs.
    pub code: &'static str,
    /// What happened and what to do, for people.
    pub message: String,
    /// What is said besides, e.g. when to ask again.
    pub headers: HeaderMap,
}

impl GatewayError {
    /// A new error.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        GatewayError { status, code, message: message.into(), headers: HeaderMap::new() }
    }

    /// Says when to ask again.
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

/// `GET /config.json`. Asked anew on every visit: an operator's change must arrive at once.
pub async fn app_config(config: AppConfig) -> Response {
    ([(CACHE_CONTROL, "no-cache")], Json(config)).into_response()
}
