//! Failures that a service may answer with.

use cloud::FailureKind;
use cloud::catalog::Service;
use proptest::prelude::*;

/// Any failure except the end of the session.
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

/// A requested pause in seconds.
fn pauses() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![Just(None), Just(Some(0)), (1u64..400).prop_map(Some), Just(Some(86_400)), Just(Some(u64::MAX))]
}
