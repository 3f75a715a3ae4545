//! The table of all instances, the main page of this console.

mod address;
mod cells;
mod changed;
mod groups;
mod head;
mod rows;
mod source;
mod titles;

mod toolbar;

pub use address::{Shown, follow};
pub use cells::columns;
pub use groups::Found as FoundRows;
pub use head::why_stale;
pub use rows::{Line, Rows};
pub use source::{Found, shared_row};
pub use titles::title;
pub use toolbar::{group_name, toolbar};

use std::sync::Arc;

use cloud::ServerId;
use leptos::prelude::*;
use view::instances::{ASKED, Column as By, Names, Search};

use self::source::Source;
use super::actions::Actions;
use super::ask::Asking;
use super::bulk::Bulk;
use super::export::Exporting;
use super::late::{self, LATE_LIST};
use super::referred::Referred;
use super::views::Viewing;
use super::words::Row;
use super::{flavors, words};
use crate::data::{self, LiveState};
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{
    Awaited, Button, Column, Empty, Entrance, Icon, Kind, LinkButton, MenuItem, RowId, Selecting, Sort, Table,
    TableSkeleton, live, live_view, sort_chip,
};

/// The page.
pub fn page() -> AnyView {
    let list = data::instances();
    let search = address::follow(Route::Instances, ASKED);
    let referred = Referred::new();
    let names = flavors::names(referred);
    let source = Source::new(list, search);
    let rows = Rows::new(source, names, search);
    let asking = Asking { shown: search, open: RwSignal::new(false), found: source.found };
    let actions = Actions::unless(source.outdated());
    let entrance = Entrance::new();
    let reading = Reading {
        row: Callback::new(move |id| source.row(id)),
        names: Callback::new(move |_| Some(names.get())),
        href: Callback::new(move |id| routes::href(&Route::Instance(server_id(&id)))),
        menu: Callback::new(move |id| source.now(&id).map(|server| actions.menu(&server)).unwrap_or_default()),
    };
    let bulk = Bulk::new(Callback::new(|id| {
        data::session().with(|state| Some((state.session()?.scope.clone(), server_id(&id))))
    }));
    let select = Selecting::new(Route::Instances, rows.ids, rows.keep, bulk.menu());
    let chosen = search.columns();
    let columns = move || cells::columns(&chosen.get(), reading, |_| None);
    let old = Memo::new(move |_| source.last_known.with(Option::is_some));
    // If nothing is known and the cloud fails, the failure replaces the table. Known rows stay, dimmed, and so do those that
    // this browser kept.
    let known = move || old.get() || list.value.with(Option::is_some);
    let failure = move || match list.state.get() {
        LiveState::Failed(failure) => Some(failure),
        _ => None,
    };
    let first = data::first_answer(Signal::derive(known), Signal::derive(failure));
    let answer = Signal::derive(move || if source.asks.get() { Some(Ok(())) } else { first.get() });
    let refused = Memo::new(move |_| source.refused());
    let order = live_view(move || sort_chip(&columns(), sorted(search), sort(search))).into_any();
    let viewing = Viewing::new(search, false);
    let exporting = Exporting { rows, columns: viewing.columns(), select };
    let more = (ask_button(asking, source), late::view_menu(viewing), late::export_menu(exporting)).into_any();
    let stale = move || old.get() || matches!(list.state.get(), LiveState::Stale { .. });
    view! {
        {head::head(list, source, rows)}
        {toolbar::toolbar(rows, search, entrance, order, more)}
        {late::ask(asking)}
        <div class=live(move || if stale() { "list stale" } else { "list" }) on:focusout=move |_| search.flush()>
            <Awaited answer on_retry=move || list.refetch() fallback=move || skeleton(search, columns())>
                {live_view(move || match refused.get() {
                    true => ().into_any(),
                    false => table(Route::Instances, reading, rows, columns(), entrance, select, move || nothing(rows)),
                })}
            </Awaited>
        </div>
        {referred.read(search.needs())}
        {late::dialogs(actions)}
        {late::plan(bulk)}
        {LATE_LIST.view_once_here(|list| {
            (list.watch_addresses)();
            crate::ui::nothing()
        })}
    }
    .into_any()
}

