//! The rows of a run: one for each instance. Cells are drawn once and read the run, so that 10,000 items cost no more than
//! those that are visible.

use std::sync::Arc;

use cloud::{Scope, ServerId};
use leptos::prelude::*;
use runner::{End, Item, ItemNo, Phase};

use super::words;
use crate::browser::clock;
use crate::data::{self, runs::LiveRun};
use crate::locales::{Text, lasting, tx};
use crate::routes::{self, Route};
use crate::ui::{
    Badge, Choice, Column, CopyButton, Empty, Filter, Icon, MenuItem, RowId, Table, Width, copy_text, live, live_view,
    nothing, tab_index,
};

/// Which items are shown, as the filter's values.
const OPEN: &str = "open";
const FAILED: &str = "failed";
const SKIPPED: &str = "skipped";
const DONE: &str = "done";

/// The choice which items are shown.
pub fn filter(filter: RwSignal<String>) -> AnyView {
    let choices = Signal::stored(vec![
        Choice::new(OPEN, tx(|t| t.runs().only_open)),
        Choice::new(FAILED, tx(|t| t.runs().only_failed)),
        Choice::new(SKIPPED, tx(|t| t.runs().only_skipped)),
        Choice::new(DONE, tx(|t| t.runs().only_done)),
    ]);
    view! { <Filter label=tx(|t| t.runs().show) value=filter choices on_change=move |value| filter.set(value) /> }
        .into_any()
}

/// The table.
pub fn table(run: &LiveRun, filter: RwSignal<String>) -> AnyView {
    let run = StoredValue::new(run.clone());
    let all: Arc<[RowId]> = {
        let n = run.with_value(|run| untrack(|| run.read(|run, _| run.items().len()))).unwrap_or_default();
        (0..n).map(|at| RowId::from(at.to_string())).collect()
    };
    let rows = Memo::new(move |_| {
        let filter = filter.get();
        if filter.is_empty() {
            return all.clone();
        }
        let fits = |run: &runner::Run| -> Arc<[RowId]> {
            let items = run.items().iter().zip(all.iter());
            items.filter(|(item, _)| is(item, &filter)).map(|(_, id)| id.clone()).collect()
        };
        run.with_value(|of| of.read(|run, _| fits(run))).unwrap_or_default()
    });
    let go = routes::go_to();
    let open = Callback::new(move |id: RowId| {
        if let Some(href) = untrack(|| href(run, &id)) {
            go.run(href);
        }
    });
    let name = move |id: Signal<RowId>| {
        Text::live(move || item(run, &id.get(), |item| item.name().to_owned()).unwrap_or_default().into())
    };
    view! {
        <Table label=tx(|t| t.runs().title) columns=columns(run) rows row_name=name on_open=Some(open)
            menu=Some(Callback::new(move |id: RowId| menu(run, &id)))
            empty=move || view! { <Empty title=tx(|t| t.runs().none) /> } />
    }
    .into_any()
}

type Of = StoredValue<LiveRun>;

fn is(item: &Item, filter: &str) -> bool {
    match item.phase() {
        Phase::Waiting | Phase::Sent | Phase::Unknown(_) | Phase::Following => filter == OPEN,
        Phase::Ended(End::Failed(_) | End::Unknown) => filter == FAILED,
        Phase::Ended(End::Skipped(_)) => filter == SKIPPED,
        Phase::Ended(End::Done) => filter == DONE,
    }
}

fn no(id: &str) -> ItemNo {
    ItemNo(id.parse().unwrap_or(usize::MAX))
}

/// Reads an item; tracked.
fn item<T>(run: Of, id: &str, read: impl FnOnce(&Item) -> T) -> Option<T> {
    run.with_value(|of| of.read(|run, _| run.items().get(no(id).0).map(read))).flatten()
}

