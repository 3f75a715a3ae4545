//! One reader for the error bodies of all services (nhn-api.md §6). It keeps the status, the server's own words, the
//! request id and the raw body; what to do about it is decided by `FailureKind`.

use crate::catalog::Service;
use crate::exchange::{Method, ReadError, Reply, Request};
use crate::ids::RequestId;

/// What went wrong, as far as it decides what the person can do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FailureKind {
    /// The token is missing, expired or revoked: sign in again.
    Unauthenticated,
    /// The role does not allow it.
    Forbidden,
    /// A 403 or 413 that says "Quota exceeded": not a sign-in problem.
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
    /// No answer: the network, the gateway or the cloud is gone.
    Network,
    /// Maru's own gateway answered instead of the cloud: the host is not allowed, or the cloud cannot be reached. The
    /// code is the gateway's stable word.
    Gateway(String),
    /// The service catalog has no such service in this region: nothing was sent.
    NoService(Service),
    /// No answer in time.
    Timeout,
    /// A 2xx whose body could not be understood.
    Unreadable,
    /// Any other status.
    Other,
}

/// A failed exchange, with all that a person or a support desk may ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// What went wrong.
    pub kind: FailureKind,
    /// HTTP status; 0 when there was no answer.
    pub status: u16,
    /// The server's own words, control characters removed; may be empty when there was no answer.
    pub message: String,
    /// `x-openstack-request-id` or `x-compute-request-id`.
    pub request_id: Option<RequestId>,
    /// What was asked.
    pub method: Method,
    /// Path and query below the service's endpoint.
    pub path: String,
    /// The body as it came, cut to 16 KiB at a character boundary.
    pub raw: String,
}

impl Failure {
    /// Reads a reply whose status is not 2xx.
    pub fn from_reply(request: &Request, reply: &Reply) -> Self {
        let _ = (request, reply);
        todo!()
    }

    /// A 2xx reply whose body the decoder refused.
    pub fn unreadable(request: &Request, reply: &Reply, error: ReadError) -> Self {
        let _ = (request, reply, error);
        todo!()
    }

    /// No reply at all: `kind` is `Network` or `Timeout`, `message` the browser's words.
    pub fn no_reply(request: &Request, kind: FailureKind, message: String) -> Self {
        let _ = (request, kind, message);
        todo!()
    }
}
