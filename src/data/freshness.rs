//! How old what is shown is, and what the polling is doing: for the header.

use std::rc::Rc;
use std::sync::Arc;

use cloud::{Failure, FailureKind, Timestamp};
use leptos::prelude::*;
use sync::{Event, Key, Millis};

use super::driver::{choose_shown, slot, step};
use super::live::LiveState;
use super::session::SessionState;
use super::store::{Slot, store};
use crate::browser::clock;
use crate::reactive::{Computed, Observed};

/// What the tab is like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tab {
    /// Seen by somebody.
    pub visible: bool,
    /// The browser has a network.
    pub online: bool,
}

impl Default for Tab {
    fn default() -> Self {
        Tab { visible: true, online: true }
    }
}

/// What the polling is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Polling {
    /// Nobody is signed in.
    #[default]
    Off,
    /// Asking as the pace says.
    Live,
    /// The browser has no network.
    Offline,
    /// The session ended: it goes on after signing in.
    SessionEnded,
    /// The last attempts failed.
    Failing,
}

/// The freshness of what is on screen: of all that the page is about.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Freshness {
    /// When the cloud last confirmed it.
    pub loaded_at: Option<Timestamp>,
    /// What the polling is doing.
    pub polling: Polling,
    /// A request is under way.
    pub refreshing: bool,
    /// Since when the cloud does not answer, and with which failure.
    pub failing: Option<(Timestamp, Arc<Failure>)>,
}

/// The freshness of what is on screen, for the header.
pub fn freshness() -> Observed<Freshness> {
    let store = store();
    let (session, shown, tab) = (store.session.clone(), store.shown.clone(), store.tab.clone());
    let memo = Computed::new(move |_| {
        let keys = shown.get();
        let slots: Vec<Slot> = keys.iter().map(slot).collect();
        let states: Vec<LiveState> = slots.iter().map(|slot| slot.state.get()).collect();
        let failures = || states.iter().filter_map(trouble);
        // Of several scopes each has its own mark on the page: one that does not answer does not stand for all.
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
        // As old as the oldest of it.
        let well = slots
            .iter()
            .zip(&states)
            .filter(|(_, state)| !several || **state != LiveState::Loading && trouble(state).is_none());
        let oldest = well.filter_map(|(slot, _)| slot.loaded_at.get()).min();
        let refreshing = loading || states.contains(&LiveState::Refreshing);
        Freshness { loaded_at: oldest.filter(|_| !loading), polling, refreshing, failing }
    });
    memo.into()
}

fn trouble(state: &LiveState) -> Option<(Timestamp, Arc<Failure>)> {
    // "No such thing" and "no such service" are answers: the cloud is there, and the page says what is not.
    let is_answer = |failure: &Failure| matches!(failure.kind, FailureKind::NotFound | FailureKind::NoService(_));
    match state {
        LiveState::Stale { failure, .. } | LiveState::Failed(failure) if is_answer(failure) => None,
        LiveState::Stale { failure, since } => Some((*since, failure.clone())),
        LiveState::Failed(failure) => Some((Timestamp(clock::now_ms() as i64), failure.clone())),
        _ => None,
    }
}

/// Says which keys the page at hand is about.
pub fn at_hand(is_about: impl Fn(&Key) -> bool + 'static) {
    *store().is_about.borrow_mut() = Some(Rc::new(is_about));
    choose_shown();
}

/// The person wants what the page is about anew.
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
