//! One reader for the error bodies of all services (nhn-api.md §6). It keeps the status, the server's own words, the
//! request id and the raw body; what to do about it is decided by `FailureKind`.

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

/// What went wrong, as far as it decides what the person can do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FailureKind {
    /// The token is missing, expired or revoked: sign in again.
    Unauthenticated,
    /// This service refuses the token (401), and yet the session goes on: identity, or else compute, accepts it.
    NotAccepted(Service),
    /// The role does not allow it.
    Forbidden,
    /// A 403, 409 or 413 that says "Quota exceeded": not a sign-in problem.
    QuotaExceeded,
    /// It is not there (any more).
    NotFound,
    /// The present state does not allow it (409).
    Conflict,
    /// The server refuses the input (400 and kin).
    Invalid,
    /// Too many requests; wait this many seconds if the server said so.
    RateLimited {
        /// From `Retry-After` or the body, in seconds.
        retry_after_s: Option<u64>,
    },
    /// The server failed (5xx).
    Server,
    /// No answer from anybody: the network, the gateway or the cloud is gone.
    Network,
    /// Maru's own gateway answered instead of the cloud: the host is not allowed, or no session can be kept. The code is
    /// the gateway's stable word.
    Gateway(String),
    /// The service catalog has no such service in this region: nothing was sent.
    NoService(Service),
    /// No answer in time.
    Timeout,
    /// The person has switched changes off: nothing was sent.
    ReadOnly,
    /// A 2xx whose body could not be understood.
    Unreadable,
    /// The answer was longer than it may be ([`Request::answer_max`]): it was given up.
    TooLarge,
    /// The token is of no project, and so of no use here: the person names none, and has no default one.
    NoProject,
    /// The password is right, and a further proof is asked for; the message names which.
    SecondFactor,
    /// A redirect in the place of an answer: the address is not the service's own. It is not followed, for it would take
    /// the token along.
    Redirected,
    /// The answer broke off.
    BrokenOff,
    /// The address that the catalog or the configuration gives cannot be used ([`BadAddress::Endpoint`]): nothing was sent.
    BadEndpoint,
    /// What was asked for has a name that no address can have ([`BadAddress::Name`]): nothing was sent.
    BadName,
    /// Any other status.
    Other,
}

impl FailureKind {
    /// Nobody answered at all. Everything else is an answer, however bad.
    pub fn is_silence(&self) -> bool {
        matches!(self, FailureKind::Network | FailureKind::Timeout)
    }
}

/// A failed exchange, with all that a person or a support desk may ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// What went wrong.
    pub kind: FailureKind,
    /// HTTP status; 0 when there was no answer.
    pub status: u16,
    /// The server's own words in one line, without tags and control characters; `HTTP nnn` when it said nothing. May be
    /// empty when there was no answer.
    pub message: String,
    /// `x-openstack-request-id` or `x-compute-request-id`.
    pub request_id: Option<RequestId>,
    /// Until when to wait, by the cloud's clock, where it asked for that. What only reads is asked again by itself, and
    /// waits no longer than [`WAIT_MAX_S`].
    pub wait_until: Option<Timestamp>,
    /// What was asked.
    pub method: Method,
    /// Path and query below the service's endpoint.
    pub path: String,
    /// The body as it came, cut to 16 KiB at a character boundary; empty where it may hold a secret.
    pub raw: String,
}

/// However long a service asks to be left alone, in seconds: what is read is asked again after this, as a service that
/// says "a day" would else be missing for a day.
pub const WAIT_MAX_S: u64 = 300;

/// How much of a body is kept.
const RAW_MAX: usize = 16 * 1024;

