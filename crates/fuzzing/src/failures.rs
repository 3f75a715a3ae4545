//! Responses of any status, for the error decoder.

use cloud::calls::servers;
use cloud::{Failure, FailureKind, Reply};

/// A response as sent over the wire: `HTTP/1.1 503 …`, headers, an empty line, the body.
pub fn target(data: &[u8]) {
    let reply = read(&crate::text(data));
    let call = servers::get(&"s".into());
    check(&Failure::from_reply(&call.request, &reply), &reply);
    if let Err(failure) = call.finish(&reply) {
        check(&failure, &reply);
    }
}

fn check(failure: &Failure, reply: &Reply) {
    assert_eq!(failure.status, reply.status);
    assert!(!failure.message.is_empty(), "it says something");
    assert!(!failure.message.contains(char::is_control), "in one line: {:?}", failure.message);
    assert!(reply.body.starts_with(&failure.raw), "and keeps what came");
    assert!(failure.kind != FailureKind::Unauthenticated || reply.status == 401, "nobody is signed out by a body");
    let id = failure.request_id.as_ref().map(|id| id.as_str());
    assert!(id.is_none_or(|id| !id.is_empty() && !id.contains(char::is_control)));
}

/// Missing parts are empty.
pub fn read(text: &str) -> Reply {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or_default();
    let header = |line: &str| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    Reply { status, headers: lines.filter_map(header).collect(), body: body.to_owned() }
}