fn href(run: Of, id: &str) -> Option<String> {
    let scope: Scope = run.with_value(|of| of.read(|run, _| run.scope_of(no(id)).cloned())).flatten()?;
    // What was removed has no page.
    let server = item(run, id, |item| item.kind().is_none().then(|| ServerId::from(item.id()))).flatten()?;
    let open = data::open_sessions().get();
    let session = open.iter().find(|open| open.session.scope.same_project(&scope));
    let project = session.map_or_else(|| scope.tenant.as_str(), |open| &open.session.tenant_name);
    Some(routes::href_in(&scope, project, &Route::Instance(server)))
}

fn columns(run: Of) -> Vec<Column> {
    let text = move |id: Signal<RowId>, of: fn(&Item) -> Text| {
        let words = Text::live(move || item(run, &id.get(), of).unwrap_or_default());
        let title = words.clone();
        view! { <span title=title dir="auto">{words}</span> }.into_any()
    };
    let all = vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, move |id| name(run, id)),
        Column::new("state", tx(|t| t.common().status), Width::Middle, move |id| state(run, id)),
        Column::new("duration", tx(|t| t.runs().duration), Width::Small, move |id| duration(run, id)).priority(2),
        Column::new("message", tx(|t| t.runs().message), Width::Wide, move |id| text(id, words::message)),
        Column::new("request", tx(|t| t.runs().request), Width::Middle, move |id| request(run, id)).priority(3),
    ];
    all.into_iter().map(Column::unsorted).collect()
}

fn name(run: Of, id: Signal<RowId>) -> AnyView {
    let words = Text::live(move || item(run, &id.get(), |item| item.name().to_owned()).unwrap_or_default().into());
    let href = Memo::new(move |_| href(run, &id.get()));
    let title = words.clone();
    view! { <a href=live(move || href.get()) tabindex=tab_index() title=title dir="auto">{words}</a> }.into_any()
}

fn state(run: Of, id: Signal<RowId>) -> AnyView {
    let tone = Signal::derive(move || item(run, &id.get(), words::tone).unwrap_or_default());
    let word = Text::live(move || item(run, &id.get(), words::state).unwrap_or_default());
    view! { <Badge tone word /> }.into_any()
}

fn duration(run: Of, id: Signal<RowId>) -> AnyView {
    let now = clock::ticking();
    let words = Text::live(move || {
        let id = id.get();
        if item(run, &id, Item::is_under_way) == Some(true) {
            now.track();
        }
        let took = run.with_value(|of| of.read(|run, now| run.took(no(&id), now))).flatten();
        took.map_or_else(Text::default, |ms| lasting(ms as f64).into())
    });
    view! { <span class="dim">{words}</span> }.into_any()
}

fn request(run: Of, id: Signal<RowId>) -> AnyView {
    let request = Memo::new(move |_| item(run, &id.get(), |item| item.request_id().cloned()).flatten());
    live_view(move || match request.get() {
        None => nothing(),
        Some(request) => view! {
            <code title=request.as_str().to_owned()>{request.as_str().to_owned()}</code>
            <CopyButton text=request.as_str().to_owned() what=tx(|t| t.runs().request) />
        }
        .into_any(),
    })
    .into_any()
}

fn menu(run: Of, id: &RowId) -> Vec<MenuItem> {
    let mut items = Vec::new();
    let at = no(id);
    if item(run, id, Item::can_retry) == Some(true) {
        let retry = move || run.with_value(|run| run.retry(vec![at]));
        items.push(MenuItem::new(tx(|t| t.runs().retry), retry).icon(Icon::Refresh));
    }
    if let Some(request) = item(run, id, |item| item.request_id().cloned()).flatten() {
        let copy = move || copy_text(request.as_str().to_owned());
        items.push(MenuItem::new(tx(|t| t.runs().copy_request), copy).icon(Icon::Copy));
    }
    if let Some(server) = item(run, id, |item| item.id().to_owned()) {
        let copy = move || copy_text(server.clone());
        items.push(MenuItem::new(tx(|t| t.runs().copy_id), copy).icon(Icon::Copy));
    }
    items
}
