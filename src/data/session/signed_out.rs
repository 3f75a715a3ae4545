//! Sessions that the gateway has not ended yet although the person signed out, because nothing could be sent. Their handles stay
//! in `localStorage` until it has: they are never continued. A handle is not secret (docs/decisions/0008).

use cloud::calls::identity;
use cloud::config::CloudConfig;
use cloud::sign_in::is_v3;

use leptos::prelude::*;

use super::sign_in::of_itself;
use crate::browser::storage::{Preference, keep_preference, preference};
use crate::browser::tab;
use crate::data::ask;
use crate::data::store::store;

fn handles() -> Vec<String> {
    preference(Preference::SignedOut).map(|all| all.lines().map(str::to_owned).collect()).unwrap_or_default()
}

fn keep(handles: &[String]) {
    keep_preference(Preference::SignedOut, Some(handles.join("\n").as_str()).filter(|all| !all.is_empty()));
}

/// Whether somebody signed out of it.
pub(super) fn includes(handle: &str) -> bool {
    handles().iter().any(|other| other == handle)
}

/// Somebody signed out.
pub(super) fn add(handle: &str) {
    let mut all = handles();
    if all.iter().all(|other| other != handle) {
        all.push(handle.to_owned());
        keep(&all);
    }
}

/// Keeps only some of them. The others have ended, or somebody signed in again, for which the gateway uses the same handle.
pub(super) fn retain(which: impl Fn(&str) -> bool) {
    let all = handles();
    let left: Vec<_> = all.iter().filter(|handle| which(handle)).cloned().collect();
    if left.len() < all.len() {
        keep(&left);
    }
}

/// Revokes a token. A session at the gateway must end: if nothing can be sent, it is tried again when the browser is online, and
/// at the next start.
pub(super) async fn end(cloud: CloudConfig, token: String) {
    let Some(call) = identity::revoke(is_v3(&cloud.identity), &token) else { return };
    loop {
        let [used, subject] = of_itself(&token);
        // Another project may have been opened with the same sign-in: it goes on.
        let others = store().sessions.with_untracked(|all| all.iter().any(|open| open.session.scope.cloud == cloud.id));
        let only = (others && token.starts_with(identity::HANDLE)).then_some(("X-Maru-Only", "1"));
        let headers: Vec<_> = [used, subject].into_iter().chain(only).collect();
        match ask::identity(&cloud, &call.request, &headers).await {
            // Any other refusal means that there is no such session any more.
            Ok(reply) if reply.status < 500 => return retain(|handle| handle != token),
            Ok(_) => return,
            Err(_) => {}
        }
        // A token that is only in the page has already been deleted there.
        if !includes(&token) {
            return;
        }
        tab::back_online().await;
        if !includes(&token) {
            return;
        }
    }
}
