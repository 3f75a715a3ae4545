//! Where a failed exchange is told. The card itself (`failure_card`), with all that can go wrong in words, comes a moment
//! after the first rows, or when it is first wanted.

use leptos::prelude::*;

use super::late::LATE_UI;
use crate::locales::{Advice, Texts};
use cloud::Failure;

/// What a failure means in one place, where that is another thing than usual.
pub type Meaning = fn(&Failure) -> Option<fn(Texts) -> &'static Advice>;

/// What is told.
#[derive(Clone)]
pub struct Failed {
    /// The failure.
    pub failure: Failure,
    /// Offers to try again.
    pub on_retry: Option<Callback<()>>,
    /// Without the frame and the alert role, for a place that has its own.
    pub bare: bool,
    /// What happened and what to do, where the kind of failure means something else than usual.
    pub instead: Option<fn(Texts) -> &'static Advice>,
}

/// The card. Where its words do not come, the server's own are shown as they are.
#[component]
pub fn FailureCard(
    failure: Failure,
    /// See [`Failed::on_retry`].
    #[prop(into, optional)]
    on_retry: Option<Callback<()>>,
    /// See [`Failed::bare`].
    #[prop(optional)]
    bare: bool,
    /// See [`Failed::instead`].
    #[prop(optional_no_strip)]
    instead: Option<fn(Texts) -> &'static Advice>,
) -> AnyView {
    let words = failure.message.clone();
    let failed = Failed { failure, on_retry, bare, instead };
    let meanwhile = move |missing: Option<AnyView>| match missing {
        Some(missing) => view! { <p role="alert">{words.clone()}</p>{missing} }.into_any(),
        None => ().into_any(),
    };
    LATE_UI.view(meanwhile, move |late| (late.failure_card)(failed.clone()))
}
