//! Decodes the error responses of all services (nhn-api.md §6). [`Failure`] keeps status, the server's message, the
//! request id and the raw body; [`FailureKind`] decides what to do about it.

mod asked;
mod body;
mod text;
mod words;

use crate::address::BadAddress;
use crate::catalog::Service;
use crate::exchange::{Method, ReadError, Reply, Request};
use crate::ids::RequestId;
use crate::time::Timestamp;

pub use asked::Asked;
pub(crate) use words::words;

/// What went wrong, as far as it determines what the person can do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FailureKind {
    /// The token is missing, expired or revoked: sign in again.
    Unauthenticated,
    /// This service rejects the token (401), but identity or compute accepts it: the session continues.
    NotAccepted(Service),
    /// The role does not allow it.
    Forbidden,
    /// A 403, 409 or 413 that says "Quota exceeded".
    QuotaExceeded,
    /// It does not exist (any more).
    NotFound,
    /// The current state does not allow it (409).
    Conflict,
    /// The server rejects the input (400 and similar).
    Invalid,
    /// Too many requests.
    RateLimited {
        /// From `Retry-After` or the body, in seconds.
        retry_after_s: Option<u64>,
    },
    /// The server failed (5xx).
    Server,
    /// No response: the network, the gateway or the cloud cannot be reached.
    Network,
    /// Maru's own gateway refused, e.g. because the host is not allowed. Contains the gateway's error code.
    Gateway(String),
    /// The catalog has no such service in this region: nothing was sent.
    NoService(Service),
    /// No response in time.
    Timeout,
    /// Read-only mode is on: nothing was sent.
    ReadOnly,
    /// A 2xx whose body could not be decoded.
    Unreadable,
    /// The response exceeded [`Request::answer_max`] and was aborted.
    TooLarge,
    /// The token has no project and is therefore useless: none was given, and the user has no default one.
    NoProject,
    /// The password is correct, but a second factor is required; the message names it.
    SecondFactor,
    /// A redirect: the address is not the service's own. Not followed, because the token would be sent along.
    Redirected,
    /// The response broke off.
    BrokenOff,
    /// The address in the catalog or configuration cannot be used ([`BadAddress::Endpoint`]): nothing was sent.
    BadEndpoint,
    /// The resource has a name that no URL can contain ([`BadAddress::Name`]): nothing was sent.
    BadName,
    /// Any other status.
    Other,
}

impl FailureKind {
    /// Whether there was no response at all.
    pub fn is_silence(&self) -> bool {
        matches!(self, FailureKind::Network | FailureKind::Timeout)
    }
}

/// A failed request, with everything that a person or a support desk may need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// What went wrong.
    pub kind: FailureKind,
    /// HTTP status; 0 if there was no response.
    pub status: u16,
    /// The server's message in one line, without tags and control characters; `HTTP nnn` if there was none. May be
    /// empty if there was no response.
    pub message: String,
    /// `x-openstack-request-id` or `x-compute-request-id`.
    pub request_id: Option<RequestId>,
    /// When the cloud allows a retry, by its own clock, if it asked for a pause. Reads are retried automatically, after
    /// at most [`WAIT_MAX_S`].
    pub wait_until: Option<Timestamp>,
    /// What was asked.
    pub method: Method,
    /// Path and query below the service's endpoint.
    pub path: String,
    /// The body, cut to 16 KiB at a character boundary; empty if it may contain a secret.
    pub raw: String,
}

/// The longest pause before a read is retried, in seconds, however long the service asks for: otherwise a service that
/// says "a day" would be missing for a day.
pub const WAIT_MAX_S: u64 = 300;

/// How much of a body is kept, bytes.
const RAW_MAX: usize = 16 * 1024;

impl Failure {
    /// Decodes a response whose status is not 2xx, or whose body reports a failure.
    pub fn from_reply(request: &Request, reply: &Reply) -> Self {
        let said = body::Said::read(reply);
        let kind = kind_of(reply, &said);
        // For a redirect only its target is useful, not its body.
        let leads_to = (kind == FailureKind::Redirected).then(|| leads_to(reply)).flatten();
        let words = leads_to.unwrap_or(said.message);
        let message = if words.is_empty() { format!("HTTP {}", reply.status) } else { words };
        Self {
            wait_until: wait_until(request, reply, &kind),
            kind,
            status: reply.status,
            message,
            request_id: request_id(reply),
            method: request.method,
            path: request.path.clone(),
            raw: cut(&reply.body, RAW_MAX).to_owned(),
        }
    }

    /// A 401 of one service while the session continues ([`FailureKind::NotAccepted`]).
    pub fn not_accepted(request: &Request, reply: &Reply) -> Self {
        Self { kind: FailureKind::NotAccepted(request.service), ..Self::from_reply(request, reply) }
    }

    /// Whether Maru's own gateway answered, not the cloud.
    pub fn is_of_gateway(reply: &Reply) -> bool {
        body::Said::read(reply).gateway.is_some()
    }

    /// A 2xx response that could not be decoded. The body is dropped if it may contain a secret: responses of identity,
    /// and to a POST (private key, first password).
    pub fn unreadable(request: &Request, reply: &Reply, error: ReadError) -> Self {
        let secret = request.service == Service::Identity || request.method == Method::Post;
        Self {
            kind: FailureKind::Unreadable,
            status: reply.status,
            // A network's sign-in page explains the problem; "not JSON" does not.
            message: text::page(&reply.body).unwrap_or_else(|| text::tidy(&error.message)),
            request_id: request_id(reply),
            wait_until: None,
            method: request.method,
            path: request.path.clone(),
            raw: if secret { String::new() } else { cut(&reply.body, RAW_MAX).to_owned() },
        }
    }

