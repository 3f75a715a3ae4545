//! One request on a connection. From here on HTTP/1 and HTTP/2 look the same, and the response is watched.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::header::{HOST, STRICT_TRANSPORT_SECURITY};
use http::uri::{PathAndQuery, Uri};
use http::{HeaderValue, Request, StatusCode, Version};
use hyper::body::Incoming;
use tower::ServiceExt as _;

use super::activity::{Activity, UnderWay};
use super::places::Places;
use super::watched::Watched;
use super::{Current, Settings};
use crate::answer::GatewayError;
use crate::peer::Peer;
use crate::security;

/// A connection's context for its requests.
pub struct Exchange {
    pub peer: SocketAddr,
    /// Whether it uses TLS.
    pub secure: bool,
    pub current: Arc<Current>,
    pub places: Arc<Places>,
    pub activity: Arc<Activity>,
}

impl Exchange {
    /// Answers a request with the current configuration.
    pub async fn answer(
        self: Arc<Exchange>,
        request: Request<Incoming>,
    ) -> Result<http::Response<Watched>, Infallible> {
        let serving = self.current.now();
        let (mut under_way, beside) = self.activity.begin();
        if beside {
            under_way.place = self.places.take(&serving.settings.limits, self.peer.ip());
        }
        let request = match &under_way.place {
            None if beside => Err(no_place()),
            _ => as_in_http1(request, &serving.settings),
        };
        let mut response = match request {
            Ok(mut request) => {
                request.extensions_mut().insert(Peer(self.peer));
                let Ok(response) = serving.router.clone().oneshot(request).await;
                response
            }
            Err(error) => security::refuse(error),
        };
        if let Some(hsts) = serving.settings.hsts.as_ref().filter(|_| self.secure) {
            response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, hsts.clone());
        }
        Ok(watched(response, under_way))
    }
}

fn watched(response: Response, under_way: UnderWay) -> http::Response<Watched> {
    response.map(|body| Watched::new(body, under_way))
}

/// Normalises an HTTP/2 request, which has the host in the URL and no limit on the number of headers. Two different
/// hosts are refused, because servers could disagree about them.
fn as_in_http1(request: Request<Incoming>, settings: &Settings) -> Result<Request<Body>, GatewayError> {
    let (mut parts, body) = request.into_parts();
    if parts.version == Version::HTTP_2 {
        if parts.headers.len() > settings.max_headers {
            let message = format!("The request has more than {} headers, the gateway's limit", settings.max_headers);
            return Err(GatewayError::new(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "too-many-headers", message));
        }
        let named = parts.uri.authority().and_then(|authority| HeaderValue::from_str(authority.as_str()).ok());
        let mut others = parts.headers.get_all(HOST).iter();
        if let Some(named) = named {
            if others.any(|host| *host != named) {
                let message = "The request names two hosts, and a gateway cannot know which one is meant";
                return Err(GatewayError::new(StatusCode::BAD_REQUEST, "two-hosts", message));
            }
            parts.headers.insert(HOST, named);
        }
        let path = parts.uri.path_and_query().cloned().unwrap_or_else(|| PathAndQuery::from_static("/"));
        parts.uri = Uri::from(path);
    }
    Ok(Request::from_parts(parts, Body::new(body)))
}

fn no_place() -> GatewayError {
    let message = "This client has reached its limit of concurrent requests. Ask again";
    GatewayError::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests", message).retry_after(1)
}
