//! The line above the table: how many instances there are, or have been read so far, and why they are not fresh. Its height
//! is fixed.

use leptos::prelude::*;
use view::instances::Search;

use super::rows::Rows;
use super::source::Source;
use crate::data::{Instances, Live, LiveState};
use crate::locales::{Text, counted, date_time, filled, tx};
use crate::pages::instances::late::LATE_LIST;
use crate::reactive::once;
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{Button, Dialog, FailureCard, Icon, Kind, LinkButton, PageHead, live_view};

/// Heading, count and the link to the create form.
pub fn head(list: Live<Instances>, source: Source, rows: Rows) -> AnyView {
    let (changes, session) = (no_changes(), source.without_session());
    let refused = Signal::derive(move || changes.get().or_else(|| session.get()));
    let beside = view! {
        <span class="count" role="status">{count(list, source, rows)}</span>
        {trouble(list, source)}
    };
    view! {
        <PageHead title=tx(|t| t.instances().title) beside=beside.into_any()>
            <LinkButton label=tx(|t| t.instances().create) kind=Kind::Primary icon_before=Icon::Plus
                href=routes::href(&Route::CreateInstance) refused />
        </PageHead>
    }
    .into_any()
}

fn count(list: Live<Instances>, source: Source, rows: Rows) -> Text {
    let total: Signal<usize> = rows.total.into();
    let part = move || matches!(list.state.get(), LiveState::Stale { .. });
    let words = Text::live(move || {
        let narrowed = rows.search.with(Search::narrows);
        // First the total, which `waiting` is derived from (`crate::reactive`).
        let none = total.get() == 0 && source.last_known.with(Option::is_none);
        match (none || rows.waiting.get(), rows.complete.get(), narrowed) {
            (true, ..) => Text::default(),
            (_, false, _) if part() => counted(|t| &t.instances().partial, total),
            (_, false, _) => counted(|t| &t.instances().loaded, total),
            (_, true, false) => counted(|t| &t.instances().count, total),
            (_, true, true) => {
                let all = counted(|t| &t.instances().count, total);
                filled(|t| t.instances().count_of, [("shown", rows.fitting.get().into()), ("total", all)])
            }
        }
    });
    Text::live(move || match source.last_known.with(|list| list.as_ref().map(|list| list.at)) {
        None => words.clone(),
        Some(at) => {
            let when = Text::live(move || date_time(at.0 as f64).into());
            filled(|t| t.instances().last_known, [("count", words.clone()), ("when", when)])
        }
    })
}

/// The cloud does not respond: the reason is shown in a dialog, so that nothing moves. The banner says how old the rows are.
fn trouble(list: Live<Instances>, source: Source) -> AnyView {
    // Without rows the failure takes the table's place.
    let rows = move || list.value.with(Option::is_some) || source.last_known.with(Option::is_some);
    let was = once(move || rows() && list.failure().is_some());
    LATE_LIST.view_while(move || was.get(), move |late| (late.why_stale)(list))
}

/// The button that shows the reason, and its dialog.
pub fn why_stale(list: Live<Instances>) -> AnyView {
    let open = RwSignal::new(false);
    let failure = Memo::new(move |_| list.failure());
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
