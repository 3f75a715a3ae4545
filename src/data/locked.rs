//! Instances that the cloud did not change because they are locked. Most clouds report a lock nowhere else, and even where
//! users cannot lock instances, operators can.

use cloud::rules::lifecycle::says_locked;
use cloud::rules::offers::Feature;
use cloud::wire::Server;
use cloud::{Failure, ServerId};
use leptos::prelude::*;

use super::offers::offered;

thread_local! {
    static REFUSED: ArcRwSignal<Vec<ServerId>> = ArcRwSignal::new(Vec::new());
}

fn refused() -> ArcRwSignal<Vec<ServerId>> {
    REFUSED.with(Clone::clone)
}

/// Looks at an answer about an instance, which may reveal its lock.
pub(super) fn heard<T>(id: &ServerId, answer: Result<T, Failure>) -> Result<T, Failure> {
    if answer.as_ref().is_err_and(says_locked) {
        refused().update(|all| {
            if !all.contains(id) {
                all.push(id.clone());
            }
        });
    }
    answer
}

/// The instance was unlocked.
pub(super) fn forget(id: &ServerId) {
    refused().update(|all| all.retain(|other| other != id));
}

/// Whether the instance may be locked: the cloud says so, or has refused a change for it, or users can lock it and the cloud
/// does not report locks. Tracked.
pub fn may_be_locked(server: &Server) -> bool {
    match server.locked.said() {
        Some(told) => *told,
        None => offered(Feature::Lock).get() || refused().with(|all| all.contains(&server.id)),
    }
}
