//! The table of all instances: the page this console is for.

mod address;
mod cells;
mod head;
mod rows;
mod source;

mod toolbar;

pub use address::Shown;
pub use head::why_stale;
pub use source::Found;

use std::sync::Arc;

use cloud::ServerId;
use leptos::prelude::*;
use view::instances::Column as By;

use self::rows::Rows;
use self::source::Source;
use super::actions::Actions;
use super::ask::Asking;
use super::{flavors, words};
use crate::data::{self, LiveState};
use crate::lazy;
use crate::locales::{Text, tx};
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::ui::{Button, Empty, FailureCard, Icon, Kind, LinkButton, RowId, Sort, Table, live, live_view};

/// The page.
pub fn page() -> AnyView {
    let list = data::instances();
    let names = flavors::names();
    let filter = address::follow();
    let source = Source::new(list, filter);
    let rows = Rows::new(source, names, filter);
    let asking = Asking { shown: filter, open: RwSignal::new(false), found: source.found };
    let actions = Actions::new();
    // Nothing is known and the cloud fails: that takes the table's place. What is known stays, dimmed.
    let failed = Memo::new(move |_| match list.state.get() {
        LiveState::Failed(failure) if rows.total.get() == 0 && !source.asks.get() => Some(failure),
        _ => None,
    });
    let stale = move || matches!(list.state.get(), LiveState::Stale { .. });
    view! {
        {head::head(list, rows)}
        {toolbar::toolbar(rows, filter, asking)}
        {lazy::ask(asking)}
        <div class=live(move || if stale() { "list stale" } else { "list" }) on:focusout=move |_| address::flush(filter)>
            {live_view(move || match failed.get() {
                Some(failure) => view! {
                    <FailureCard failure=(*failure).clone() on_retry=move || list.refresh() />
                }.into_any(),
                None if source.refused() => ().into_any(),
                None => table(source, rows, names, actions),
            })}
        </div>
        {lazy::dialogs(actions)}
    }
    .into_any()
}

fn table(source: Source, rows: Rows, names: Memo<Arc<view::instances::Names>>, actions: Actions) -> AnyView {
    let filter = rows.filter;
    let go = routes::go();
    let open = move |id: RowId| {
        address::flush(filter);
        go.run(Route::Instance(server_id(&id)));
    };
    let menu = move |id: RowId| match source.now(&id) {
        Some(server) => actions.menu(&server),
        None => Vec::new(),
    };
    let name = move |id| {
        let row = source.row(id);
        Text::live(move || row.with(|server| server.as_deref().map(words::name).unwrap_or_default()))
    };
    let sort = Signal::derive(move || {
        let sort = filter.get().sort;
        Some(Sort { column: sort.column.as_str().to_owned(), descending: sort.descending })
    });
    let sorted = move |asked: Sort| {
        if let Some(column) = By::parse(&asked.column) {
            address::change(filter, |filter| filter.sort = filter.sort.clicked(column));
        }
    };
    let empty = ViewFn::from(move || nothing(rows));
    view! {
        <Table label=tx(|t| t.instances().title) columns=cells::columns(source, names) rows=rows.ids
            row_name=name sort on_sort=sorted on_open=open menu
            loading=Signal::derive(move || rows.waiting.get()) empty />
    }
    .into_any()
}

/// No rows: none exist, none fits, or none of those that have come so far fits.
fn nothing(rows: Rows) -> AnyView {
    if !rows.filter.with(view::instances::Filter::narrows) && rows.filter.asked().is_empty() {
        return view! {
            <Empty title=tx(|t| t.instances().empty_title) words=tx(|t| t.instances().empty_text) mark=Icon::Instances>
                <LinkButton label=tx(|t| t.instances().create) kind=Kind::Primary icon_before=Icon::Plus
                    href=routes::href(&Route::CreateInstance) />
            </Empty>
        }
        .into_any();
    }
    let words = if rows.complete.get() { tx(|t| t.instances().none_text) } else { tx(|t| t.instances().none_yet) };
    view! {
        <Empty title=tx(|t| t.instances().none_title) words>
            <Button label=tx(|t| t.common().clear_filters) on_click=move || address::clear(rows.filter) />
        </Empty>
    }
    .into_any()
}

fn server_id(id: &RowId) -> ServerId {
    ServerId(id.to_string())
}
