//! Shows a failed request. The card itself (`failure_card`), with texts for every kind of failure, is loaded after the
//! first rows, or when needed.

use leptos::prelude::*;

use super::late::LATE_UI;
use crate::locales::{Advice, Texts};
use cloud::Failure;

/// Overrides the explanation of a failure in one place.
pub type Meaning = fn(&Failure) -> Option<fn(Texts) -> &'static Advice>;

/// The content of a failure card.
#[derive(Clone)]
pub struct Failed {
    pub failure: Failure,
    /// Shows a retry button.
    pub on_retry: Option<Callback<()>>,
    /// Without frame and alert role, for a place that has its own.
    pub bare: bool,
    /// Overrides the explanation and advice.
    pub instead: Option<fn(Texts) -> &'static Advice>,
}

/// The card. If its texts cannot be loaded, the server's message is shown.
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
