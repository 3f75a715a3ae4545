//! A session for a write. If it expires in a moment, the write could be refused on the way: it waits until the person has
//! signed in again, and is then sent once.

use std::cell::RefCell;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Poll, Waker};

use cloud::Scope;
use leptos::prelude::WithUntracked;

use super::{Session, open};
use crate::browser::clock;
use crate::data::store::store;

/// A session that expires within this time counts as expired; in milliseconds.
const LAST_MS: i64 = 5_000;

thread_local! {
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

/// The session of a scope; `None` if nobody is signed in there, or if the person signed out instead of signing in again, or
/// signed in as another user.
pub async fn lasting(scope: &Scope) -> Option<Arc<Session>> {
    let session = open::of(scope)?;
    if !is_about_to_end(&session) {
        return Some(session);
    }
    // Opens the sign-in dialog over the page.
    open::expire(&session);
    renewed(scope.clone()).await.filter(|renewed| renewed.is_of_same_user(&session))
}

/// Wakes the writes that wait for a session.
pub(super) fn wake() {
    WAITING.take().into_iter().for_each(Waker::wake);
}

fn is_about_to_end(session: &Session) -> bool {
    session.expires.is_some_and(|at| at.0 - clock::now_ms() as i64 <= LAST_MS)
}

async fn renewed(scope: Scope) -> Option<Arc<Session>> {
    poll_fn(move |context| {
        let known = store().sessions.with_untracked(|all| all.iter().any(|open| open.session.scope == scope));
        match open::of(&scope) {
            Some(session) => Poll::Ready(Some(session)),
            None if !known => Poll::Ready(None),
            None => {
                WAITING.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
                Poll::Pending
            }
        }
    })
    .await
}