impl Failure {
    /// Reads a reply whose status is not 2xx, or whose body says it failed.
    pub fn from_reply(request: &Request, reply: &Reply) -> Self {
        let said = body::Said::read(reply);
        let kind = kind_of(reply, &said);
        // Where a redirect leads is what helps; its page says no more.
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

    /// A 401 of one service, while the session goes on ([`FailureKind::NotAccepted`]).
    pub fn not_accepted(request: &Request, reply: &Reply) -> Self {
        Self { kind: FailureKind::NotAccepted(request.service), ..Self::from_reply(request, reply) }
    }

    /// Whether Maru's own gateway answered, and not the cloud.
    pub fn is_of_gateway(reply: &Reply) -> bool {
        body::Said::read(reply).gateway.is_some()
    }

    /// A 2xx reply whose body the decoder refused. The body is not kept where a good one carries a secret: answers of
    /// the identity service, and to a POST (private key, first password).
    pub fn unreadable(request: &Request, reply: &Reply, error: ReadError) -> Self {
        let secret = request.service == Service::Identity || request.method == Method::Post;
        Self {
            kind: FailureKind::Unreadable,
            status: reply.status,
            // A sign-in page of a network says what is wrong; that it is no JSON does not.
            message: text::page(&reply.body).unwrap_or_else(|| text::tidy(&error.message)),
            request_id: request_id(reply),
            wait_until: None,
            method: request.method,
            path: request.path.clone(),
            raw: if secret { String::new() } else { cut(&reply.body, RAW_MAX).to_owned() },
        }
    }

    /// There is no address for it, so nothing was sent.
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

    /// No reply at all: `kind` says why, `message` are the browser's words, if any.
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
    /// The stable word of our own gateway, where it answered in its own name: a refusal, a session that ended with it, a cloud without
    /// an answer.
    pub fn gateway_code(&self) -> Option<String> {
        match &self.kind {
            FailureKind::Gateway(code) => Some(code.clone()),
            _ => body::gateway_code(&self.raw),
        }
    }
}

/// NHN's gateway may answer 200 and say in the body that it failed (nhn-api.md §6).
pub(crate) fn refused_in_body(reply: &Reply) -> bool {
    // The flag stands at the very beginning; lists of megabytes are not searched for it.
    cut(&reply.body, 512).contains("isSuccessful") && body::Said::read(reply).refused
}

fn kind_of(reply: &Reply, said: &body::Said) -> FailureKind {
    // A session that ended at the gateway is a token that ended, and a pause that it asks for is one that is asked for.
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
        // Nova's older word for it; any other 413 is a body that is too large.
        413 if said.kind == "overLimit" || reply.header("retry-after").is_some() => {
            FailureKind::RateLimited { retry_after_s: retry_after(reply, said) }
        }
        400..=499 => FailureKind::Invalid,
        500..=599 => FailureKind::Server,
        _ => FailureKind::Other,
    }
}

/// What the gateway says of a cloud in the cloud's place; all else is about the gateway itself.
fn of_gateway(code: &str) -> FailureKind {
    match code {
        "cloud-unreachable" => FailureKind::Network,
        "cloud-timeout" => FailureKind::Timeout,
        "cloud-broke-off" => FailureKind::BrokenOff,
        "cloud-redirect" => FailureKind::Redirected,
        _ => FailureKind::Gateway(code.to_owned()),
    }
}

/// Seconds. A date in their place (RFC 9110, 10.2.3) counts from the `Date` of the same answer: no clock is needed, and
/// none can be wrong.
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

/// Whole seconds, rounded up; 0 for a time that has passed.
fn seconds_until(then: Timestamp, now: Timestamp) -> Option<u64> {
    u64::try_from(then.0.saturating_sub(now.0).max(0)).ok().map(|ms| ms.div_ceil(1000))
}

/// Where a redirect leads, without its query, in which a secret may stand. 300 lists the versions of a service instead.
fn leads_to(reply: &Reply) -> Option<String> {
    let version = || crate::versions::first_link(&reply.body);
    let link = reply.header("location").map(str::to_owned).or_else(version)?;
    let link = text::tidy(link.split(['?', '#']).next().unwrap_or_default());
    Some(link).filter(|link| !link.is_empty())
}

fn request_id(reply: &Reply) -> Option<RequestId> {
    let id = reply.header("x-openstack-request-id").or_else(|| reply.header("x-compute-request-id"))?;
    Some(RequestId(text::tidy(id))).filter(|id| !id.0.is_empty())
}

/// The first `max` bytes, less where that would split a character.
fn cut(text: &str, max: usize) -> &str {
    text.get(..text.floor_char_boundary(max)).unwrap_or(text)
}

#[cfg(test)]
mod tests;
