//! How long to wait for a new instance, whose port and route appear some moments after it.

use crate::error::{Failure, FailureKind};
use crate::status::Status;
use crate::time::Timestamp;
use crate::wire::Server;

/// How long an instance counts as new, milliseconds.
pub const FRESH_MS: i64 = 300_000;

/// Delays before each retry, milliseconds: half a minute in total.
pub(super) const PAUSES_MS: [u32; 6] = [1000, 2000, 4000, 8000, 8000, 8000];

/// Whether the instance is so new that its port and route may still appear.
pub fn is_fresh(server: &Server, now: Timestamp) -> bool {
    let young = |created: Timestamp| now.0.saturating_sub(created.0) < FRESH_MS;
    server.status == Status::Build || server.created.is_some_and(young)
}

/// Whether a refusal is temporary: the port does not exist yet, or is not reachable from the pool yet. A fixed address
/// that has another floating IP is a permanent reason.
pub(super) fn may_pass(failure: &Failure) -> bool {
    let missing = matches!(failure.kind, FailureKind::NotFound | FailureKind::Conflict);
    missing && !failure.message.to_ascii_lowercase().contains("already has a floating ip")
}

/// Whether the request may have succeeded because its response was lost.
pub(super) fn is_unsure(failure: &Failure) -> bool {
    use FailureKind::{BrokenOff, Network, Server, Timeout, Unreadable};
    matches!(failure.kind, Network | Timeout | BrokenOff | Unreadable | Server)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::servers;
    use crate::exchange::Reply;

    #[test]
    fn new_is_what_is_built_or_young() {
        let check = |fields: &str, expect: bool| {
            let body = format!(r#"{{"server": {{"id": "s", {fields}}}}}"#);
            let server =
                servers::get(&"s".into()).finish(&Reply { status: 200, body, ..Reply::default() }).expect("one");
            let now = Timestamp::parse("2026-03-02T01:05:00Z").expect("a time");
            assert_eq!(is_fresh(&server, now), expect, "{fields}");
        };
        check(r#""status": "ACTIVE", "created": "2026-03-02T01:00:01Z""#, true);
        check(r#""status": "ACTIVE", "created": "2026-03-02T01:00:00Z""#, false);
        check(r#""status": "BUILD", "created": "2026-03-02T00:00:00Z""#, true);
        check(r#""status": "ACTIVE", "created": "2026-03-02T02:00:00Z""#, true);
        check(r#""status": "ACTIVE""#, false);
    }
}
