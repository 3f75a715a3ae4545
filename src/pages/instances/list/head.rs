//! The line above the table: how many instances there are, or have been read so far, and why they are not fresh. Its height
//! is fixed.

use std::sync::Arc;

use cloud::Failure;
use leptos::prelude::*;

use super::rows::Rows;
use crate::data::{Instances, Live, LiveState};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::late::LATE_LIST;
use crate::reactive::{Computed, Observed, once};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{Button, Dialog, FailureCard, Icon, Kind, LinkButton, PageHead, live_view};

/// Heading, count and the link to the create form.
pub fn head(list: Live<Instances>, rows: Rows) -> AnyView {
    let beside = view! {
        <span class="count" role="status">{count(list, rows)}</span>
        {trouble(list)}
    };
    view! {
        <PageHead title=tx(|t| t.instances().title) beside=beside.into_any()>
            <LinkButton label=tx(|t| t.instances().create) kind=Kind::Primary icon_before=Icon::Plus
                href=routes::href(&Route::CreateInstance) refused=no_changes() />
        </PageHead>
    }
    .into_any()
}

fn count(list: Live<Instances>, rows: Rows) -> Text {
    let total: Observed<usize> = rows.total.into();
    let part = move || matches!(list.state.get(), LiveState::Stale { .. });
    Text::live(move || {
        let narrowed = rows.filter.with(view::instances::Filter::narrows);
        match (rows.waiting.get() || total.get() == 0, rows.complete.get(), narrowed) {
            (true, ..) => Text::default(),
            (_, false, _) if part() => counted(|t| &t.instances().partial, total),
            (_, false, _) => counted(|t| &t.instances().loaded, total),
            (_, true, false) => counted(|t| &t.instances().count, total),
            (_, true, true) => {
                let all = counted(|t| &t.instances().count, total);
                filled(|t| t.instances().count_of, [("shown", rows.fitting.get().into()), ("total", all)])
            }
        }
    })
}

/// The cloud does not respond: the reason is shown in a dialog, so that nothing moves. The banner says how old the rows are.
fn trouble(list: Live<Instances>) -> AnyView {
    let was = once(move || failure(list).is_some());
    LATE_LIST.view_while(move || was.get(), move |late| (late.why_stale)(list))
}

fn failure(list: Live<Instances>) -> Option<Arc<Failure>> {
    match list.state.get() {
        LiveState::Stale { failure, .. } => Some(failure),
        _ => None,
    }
}

/// The button that shows the reason, and its dialog.
pub fn why_stale(list: Live<Instances>) -> AnyView {
    let open = RwSignal::new(false);
    let failure = Computed::new(move |_| failure(list));
    let card = move || {
        live_view(move || match failure.get() {
            Some(failure) => view! { <FailureCard failure=(*failure).clone() on_retry=move || {
                open.set(false);
                list.refetch();
            } /> }
            .into_any(),
            None => view! { <p>{tx(|t| t.instances().well_again)}</p> }.into_any(),
        })
    };
    view! {
        {live_view(move || match failure.get().is_some() {
            true => view! {
                <Button label=tx(|t| t.instances().stale_why) kind=Kind::Quiet icon_before=Icon::Alert
                    on_click=move || open.set(true) />
            }.into_any(),
            false => ().into_any(),
        })}
        <Dialog open title=tx(|t| t.instances().stale_why)>{card()}</Dialog>
    }
    .into_any()
}
