//! `/proxy/…`: forwards a request to a cloud and returns its response. Both bodies are streamed; only the beginning of
//! a response to a write is buffered ([`begun`]).

mod admission;
mod begun;
mod caller;
mod client;
pub mod headers;
mod held;
mod in_time;
mod issued;
mod log;
pub mod resolve;
mod segment;
mod sign_ins;
pub mod target;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, HeaderMap, HeaderValue, LOCATION,
    USER_AGENT,
};
use http::request::Parts;
use http::{Method, StatusCode};
use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use tokio::time::Instant;
use tower_http::timeout::TimeoutBody;

use self::admission::Admission;
pub use self::begun::WHOLE;
pub use self::client::{CLOUD_BUFFER, CLOUD_RECEIVE, CLOUD_SEND, idle_per_host};
use self::held::Held;
use self::issued::Issued;
pub use self::issued::at_once as issued_at_once;
use self::resolve::Lookup;
pub use self::sign_ins::MOST_CLIENTS;
use self::sign_ins::SignIns;
pub use self::target::Target;
use crate::allow::AllowList;
use crate::answer::GatewayError;
use crate::config::{self, Cloud, Config, ConfigError, Log};
use crate::metrics::Metrics;
use crate::net::Net;
use crate::origin::Origin;
use crate::peer;
use crate::request_id::{self, X_OPENSTACK_REQUEST_ID, X_REQUEST_ID};
use crate::security;
use crate::session::{self, Role, Sessions};

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The largest request for a token, bytes. Such requests come from strangers and are buffered.
pub const MAX_SIGN_IN: usize = 64 * 1024;

struct Proxy {
    issued: Issued,
    client: client::Client,
    allow: AllowList,
    cors: Vec<Origin>,
    settings: config::Proxy,
    trusted: Vec<Net>,
    log: Log,
    log_users: bool,
    clouds: Vec<Cloud>,
    admission: Arc<Admission>,
    metrics: Arc<Metrics>,
    sign_ins: Arc<SignIns>,
    sessions: Option<Arc<Sessions>>,
}

/// Counters that survive a reload of the configuration.
#[derive(Clone, Default)]
pub struct Counts {
    admission: Arc<Admission>,
    metrics: Arc<Metrics>,
    sign_ins: Arc<SignIns>,
}

impl Counts {
    /// The metrics in Prometheus' format.
    pub fn text(&self) -> String {
        self.metrics.text(self.admission.count())
    }

    /// Applies new limits.
    pub fn set_bounds(&self, proxy: &config::Proxy) {
        self.admission.set_bounds(proxy);
        self.sign_ins.set_most(proxy.max_sign_in_failures);
    }
}

/// The proxy's routes.
pub fn routes(
    config: &Config,
    log: Log,
    lookup: Lookup,
    sessions: Option<Arc<Sessions>>,
    counts: &Counts,
) -> Result<Router, ConfigError> {
    let clouds: Vec<_> = config.clouds.iter().filter(|cloud| !cloud.config.direct).cloned().collect();
    let proxy = Proxy {
        issued: Issued::new(&clouds),
        client: client::new(&config.proxy, lookup)?,
        allow: config.allow.clone(),
        cors: config.cors.clone(),
        settings: config.proxy.clone(),
        trusted: config.server.trusted_proxies.clone(),
        log,
        log_users: config.server.log_users,
        clouds,
        admission: Arc::clone(&counts.admission),
        metrics: Arc::clone(&counts.metrics),
        sign_ins: Arc::clone(&counts.sign_ins),
        sessions,
    };
    // Not a nested router, because nesting would rewrite the URL. The wildcard is not read.
    Ok(Router::new()
        .route("/proxy", any(pass))
        .route("/proxy/", any(pass))
        .route("/proxy/{*raw}", any(pass))
        .with_state(Arc::new(proxy)))
}

/// A request that is being forwarded.
struct Passing<'a> {
    started: Instant,
    id: &'a HeaderValue,
    client: IpAddr,
    target: &'a Target,
    parts: &'a Parts,
}

async fn pass(State(proxy): State<Arc<Proxy>>, request: Request) -> Response {
    let started = Instant::now();
    let (parts, body) = request.into_parts();
    let client = peer::client(&parts, &proxy.trusted);
    let id = request_id::new();
    let raw = parts.uri.path_and_query().map(|raw| raw.as_str()).unwrap_or_default();
    let target = Target::read(raw, &proxy.allow, proxy.settings.max_path_bytes);
    let answer = match &target {
        Ok(target) => proxy.send(&Passing { started, id: &id, client, target, parts: &parts }, body).await,
        Err(error) => Err(error.clone()),
    };
    let error = answer.as_ref().err().map(|error| error.code);
    let mut response = answer.unwrap_or_else(GatewayError::into_response);
    // Not router layers: each would cost several allocations per request.
    let fixed = [(CACHE_CONTROL, NO_STORE), (CONTENT_SECURITY_POLICY, security::SANDBOX)];
    for (name, value) in fixed.into_iter().chain([(X_REQUEST_ID, id.clone())]) {
        response.headers_mut().insert(name, value);
    }
    let (target, took) = (target.as_ref().ok(), started.elapsed());
    proxy.note(
        &log::Line { request_id: request_id::text(&id), client, method: &parts.method, target, error, took },
        &response,
    );
    response
}

