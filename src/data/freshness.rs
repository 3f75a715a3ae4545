//! The age of what is shown and the state of the polling, for the header.

use std::rc::Rc;
use std::sync::Arc;

use cloud::{Failure, FailureKind, Timestamp};
use leptos::prelude::*;
use sync::{Event, Key, Millis};

use super::driver::{choose_shown, signals, step};
use super::live::LiveState;
use super::session::SessionState;
use super::store::{Signals, store};
use crate::browser::clock;

/// The state of the tab.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tab {
    /// It is visible.
    pub visible: bool,
    /// The browser has a network.
    pub online: bool,
}

impl Default for Tab {
    fn default() -> Self {
        Tab { visible: true, online: true }
    }
}

/// The state of the polling.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Polling {
    /// Nobody is signed in.
    #[default]
    Off,
    /// Polling at its usual pace.
    Live,
    /// The browser has no network.
    Offline,
    /// The session ended; polling continues after signing in.
    SessionEnded,
    /// The last requests failed.
    Failing,
}

/// The freshness of the keys the page is about.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Freshness {
    /// When the cloud last confirmed the oldest of them.
    pub loaded_at: Option<Timestamp>,
    /// The state of the polling.
    pub polling: Polling,
    /// A request is under way.
    pub refreshing: bool,
    /// Since when requests fail, and the failure.
    pub failing: Option<(Timestamp, Arc<Failure>)>,
}

/// The freshness of what is on screen, for the header.
pub fn freshness() -> Signal<Freshness> {
    let store = store();
    let (session, shown, tab) = (store.session.clone(), store.shown.clone(), store.tab.clone());
    let memo = Memo::new(move |_| {
        let keys = shown.get();
        let all_signals: Vec<Signals> = keys.iter().map(signals).collect();
        let states: Vec<LiveState> = all_signals.iter().map(|signals| signals.state.get()).collect();
        let failures = || states.iter().filter_map(trouble);
        // A page that shows several scopes reports the failure of each itself; one scope must not make the whole page look
        // failed.
        let several = keys.iter().any(|key| Some(key.scope()) != keys.first().map(Key::scope));
        let loading = states.contains(&LiveState::Loading) && !(several && states.contains(&LiveState::Ready));
        let failing = failures().next().filter(|_| !several || failures().count() == states.len());
        let polling = match session.get() {
            SessionState::Starting | SessionState::SignedOut => Polling::Off,
            SessionState::Expired(_) => Polling::SessionEnded,
            SessionState::SignedIn(_) if !tab.get().online => Polling::Offline,
            SessionState::SignedIn(_) if failing.is_some() => Polling::Failing,
            SessionState::SignedIn(_) => Polling::Live,
        };
        // The age of the oldest of them.
        let well = all_signals
            .iter()
            .zip(&states)
            .filter(|(_, state)| !several || **state != LiveState::Loading && trouble(state).is_none());
        let oldest = well.filter_map(|(signals, _)| signals.loaded_at.get()).min();
        let refreshing = loading || states.contains(&LiveState::Refreshing);
        Freshness { loaded_at: oldest.filter(|_| !loading), polling, refreshing, failing }
    });
    memo.into()
}

fn trouble(state: &LiveState) -> Option<(Timestamp, Arc<Failure>)> {
    // "No such thing" and "no such service" are answers: the cloud responds, and the page says what is missing.
    let is_answer = |failure: &Failure| matches!(failure.kind, FailureKind::NotFound | FailureKind::NoService(_));
    match state {
        LiveState::Stale { failure, .. } | LiveState::Failed(failure) if is_answer(failure) => None,
        LiveState::Stale { failure, since } => Some((*since, failure.clone())),
        LiveState::Failed(failure) => Some((Timestamp(clock::now_ms() as i64), failure.clone())),
        _ => None,
    }
}

/// Sets which keys the current page is about.
pub fn at_hand(is_about: impl Fn(&Key) -> bool + 'static) {
    *store().is_about.borrow_mut() = Some(Rc::new(is_about));
    choose_shown();
}

/// Requests fresh data for what the page is about.
pub fn refresh() {
    for key in store().shown.get_untracked() {
        step(Event::Refresh(key));
    }
}

/// A moment of `sync` as a date, for "3 minutes ago".
pub fn wall_clock(at: Millis) -> Timestamp {
    let ago = clock::monotonic_ms() - at.0 as f64;
    Timestamp((clock::now_ms() - ago) as i64)
}
