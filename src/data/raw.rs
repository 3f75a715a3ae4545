//! The last response about one instance, as the server sent it; stored only while a page shows it.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::ServerId;
use leptos::prelude::*;
use sync::VecMap;

type Body = ArcRwSignal<Option<Arc<str>>>;

thread_local! {
    static WANTED: RefCell<VecMap<ServerId, Body>> = const { RefCell::new(VecMap::new()) };
}

/// The body of the last `GET /servers/{id}`, as long as the calling owner exists; `None` until the next response.
/// [`super::instance`] sends the request.
pub fn instance_raw(id: ServerId) -> Signal<Option<Arc<str>>> {
    let body = WANTED.with_borrow_mut(|wanted| wanted.entry(&id).clone());
    on_cleanup(move || drop(WANTED.with_borrow_mut(|wanted| wanted.remove(&id))));
    body.into()
}

/// Stores a response.
pub(super) fn keep(id: &ServerId, body: &str) {
    let wanted = WANTED.with_borrow(|wanted| wanted.get(id).cloned());
    if let Some(wanted) = wanted {
        wanted.set(Some(body.into()));
    }
}
