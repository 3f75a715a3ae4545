//! Logs requests that do not go to a cloud, if configured: without query and headers.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tracing::info;

use crate::config::{Log, Server};
use crate::net::Net;
use crate::peer;

/// The most bytes of a path that are logged: it may be as long as a header.
pub const LOGGED_PATH: usize = 1024;

struct Wanted {
    log: Log,
    trusted: Vec<Net>,
}

/// Logs the requests to `router`.
pub fn on(router: Router, server: &Server) -> Router {
    if server.log_site == Log::Off {
        return router;
    }
    let wanted = Wanted { log: server.log_site, trusted: server.trusted_proxies.clone() };
    router.layer(from_fn_with_state(Arc::new(wanted), note))
}

async fn note(State(wanted): State<Arc<Wanted>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let (parts, body) = request.into_parts();
    let client = peer::client(&parts, &wanted.trusted);
    let (method, uri) = (parts.method.clone(), parts.uri.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    if wanted.log == Log::All || response.status().is_server_error() {
        info!(
            client = %client,
            method = method.as_str(),
            path = beginning(uri.path()),
            status = response.status().as_u16(),
            ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            "served"
        );
    }
    response
}

fn beginning(path: &str) -> &str {
    path.get(..LOGGED_PATH).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use http::StatusCode;
    use serde_json::{Value, json};
    use tower::ServiceExt as _;

    use super::*;
    use crate::log::captured::Captured;

    #[tokio::test]
    async fn requests_for_the_site_are_logged_when_that_is_wanted() {
        let check = async |log_site: Log, expect: &[(&str, u16)]| {
            let logged = Captured::default();
            let _guard = tracing::subscriber::set_default(logged.subscriber());
            let router = Router::new()
                .route("/broken", get(|| async { StatusCode::INTERNAL_SERVER_ERROR }))
                .route("/page", get(|| async { "page" }));
            let router = on(router, &Server { log_site, ..Server::default() });
            for path in ["/page?token=secret", "/broken"] {
                let request = Request::builder().uri(path).body(Body::empty()).expect("a request");
                let Ok(_) = router.clone().oneshot(request).await;
            }
            let lines: Vec<_> =
                logged.lines().iter().map(|line| (line.get("path").cloned(), line.get("status").cloned())).collect();
            let expect: Vec<_> =
                expect.iter().map(|(path, status)| (Some(Value::from(*path)), Some(json!(status)))).collect();
            assert_eq!(lines, expect, "{log_site:?}");
        };
        check(Log::All, &[("/page", 200), ("/broken", 500)]).await;
        check(Log::Failures, &[("/broken", 500)]).await;
        check(Log::Off, &[]).await;
    }
}
