//! The optional features of the cloud: assumed first, learned from its answers, kept for the session. In one place, so that
//! a page hides what another one has found missing.

use cloud::Failure;
use cloud::rules::offers::{Feature, Offer, Offers, told_by};
use leptos::prelude::*;
use sync::Scope;

use super::live::Live;
use super::session::{self, Session};
use super::store::store;
use crate::reactive::effect;

/// For whom they were learned: policies allow one user what they forbid another.
#[derive(Clone, PartialEq)]
struct Whose {
    scope: Scope,
    user: String,
}

thread_local! {
    static LEARNED: ArcRwSignal<Option<(Whose, Offers)>> = ArcRwSignal::new(None);
}

/// The optional features, as far as they are known.
pub fn offers() -> Signal<Offers> {
    let (learned, session) = (LEARNED.with(Clone::clone), store().session.clone());
    Signal::derive(move || session.with(|session| known(&learned.get(), session.session().map(|session| &**session))))
}

/// Whether a feature is worth showing: false once the cloud has answered that it lacks it.
pub fn offered(feature: Feature) -> Signal<bool> {
    let offers = offers();
    Signal::derive(move || offers.with(|offers| offers.of(feature) != Offer::No))
}

/// Records what was learned.
pub fn learn(feature: Feature, seen: Offer) {
    let Some(session) = session::present() else { return };
    let learned = LEARNED.with(Clone::clone);
    let mut offers = known(&learned.get_untracked(), Some(&session));
    if offers.of(feature) != seen {
        offers.learn(feature, seen);
        learned.set(Some((whose(&session), offers)));
    }
}

/// Records what an answer reveals: nothing, if the refusal concerns the thing and not the call.
pub fn learn_from<T>(feature: Feature, answer: &Result<T, Failure>) {
    match answer {
        Ok(_) => learn(feature, Offer::Yes),
        Err(failure) => told_by(failure).into_iter().for_each(|seen| learn(feature, seen)),
    }
}

fn known(learned: &Option<(Whose, Offers)>, session: Option<&Session>) -> Offers {
    match (learned, session) {
        (Some((who, offers)), Some(session)) if *who == whose(session) => offers.clone(),
        (_, Some(session)) => Offers::assumed(session.cloud.rules),
        (_, None) => Offers::assumed(Default::default()),
    }
}

fn whose(session: &Session) -> Whose {
    Whose { scope: session.scope.clone(), user: session.user.clone() }
}

/// Starts reading something that a cloud may lack (rows N08, N09); `None` once it has answered that it lacks it. `start`
/// learns from the answers ([`learning`]).
pub fn if_offered<T: Send + Sync + 'static>(feature: Feature, start: fn() -> Live<T>) -> Option<Live<T>> {
    untrack(|| offered(feature).get()).then(start)
}

/// Learns from the answers to something that is read anyway.
pub(super) fn learning<T: Clone + Send + Sync + 'static>(feature: Feature, live: Live<T>) -> Live<T> {
    effect(move || match live.failure() {
        Some(failure) => told_by(&failure).into_iter().for_each(|seen| learn(feature, seen)),
        None if live.value.with(Option::is_some) => learn(feature, Offer::Yes),
        None => {}
    });
    live
}
