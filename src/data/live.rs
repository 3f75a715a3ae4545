//! [`Live`]: one thing a page shows, kept fresh while the page shows it.

use std::sync::Arc;

use cloud::{Failure, Timestamp};
use leptos::prelude::*;
use sync::{Event, Key, Scope};

use super::ask::{Prepare, offer};
use super::driver;
use super::first_answer::{FirstAnswer, first_answer};
use super::store::{Data, Signals};
use super::within::scope_of_owner;

/// The freshness of a value.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum LiveState {
    /// The first answer has not arrived; parts of a list may already be there.
    #[default]
    Loading,
    /// As fresh as the pace promises.
    Ready,
    /// Shown, and being requested again.
    Refreshing,
    /// Shown, but the last requests failed.
    Stale {
        /// The last failure.
        failure: Arc<Failure>,
        /// Since when requests fail.
        since: Timestamp,
    },
    /// Nothing is known, and the last request failed.
    Failed(Arc<Failure>),
    /// It existed and has been deleted.
    Gone,
}

/// One thing that a page shows. `Copy`; lives as long as the component that created it.
pub struct Live<T: Send + Sync + 'static> {
    /// Pending until the first answer: read it inside `Suspense`.
    pub resource: FirstAnswer,
    /// What is known; cheap to clone.
    pub value: Signal<Option<T>>,
    /// The freshness of the value.
    pub state: Signal<LiveState>,
    /// When the cloud last confirmed it.
    pub loaded_at: Signal<Option<Timestamp>>,
    key: Memo<Option<Key>>,
}

impl<T: Send + Sync + 'static> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Live<T> {}

impl<T: Clone + Send + Sync + 'static> Live<T> {
    /// Subscribes for the lifetime of the calling owner. `key` is tracked, and so is the scope.
    pub(super) fn new(key: impl Fn(Scope) -> Key + Send + Sync + 'static, read: fn(&Data) -> Option<T>) -> Self {
        let scope = scope_of_owner();
        let key = Memo::new(move |_| scope.get().map(&key));
        subscribe(key);
        Live {
            resource: resource(key),
            value: Signal::derive(move || signals(key)?.data.with(|data| data.as_ref().and_then(read))),
            state: Signal::derive(move || signals(key).map(|signals| signals.state.get()).unwrap_or_default()),
            loaded_at: Signal::derive(move || signals(key)?.loaded_at.get()),
            key,
        }
    }

    /// [`Live::new`] for everything except instances: `prepare` is how it is requested and decoded.
    pub(super) fn of(key: impl Fn(Scope) -> Key + Send + Sync + 'static, prepare: Prepare) -> Self {
        offer(prepare);
        Self::new(key, |data| match data {
            Data::Value(value) => value.get(),
            _ => None,
        })
    }

    /// The scope it is of. Tracked.
    pub(super) fn scope(self) -> Option<Scope> {
        self.key.with(|key| key.as_ref().map(|key| key.scope().clone()))
    }

    /// Requests fresh data. What is shown stays on the page; the resource becomes pending only if nothing is known.
    pub fn refetch(self) {
        if let Some(key) = self.key.get_untracked() {
            driver::step(Event::Refresh(key));
        }
    }

    /// The value of the resource, for `Standing` and `Awaited` of `ui`: read inside `Suspense`, it suspends.
    pub fn answer(self) -> Signal<Option<Result<(), Arc<Failure>>>> {
        Signal::derive(move || self.resource.get())
    }

    /// Why it is not shown, or not fresh.
    pub fn failure(self) -> Option<Arc<Failure>> {
        match self.state.get() {
            LiveState::Stale { failure, .. } | LiveState::Failed(failure) => Some(failure),
            _ => None,
        }
    }
}

fn signals(key: Memo<Option<Key>>) -> Option<Signals> {
    key.with(|key| key.as_ref().map(driver::signals))
}

/// "It has been deleted" counts as an answer.
fn resource(key: Memo<Option<Key>>) -> FirstAnswer {
    let known = move || {
        let signals = signals(key)?;
        Some(signals.data.with(Option::is_some) || signals.state.get() == LiveState::Gone)
    };
    let failure = move || match signals(key)?.state.get() {
        LiveState::Failed(failure) => Some(failure),
        _ => None,
    };
    first_answer(Signal::derive(move || known().unwrap_or_default()), Signal::derive(failure))
}

/// Keeps the current key subscribed until the owner is cleaned up.
fn subscribe(key: Memo<Option<Key>>) {
    let subscribed = ArcStoredValue::new(None::<Key>);
    let last = subscribed.clone();
    let follow = move |new: Option<Key>| {
        let old = subscribed.get_value();
        if new == old {
            return;
        }
        subscribed.set_value(new.clone());
        // The new one first, so that what both need is not dropped in between.
        if let Some(new) = new {
            driver::subscribe(new);
        }
        if let Some(old) = old {
            driver::unsubscribe(old);
        }
    };
    follow(key.get_untracked());
    Effect::new(move |_| follow(key.get()));
    on_cleanup(move || {
        if let Some(key) = last.get_value() {
            driver::unsubscribe(key);
        }
    });
}
