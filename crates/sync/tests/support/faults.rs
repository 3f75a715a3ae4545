//! What a service may answer instead of what it was asked for.

use cloud::FailureKind;
use cloud::catalog::Service;
use proptest::prelude::*;

/// Any of it, but for the end of the session.
pub fn kinds() -> impl Strategy<Value = FailureKind> {
    prop_oneof![
        Just(FailureKind::Network),
        Just(FailureKind::Timeout),
        Just(FailureKind::Server),
        Just(FailureKind::Forbidden),
        Just(FailureKind::NotFound),
        Just(FailureKind::Invalid),
        Just(FailureKind::NotAccepted(Service::Image)),
        Just(FailureKind::Gateway("cloud-untrusted".into())),
        pauses().prop_map(|retry_after_s| FailureKind::RateLimited { retry_after_s }),
    ]
}

/// Seconds of a pause that is asked for.
fn pauses() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![Just(None), Just(Some(0)), (1u64..400).prop_map(Some), Just(Some(86_400)), Just(Some(u64::MAX))]
}
