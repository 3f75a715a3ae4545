//! How long is waited for an instance that is new: its port and its route come some moments after it.

use crate::error::{Failure, FailureKind};
use crate::status::Status;
use crate::time::Timestamp;
use crate::wire::Server;

/// How long an instance counts as new, milliseconds.
pub const FRESH_MS: i64 = 300_000;

/// Pauses before each further try, milliseconds: half a minute in all.
pub(super) const PAUSES_MS: [u32; 6] = [1000, 2000, 4000, 8000, 8000, 8000];

/// The instance is so new that what is missing may still come.
pub fn is_fresh(server: &Server, now: Timestamp) -> bool {
    let young = |created: Timestamp| now.0.saturating_sub(created.0) < FRESH_MS;
    server.status == Status::Build || server.created.is_some_and(young)
}

/// A refusal that may pass by itself: the port is not found yet, or not reached from the pool yet. A fixed address that
/// has another floating IP keeps it.
pub(super) fn may_pass(failure: &Failure) -> bool {
    let missing = matches!(failure.kind, FailureKind::NotFound | FailureKind::Conflict);
    missing && !failure.message.to_ascii_lowercase().contains("already has a floating ip")
}

/// Nobody knows whether the request did its work: the answer was lost.
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