/// How the table reads its rows, which are of one scope or of several.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The instance of a row. Called once for many rows, like a cell.
    pub row: Callback<Signal<RowId>, Row>,
    /// The names of flavors in the row's scope, if known; tracked.
    pub names: Callback<RowId, Option<Arc<Names>>>,
    /// The address of the row's page.
    pub href: Callback<RowId, String>,
    /// The menu of the row; tracked.
    pub menu: Callback<RowId, Vec<MenuItem>>,
}

fn ask_button(asking: Asking, source: Source) -> AnyView {
    let turn = move || asking.open.update(|open| *open = !*open);
    view! {
        <Button label=tx(|t| t.instances().ask_cloud) kind=Kind::Quiet icon_before=Icon::Search on_click=turn
            refused=source.without_session() />
    }
    .into_any()
}

fn skeleton(search: Shown, columns: Vec<Column>) -> AnyView {
    view! {
        <TableSkeleton label=tx(|t| t.instances().title) columns sort=sorted(search) on_sort=sort(search) menu=true select=true />
    }
    .into_any()
}

/// The table of a page. `empty` is shown when there are no rows.
pub fn table(
    page: Route,
    reading: Reading,
    rows: Rows,
    columns: Vec<Column>,
    entrance: Entrance,
    select: Selecting,
    empty: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let search = rows.search;
    let go = routes::go_to();
    let open = Callback::new(move |id: RowId| {
        search.flush();
        go.run(reading.href.run(id));
    });
    let name = move |id| {
        let row = reading.row.run(id);
        Text::live(move || row.with(|server| server.as_deref().map(words::name).unwrap_or_default()))
    };
    let empty = ViewFn::from(empty);
    view! {
        <Table label=tx(|t| t.instances().title) columns rows=rows.found.shown list=page entrance groups=Some(rows.found.headings())
            row_name=name sort=sorted(search) on_sort=sort(search) on_open=Some(open) menu=Some(reading.menu) select=Some(select)
            loading=Signal::derive(move || rows.waiting.get()) empty />
    }
    .into_any()
}

/// The order, for the table.
pub fn sorted(search: Shown) -> Signal<Option<Sort>> {
    Signal::derive(move || {
        let sort = search.with(|search| search.sort);
        Some(Sort { column: sort.column.as_str().to_owned(), descending: sort.descending })
    })
}

/// Changes the order.
pub fn sort(search: Shown) -> Callback<Sort> {
    Callback::new(move |asked: Sort| {
        if let Some(column) = By::parse(&asked.column) {
            search.change(|search| search.sort = view::instances::Sort { column, descending: asked.descending });
        }
    })
}

/// No rows: there are none, none match, or none of those loaded so far match.
fn nothing(rows: Rows) -> AnyView {
    if !rows.search.with(Search::narrows) && rows.search.asked().is_empty() {
        return view! {
            <Empty title=tx(|t| t.instances().empty_title) words=tx(|t| t.instances().empty_text) mark=Icon::Instances>
                <LinkButton label=tx(|t| t.instances().create) kind=Kind::Primary icon_before=Icon::Plus
                    href=routes::href(&Route::CreateInstance) refused=no_changes() />
            </Empty>
        }
        .into_any();
    }
    let words = if rows.complete.get() { tx(|t| t.instances().none_text) } else { tx(|t| t.instances().none_yet) };
    view! {
        <Empty title=tx(|t| t.instances().none_title) words>
            <Button label=tx(|t| t.common().clear_filters) on_click=move || rows.search.clear() />
        </Empty>
    }
    .into_any()
}

fn server_id(id: &RowId) -> ServerId {
    ServerId(id.to_string())
}