impl Proxy {
    async fn send(&self, passing: &Passing<'_>, body: Body) -> Result<Response, GatewayError> {
        caller::check(passing.parts, &self.cors)?;
        headers::check_framing(&passing.parts.headers)?;
        let role = self.role(passing)?;
        let mut answer = match &role {
            Role::Ending(ending) if ending.is_only_here() => Ok(StatusCode::NO_CONTENT.into_response()),
            _ => self.exchange(passing, &role, body).await,
        };
        role.close(match &mut answer {
            Ok(response) => response.headers_mut(),
            Err(error) => &mut error.headers,
        });
        answer
    }

    fn role(&self, passing: &Passing<'_>) -> Result<Role<'_>, GatewayError> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        match &self.sessions {
            Some(sessions) => sessions.role(passing.target, passing.parts, now.as_secs()),
            None => session::refuse_handles(&passing.parts.headers).map(|()| Role::Plain),
        }
    }

    async fn exchange(&self, passing: &Passing<'_>, role: &Role<'_>, body: Body) -> Result<Response, GatewayError> {
        let Passing { target, parts, .. } = passing;
        let permit = self.admission.enter(passing.client)?;
        let deadline = passing.started + self.settings.total_timeout;
        let (mut body, mut goes_on, mut typed, mut user) = (body, None, None, None);
        if let Role::Issuing(issuing) = role {
            let asked = issuing.request(self.whole(passing, body, deadline).await?, parts)?;
            (body, goes_on, typed) = (asked.body.into(), asked.goes_on, asked.user);
        }
        // Entering another project with an existing session is not an attempt to guess a password.
        let tries = goes_on.is_none_or(|goes_on| !goes_on.alone);
        let attempt = tries.then(|| self.sign_ins.begin(passing.client, &parts.method, target, passing.started));
        let mut attempt = attempt.transpose()?.flatten();
        if self.log_users && attempt.is_some() {
            let whole = self.whole(passing, body, deadline).await?;
            user = sign_ins::user(&whole);
            body = whole.into();
        }
        let mut request = onward(passing, body, self.settings.max_body_bytes)?;
        role.fill(request.headers_mut());
        if matches!(role, Role::Issuing(_)) {
            // The response is parsed here, so it must not be compressed.
            request.headers_mut().remove(ACCEPT_ENCODING);
        }
        let (head, body) = self.ask(target, request).await?.into_parts();
        if let Some(attempt) = &mut attempt {
            attempt.answered(head.status);
            if head.status == StatusCode::UNAUTHORIZED && self.log != Log::Off {
                log::refused_sign_in(passing.id, passing.client, self.cloud(target), user.as_deref());
            }
        }
        let headers = headers::pick(&head.headers, &headers::RESPONSE_HEADERS);
        let body = Body::new(TimeoutBody::new(self.settings.read_timeout, body));
        let body = Body::new(Held::new(body, deadline, permit));
        if let Role::Issuing(issuing) = role {
            let place = tokio::time::timeout_at(deadline, self.issued.place(issuing.cloud_id())).await;
            let _place = place.map_err(|_| timed_out(target, self.settings.total_timeout))?;
            let whole = Limited::new(body, session::MAX_TOKEN_ANSWER).collect().await.map_err(|_| cut(target))?;
            return issuing.answer(goes_on, typed, head.status, headers, whole.to_bytes());
        }
        let body = match parts.method {
            Method::GET | Method::HEAD => body,
            _ => begun::read(body).await.map_err(|_| broke_off(target))?,
        };
        let mut response = Response::new(body);
        *response.status_mut() = head.status;
        *response.headers_mut() = headers;
        Ok(response)
    }

    /// The id of the requested cloud; if several share a host, the one whose identity service it is.
    fn cloud(&self, target: &Target) -> Option<&str> {
        let (origin, path) = (&target.origin, target.path());
        let find = |is: &dyn Fn(&Cloud) -> bool| self.clouds.iter().find(|cloud| is(cloud));
        let found =
            find(&|cloud| cloud.is_identity(origin, path)).or_else(|| find(&|cloud| cloud.serves(origin, path)));
        found.map(|cloud| cloud.config.id.as_str())
    }

