//! How a list stands: the failure in place of one that is not there, and a line above one that is old.

use super::button::{Button, Kind};
use super::failure::FailureCard;
use super::icon::{Icon, icon};
use super::live::live_view;
use super::time::since;
use crate::locales::{filled, tx};
use crate::reactive::{Computed, Observed};
use cloud::{Failure, Timestamp};
use leptos::prelude::*;
use std::sync::Arc;

/// The list (the children), or what keeps it from being shown or from being fresh.
#[component]
pub fn Standing(
    /// Something is known, perhaps old.
    #[prop(into)]
    known: Observed<bool>,
    /// What went wrong the last time.
    #[prop(into)]
    failure: Observed<Option<Arc<Failure>>>,
    /// When the cloud last confirmed what is shown.
    #[prop(into)]
    loaded_at: Observed<Option<Timestamp>>,
    #[prop(into)] on_retry: Callback<()>,
    children: ChildrenFn,
) -> AnyView {
    let known = Computed::new(move |_| known.get());
    let failure = Computed::new(move |_| failure.get());
    let nothing = Computed::new(move |_| !known.get() && failure.with(Option::is_some));
    let old = live_view(move || match failure.get() {
        Some(failure) if known.get() => {
            let words = filled(|t| t.shell().stale, [("when", since(loaded_at))]);
            let said = super::failure_card::advice(&failure);
            let what = crate::locales::Text::live(move || said(crate::locales::t()).what.into());
            view! {
                <p class="standing" role="status">
                    {icon(Icon::Alert)}
                    <span><strong>{what}</strong>" "{words}</span>
                    <Button label=tx(|t| t.common().retry) kind=Kind::Quiet on_click=on_retry />
                </p>
            }
            .into_any()
        }
        _ => ().into_any(),
    });
    let body = live_view(move || match nothing.get() {
        false => children(),
        true => match failure.get() {
            Some(failure) => view! { <FailureCard failure=Failure::clone(&failure) on_retry /> }.into_any(),
            None => ().into_any(),
        },
    });
    view! { {old}{body} }.into_any()
}
