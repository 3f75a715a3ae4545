//! The last response about one instance, as the server sent it; stored only while a page shows it.

use std::cell::RefCell;
use std::sync::Arc;

use cloud::ServerId;
use leptos::prelude::*;
use sync::{Scope, VecMap};

use super::within::scope_of_owner;

/// By scope, because two clouds may have instances with the same id.
type Bodies = ArcRwSignal<VecMap<Scope, Arc<str>>>;

thread_local! {
    static WANTED: RefCell<VecMap<ServerId, Bodies>> = const { RefCell::new(VecMap::new()) };
}

/// The body of the last `GET /servers/{id}` in the scope that is shown, as long as the calling owner exists; `None` until the next response.
/// [`super::instance`] sends the request.
pub fn instance_raw(id: ServerId) -> Signal<Option<Arc<str>>> {
    let scope = scope_of_owner();
    let bodies = WANTED.with_borrow_mut(|wanted| wanted.entry(&id).clone());
    on_cleanup(move || drop(WANTED.with_borrow_mut(|wanted| wanted.remove(&id))));
    Signal::derive(move || scope.get().and_then(|scope| bodies.with(|bodies| bodies.get(&scope).cloned())))
}

/// Stores a response.
pub(super) fn keep(scope: &Scope, id: &ServerId, body: &str) {
    let wanted = WANTED.with_borrow(|wanted| wanted.get(id).cloned());
    if let Some(wanted) = wanted {
        wanted.update(|bodies| drop(bodies.insert(scope.clone(), body.into())));
    }
}