    async fn ask(&self, target: &Target, request: client::Outgoing) -> Result<http::Response<Incoming>, GatewayError> {
        let wait = self.settings.read_timeout.min(self.settings.total_timeout);
        let answer = match tokio::time::timeout(wait, self.client.request(request)).await {
            Err(_) => return Err(timed_out(target, wait)),
            Ok(Err(error)) => return Err(client::explain(&target.origin, &error, self.settings.max_body_bytes)),
            Ok(Ok(answer)) => answer,
        };
        if answer.status().is_informational() {
            let message = format!("{} wants to change the protocol ({})", target.origin, answer.status());
            return Err(GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-broke-off", message));
        }
        if is_redirect(answer.status()) {
            return Err(redirected(target, answer.headers()));
        }
        Ok(answer)
    }

    /// Buffers a request's body before it is forwarded.
    async fn whole(&self, passing: &Passing<'_>, body: Body, deadline: Instant) -> Result<Bytes, GatewayError> {
        let max_body = self.settings.max_body_bytes.min(MAX_SIGN_IN);
        match tokio::time::timeout_at(deadline, Limited::new(body, max_body).collect()).await {
            Ok(Ok(whole)) => Ok(whole.to_bytes()),
            Ok(Err(_)) => Err(client::too_large(max_body)),
            Err(_) => Err(timed_out(passing.target, self.settings.total_timeout)),
        }
    }

    /// Counts and logs the outcome of a request.
    fn note(&self, line: &log::Line<'_>, response: &Response) {
        match (line.error, line.target) {
            (Some(code), _) => self.metrics.failed(code),
            (None, Some(target)) => self.metrics.answered(&target.origin.authority(), response.status(), line.took),
            (None, None) => {}
        }
        let failed = line.error.is_some() || response.status().is_server_error();
        if self.log == Log::All || (self.log == Log::Failures && failed) {
            log::write(line, response);
        }
    }
}

/// The request for the cloud: a new one with only what may pass.
fn onward(passing: &Passing<'_>, body: Body, max_body: usize) -> Result<client::Outgoing, GatewayError> {
    let Passing { target, parts, .. } = passing;
    if !headers::METHODS.contains(&parts.method) {
        let message = format!("The gateway does not forward {}", parts.method);
        return Err(GatewayError::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", message));
    }
    let uri = target.uri().ok_or_else(|| {
        GatewayError::new(StatusCode::BAD_REQUEST, "address-unreadable", "The proxied address is invalid")
    })?;
    if usize::try_from(body.size_hint().lower()).is_ok_and(|length| length > max_body) {
        return Err(client::too_large(max_body));
    }
    let empty = body.is_end_stream();
    let mut request = client::Outgoing::new(Limited::new(body, max_body));
    *request.method_mut() = parts.method.clone();
    *request.uri_mut() = uri;
    *request.headers_mut() = headers::pick(&parts.headers, &headers::REQUEST_HEADERS);
    let agent = concat!("maru-gateway/", env!("CARGO_PKG_VERSION"));
    request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(agent));
    request.headers_mut().insert(X_OPENSTACK_REQUEST_ID, passing.id.clone());
    if empty && matches!(parts.method, Method::POST | Method::PUT | Method::PATCH) {
        // As browsers do and the client does not: some servers answer 411 without it.
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    Ok(request)
}

fn cut(target: &Target) -> GatewayError {
    let message = format!("{}'s answer is not whole, or larger than one with a token is", target.origin);
    GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-broke-off", message)
}

fn broke_off(target: &Target) -> GatewayError {
    let message = format!("{} broke off in its answer. Look whether the request was carried out", target.origin);
    GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-broke-off", message)
}

/// Statuses that a browser would follow. 300 lists the versions of a service, and 304 needs a condition: both are
/// responses.
fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// A page cannot read the target of a redirect, so the gateway reports it, without the query, which may contain a
/// secret.
fn redirected(target: &Target, headers: &HeaderMap) -> GatewayError {
    let location = headers.get(LOCATION).and_then(|location| location.to_str().ok()).unwrap_or_default();
    let location = location.split(['?', '#']).next().unwrap_or_default();
    let to = if location.is_empty() { "an address that it does not name" } else { location };
    let message = format!("{} answers with a redirect to {to}", target.origin);
    GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-redirect", message)
}

fn timed_out(target: &Target, timeout: Duration) -> GatewayError {
    let message = format!(
        "{} did not answer within {} s. The request may still have been carried out: look before repeating it",
        target.origin,
        timeout.as_secs_f32()
    );
    GatewayError::new(StatusCode::GATEWAY_TIMEOUT, "cloud-timeout", message)
}