    /// No URL could be built, so nothing was sent.
    pub fn no_address(request: &Request, bad: BadAddress) -> Self {
        let (kind, words) = match bad {
            BadAddress::Endpoint(url) => (FailureKind::BadEndpoint, url),
            BadAddress::Name(name) => (FailureKind::BadName, name),
        };
        Self::no_reply(request, kind, words)
    }

    /// What the request was about.
    pub fn asked(&self) -> Asked {
        Asked::of(&self.path)
    }

    /// No response at all: `kind` says why, `message` is the browser's text, if any.
    pub fn no_reply(request: &Request, kind: FailureKind, message: String) -> Self {
        Self {
            kind,
            status: 0,
            message: text::tidy(&message),
            request_id: None,
            wait_until: None,
            method: request.method,
            path: request.path.clone(),
            raw: String::new(),
        }
    }
}

impl Failure {
    /// The gateway's error code, if it answered itself.
    pub fn gateway_code(&self) -> Option<String> {
        match &self.kind {
            FailureKind::Gateway(code) => Some(code.clone()),
            _ => body::gateway_code(&self.raw),
        }
    }
}

/// NHN's gateway may return 200 and report the failure in the body (nhn-api.md §6).
pub(crate) fn refused_in_body(reply: &Reply) -> bool {
    // The flag is at the very beginning; lists of megabytes are not searched for it.
    cut(&reply.body, 512).contains("isSuccessful") && body::Said::read(reply).refused
}

fn kind_of(reply: &Reply, said: &body::Said) -> FailureKind {
    // A session that ended at the gateway counts as an expired token, and its rate limit as the cloud's.
    if let (Some(code), false) = (&said.gateway, matches!(reply.status, 401 | 429)) {
        return of_gateway(code);
    }
    let quota = said.kind == "OverQuota" || {
        let words = said.message.to_ascii_lowercase();
        words.contains("quota") && words.contains("exceed")
    };
    match reply.status {
        300..=399 => FailureKind::Redirected,
        401 if said.second_factor => FailureKind::SecondFactor,
        401 => FailureKind::Unauthenticated,
        403 | 409 | 413 | 429 if quota => FailureKind::QuotaExceeded,
        403 => FailureKind::Forbidden,
        404 | 410 => FailureKind::NotFound,
        409 => FailureKind::Conflict,
        429 => FailureKind::RateLimited { retry_after_s: retry_after(reply, said) },
        // Nova's older status for rate limits; any other 413 is a body that is too large.
        413 if said.kind == "overLimit" || reply.header("retry-after").is_some() => {
            FailureKind::RateLimited { retry_after_s: retry_after(reply, said) }
        }
        400..=499 => FailureKind::Invalid,
        500..=599 => FailureKind::Server,
        _ => FailureKind::Other,
    }
}

/// Codes by which the gateway reports a problem of the cloud; all others are about the gateway itself.
fn of_gateway(code: &str) -> FailureKind {
    match code {
        "cloud-unreachable" => FailureKind::Network,
        "cloud-timeout" => FailureKind::Timeout,
        "cloud-broke-off" => FailureKind::BrokenOff,
        "cloud-redirect" => FailureKind::Redirected,
        _ => FailureKind::Gateway(code.to_owned()),
    }
}

/// In seconds. A date instead of a number (RFC 9110, 10.2.3) is relative to the `Date` of the same response, so no
/// local clock is needed.
fn retry_after(reply: &Reply, said: &body::Said) -> Option<u64> {
    let header = reply.header("retry-after").and_then(|text| {
        let seconds = text.trim().parse().ok();
        seconds.or_else(|| seconds_until(Timestamp::parse_http(text)?, reply.date()?))
    });
    header.or(said.retry_after_s)
}

fn wait_until(request: &Request, reply: &Reply, kind: &FailureKind) -> Option<Timestamp> {
    let FailureKind::RateLimited { retry_after_s: Some(seconds) } = kind else { return None };
    let wait = if request.method == Method::Get { (*seconds).min(WAIT_MAX_S) } else { *seconds };
    Some(Timestamp(reply.date()?.0.saturating_add(i64::try_from(wait).ok()?.saturating_mul(1000))))
}

/// Whole seconds, rounded up; 0 if the time has passed.
fn seconds_until(then: Timestamp, now: Timestamp) -> Option<u64> {
    u64::try_from(then.0.saturating_sub(now.0).max(0)).ok().map(|ms| ms.div_ceil(1000))
}

/// The target of a redirect without its query, which may contain a secret. A 300 lists the versions of a service
/// instead.
fn leads_to(reply: &Reply) -> Option<String> {
    let version = || crate::versions::first_link(&reply.body);
    let link = reply.header("location").map(str::to_owned).or_else(version)?;
    let link = text::tidy(link.split(['?', '#']).next().unwrap_or_default());
    Some(link).filter(|link| !link.is_empty())
}

/// The request id of a response, in any service's header.
pub(crate) fn request_id(reply: &Reply) -> Option<RequestId> {
    let id = reply.header("x-openstack-request-id").or_else(|| reply.header("x-compute-request-id"))?;
    Some(RequestId(text::tidy(id))).filter(|id| !id.0.is_empty())
}

/// The first `max` bytes, or fewer to end at a character boundary.
fn cut(text: &str, max: usize) -> &str {
    text.get(..text.floor_char_boundary(max)).unwrap_or(text)
}

#[cfg(test)]
mod tests;
