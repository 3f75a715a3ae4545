//! The last answer about one instance, as the server sent it: kept only while a page shows it.

use crate::reactive::Observed;
use std::cell::RefCell;
use std::sync::Arc;

use cloud::ServerId;
use leptos::prelude::*;
use sync::VecMap;

type Body = ArcRwSignal<Option<Arc<str>>>;

thread_local! {
    static WANTED: RefCell<VecMap<ServerId, Body>> = const { RefCell::new(VecMap::new()) };
}

/// The body of the last `GET /servers/{id}`, for the lifetime of the calling owner; `None` until the next answer.
/// [`super::instance`] asks for it.
pub fn instance_raw(id: ServerId) -> Observed<Option<Arc<str>>> {
    let body = WANTED.with_borrow_mut(|wanted| wanted.entry(&id).clone());
    on_cleanup(move || drop(WANTED.with_borrow_mut(|wanted| wanted.remove(&id))));
    body.into()
}

/// An answer has come.
pub(super) fn keep(id: &ServerId, body: &str) {
    let wanted = WANTED.with_borrow(|wanted| wanted.get(id).cloned());
    if let Some(wanted) = wanted {
        wanted.set(Some(body.into()));
    }
}
