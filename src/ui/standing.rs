//! Shows data that comes from a resource: a placeholder while it loads, the failure if it could not be loaded, and a line
//! above it when it is out of date.

use super::button::{Button, Kind};
use super::failure::FailureCard;
use super::icon::{Icon, icon};
use super::live::live_view;
use super::time::since;
use crate::locales::{filled, tx};
use cloud::{Failure, Timestamp};
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use std::sync::Arc;

/// The value of a resource: none while it is pending.
pub type Answer = Option<Result<(), Arc<Failure>>>;

/// [`Awaited`], below a line that tells when the data is out of date.
#[component]
pub fn Standing(
    /// See [`Awaited`].
    #[prop(into)]
    answer: Signal<Answer>,
    /// Whether something is known, perhaps old.
    #[prop(into)]
    known: Signal<bool>,
    /// The failure of the last request.
    #[prop(into)]
    failure: Signal<Option<Arc<Failure>>>,
    /// When the cloud last confirmed the data.
    #[prop(into)]
    loaded_at: Signal<Option<Timestamp>>,
    #[prop(into)] on_retry: Callback<()>,
    /// Shown while the resource is pending.
    #[prop(into)]
    fallback: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let known = Memo::new(move |_| known.get());
    let failure = Memo::new(move |_| failure.get());
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
    view! { {old}<Awaited answer on_retry fallback children /> }.into_any()
}

/// The children once the resource has resolved, the fallback while it is pending, or the failure.
#[component]
pub fn Awaited(
    /// A resource, or something that reads resources: it is read inside `Suspense`.
    #[prop(into)]
    answer: Signal<Answer>,
    #[prop(into)] on_retry: Callback<()>,
    #[prop(into)] fallback: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let body = move || {
        // A memo, so that the children are drawn again only for another answer: a table keeps its focus and its open menu.
        let answer = Memo::new(move |_| answer.get());
        live_view(move || match answer.get() {
            Some(Ok(())) => children(),
            Some(Err(failure)) => view! { <FailureCard failure=Failure::clone(&failure) on_retry /> }.into_any(),
            None => ().into_any(),
        })
        .into_any()
    };
    paused_when_disposed(move || view! { <Suspense fallback=move || fallback.run()>{body()}</Suspense> }.into_any())
}

/// Works around leptos#3595. When values are disposed, Leptos drops the effects of other views in the same step, but those
/// inside a `Suspense` one task later. An effect that is already scheduled then reads a disposed value and panics: that
/// happened to the headings and menus of tables. Paused effects do not run, so they are paused before their values go.
fn paused_when_disposed(draw: impl FnOnce() -> AnyView) -> AnyView {
    // Owners are disposed in the order in which they were created: `first` pauses `inside` before that is disposed.
    let (first, inside) = (Owner::new(), Owner::new());
    let pausing = inside.clone();
    first.with(|| on_cleanup(move || pausing.pause()));
    on_cleanup(move || drop(first));
    let view = inside.with(draw);
    OwnedView::new_with_owner(view, inside).into_any()
}
