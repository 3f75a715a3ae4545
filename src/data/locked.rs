//! Instances that the cloud would not change because they are locked. Most clouds tell a lock nowhere else, and one that
//! does not let anyone lock may still have locked instances: its operators lock them.

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

/// An answer about an instance, which may tell of its lock.
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

/// It was unlocked.
pub(super) fn forget(id: &ServerId) {
    refused().update(|all| all.retain(|other| other != id));
}

/// Whether there may be a lock to take off: the cloud tells of one, or has refused a change for it, or lets anyone lock and
/// does not tell; followed.
pub fn may_be_locked(server: &Server) -> bool {
    match server.locked.said() {
        Some(told) => *told,
        None => offered(Feature::Lock).get() || refused().with(|all| all.contains(&server.id)),
    }
}
