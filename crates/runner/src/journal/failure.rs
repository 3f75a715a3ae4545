//! A failure without the body of the response: what a person is shown, and what a support desk asks for.

use cloud::json::Json;
use cloud::{Failure, FailureKind, Method, RequestId};

/// The kinds without further data; others are read as `Other`, with the same status and message.
const KINDS: [(&str, FailureKind); 14] = [
    ("unauthenticated", FailureKind::Unauthenticated),
    ("forbidden", FailureKind::Forbidden),
    ("quota", FailureKind::QuotaExceeded),
    ("not-found", FailureKind::NotFound),
    ("conflict", FailureKind::Conflict),
    ("invalid", FailureKind::Invalid),
    ("server", FailureKind::Server),
    ("network", FailureKind::Network),
    ("timeout", FailureKind::Timeout),
    ("read-only", FailureKind::ReadOnly),
    ("unreadable", FailureKind::Unreadable),
    ("too-large", FailureKind::TooLarge),
    ("broken-off", FailureKind::BrokenOff),
    ("bad-name", FailureKind::BadName),
];
const BUSY: &str = "busy";
const GATEWAY: &str = "gateway";
const METHODS: [Method; 4] = [Method::Get, Method::Post, Method::Put, Method::Delete];

pub fn json(failure: &Failure) -> Json<'_> {
    let mut json = Json::object([
        ("status", u32::from(failure.status).into()),
        ("message", (&failure.message).into()),
        ("method", failure.method.as_str().into()),
        ("path", (&failure.path).into()),
    ]);
    match &failure.kind {
        FailureKind::RateLimited { .. } => json.put("kind", BUSY.into()),
        FailureKind::Gateway(code) => {
            json.put("kind", GATEWAY.into());
            json.put("code", code.into());
        }
        kind => {
            let known = KINDS.iter().find(|(_, known)| known == kind);
            known.into_iter().for_each(|(word, _)| json.put("kind", (*word).into()));
        }
    }
    if let Some(id) = &failure.request_id {
        json.put("request_id", id.as_str().into());
    }
    json
}

pub fn read(json: &Json<'_>) -> Option<Failure> {
    let word = json.get("kind").text();
    let kind = match word.as_str() {
        BUSY => FailureKind::RateLimited { retry_after_s: None },
        GATEWAY => FailureKind::Gateway(json.get("code").text()),
        word => KINDS.iter().find(|(known, _)| *known == word).map_or(FailureKind::Other, |(_, kind)| kind.clone()),
    };
    let method = METHODS.into_iter().find(|method| json.get("method").is(method.as_str()))?;
    Some(Failure {
        kind,
        status: json.get("status").count().and_then(|status| u16::try_from(status).ok()).unwrap_or(0),
        message: json.get("message").text(),
        request_id: json.get("request_id").filled().map(RequestId),
        wait_until: None,
        method,
        path: json.get("path").text(),
        raw: String::new(),
    })
}
