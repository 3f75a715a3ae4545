//! The optional features of the cloud: assumed first, learned from its answers, kept for the session. In one place, so that
//! a page hides what another one has found missing.

use std::sync::Arc;

use cloud::rules::offers::{Feature, Offer, Offers, told_by};
use cloud::{Failure, UserId};
use leptos::prelude::*;
use sync::{Scope, VecMap};

use super::live::Live;
use super::session::{self, Session};
use super::store::store;
use crate::reactive::effect;

/// For whom they were learned: policies allow one user what they forbid another.
#[derive(Clone, PartialEq)]
struct Whose {
    scope: Scope,
    user: Option<UserId>,
}

thread_local! {
    static LEARNED: ArcRwSignal<VecMap<Whose, Offers>> = ArcRwSignal::new(VecMap::new());
}

/// The optional features, as far as they are known.
pub fn offers() -> Signal<Offers> {
    let (learned, session) = (LEARNED.with(Clone::clone), store().session.clone());
    Signal::derive(move || {
        let session = session.with(|session| session.session().cloned());
        learned.with(|learned| known(learned, session.as_deref()))
    })
}

/// The optional features of the cloud of another session; tracked.
pub fn offers_of(session: &Session) -> Offers {
    LEARNED.with(Clone::clone).with(|learned| known(learned, Some(session)))
}

/// Whether a feature is worth showing: false once the cloud has answered that it lacks it.
pub fn offered(feature: Feature) -> Signal<bool> {
    let offers = offers();
    Signal::derive(move || offers.with(|offers| offers.of(feature) != Offer::No))
}

/// Records what the answers to a request reveal, for the session that is shown when it is sent: another one may be shown when
/// they come.
pub(super) struct Learner {
    feature: Feature,
    session: Option<Arc<Session>>,
}

impl Learner {
    /// Created before the request is sent.
    pub fn new(feature: Feature) -> Self {
        Self { feature, session: session::present() }
    }

    /// Nothing is learned if the refusal concerns the thing and not the call.
    pub fn heard<T>(&self, answer: &Result<T, Failure>) {
        let seen = answer.as_ref().map_or_else(told_by, |_| Some(Offer::Yes));
        if let (Some(session), Some(seen)) = (&self.session, seen) {
            learn(session, self.feature, seen);
        }
    }
}

fn learn(session: &Session, feature: Feature, seen: Offer) {
    let learned = LEARNED.with(Clone::clone);
    let mut offers = learned.with_untracked(|learned| known(learned, Some(session)));
    if offers.of(feature) != seen {
        offers.learn(feature, seen);
        learned.update(|learned| {
            learned.insert(whose(session), offers);
        });
    }
}

fn known(learned: &VecMap<Whose, Offers>, session: Option<&Session>) -> Offers {
    let Some(session) = session else { return Offers::assumed(Default::default()) };
    learned.get(&whose(session)).cloned().unwrap_or_else(|| Offers::assumed(session.cloud.rules))
}

fn whose(session: &Session) -> Whose {
    Whose { scope: session.scope.clone(), user: session.user_id.clone() }
}

/// Starts reading something that a cloud may lack (rows N08, N09); `None` once it has answered that it lacks it. `start`
/// learns from the answers ([`learning`]).
pub fn if_offered<T: Send + Sync + 'static>(feature: Feature, start: fn() -> Live<T>) -> Option<Live<T>> {
    untrack(|| offered(feature).get()).then(start)
}

/// Learns from the answers to something that is read anyway.
pub(super) fn learning<T: Clone + Send + Sync + 'static>(feature: Feature, live: Live<T>) -> Live<T> {
    effect(move || {
        let seen = match live.failure() {
            Some(failure) => told_by(&failure),
            None => live.value.with(Option::is_some).then_some(Offer::Yes),
        };
        let session = live.scope().and_then(|scope| session::of(&scope));
        if let (Some(session), Some(seen)) = (session, seen) {
            learn(&session, feature, seen);
        }
    });
    live
}
