//! Instances that the cloud did not change because they are locked. Most clouds report a lock nowhere else, and even where
//! users cannot lock instances, operators can.

use cloud::rules::lifecycle::says_locked;
use cloud::rules::offers::Feature;
use cloud::wire::Server;
use cloud::{Failure, Scope, ServerId};
use leptos::prelude::*;

use super::intents::present_scope;
use super::offers::offered;
use super::store::{RowKey, store};

thread_local! {
    static REFUSED: ArcRwSignal<Vec<RowKey>> = ArcRwSignal::new(Vec::new());
}

fn refused() -> ArcRwSignal<Vec<RowKey>> {
    REFUSED.with(Clone::clone)
}

/// Waits for the answer to a request about an instance of the current scope, which may reveal its lock.
pub(super) async fn heard<T>(id: &ServerId, sending: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    // Another scope may be shown when the answer comes.
    let scope = present_scope();
    let answer = sending.await;
    if let (Some(scope), true) = (scope, answer.as_ref().is_err_and(says_locked)) {
        note(&scope, id);
    }
    answer
}

/// The cloud refused to change the instance because it is locked.
pub(super) fn note(scope: &Scope, id: &ServerId) {
    let locked = (scope.clone(), id.clone());
    refused().update(|all| {
        if !all.contains(&locked) {
            all.push(locked);
        }
    });
}

/// The instance was unlocked.
pub(super) fn forget(scope: &Scope, id: &ServerId) {
    refused().update(|all| all.retain(|(at, other)| at != scope || other != id));
}

/// Somebody signed out of the scope.
pub(super) fn forget_all_of(scope: &Scope) {
    refused().update(|all| all.retain(|(at, _)| at != scope));
}

/// Whether the instance, of the current scope, may be locked: the cloud says so, or has refused a change for it, or users can lock
/// it and the cloud does not report locks. Tracked.
pub fn may_be_locked(server: &Server) -> bool {
    match server.locked.said() {
        Some(told) => *told,
        None => offered(Feature::Lock).get() || was_refused(&server.id),
    }
}

fn was_refused(id: &ServerId) -> bool {
    let shown = store().scope.get();
    refused().with(|all| all.iter().any(|(scope, other)| other == id && Some(scope) == shown.as_ref()))
}
