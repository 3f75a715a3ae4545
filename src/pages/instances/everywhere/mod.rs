//! The instances of all projects and regions with an open session, in one table (docs/decisions/0010). Every list, name and
//! row is read by its scope. Actions on a row are done in the row's scope ([`crate::data::work_in`]).
//!
//! * `scopes`: the scopes and their lists. `rows`: the rows of the table. `columns`: project and region. `chips`: the state
//!   of each scope.

mod chips;
mod columns;
mod rows;
mod scopes;

use leptos::prelude::*;
use view::everywhere::WITHOUT;
use view::instances::Search;

use self::scopes::{Scopes, key_of};
use super::actions::Actions;
use super::bulk::Bulk;
use super::export::Exporting;
use super::late;
use super::list::{self, Reading, Rows};
use super::views::Viewing;
use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::routes::{self, Route};
use crate::ui::{Button, Empty, Entrance, Icon, PageHead, Selecting, live_view, sort_chip};

/// The page.
pub fn page() -> AnyView {
    let search = list::follow(Route::AllProjects, WITHOUT);
    let scopes = scopes::follow(search);
    let rows = rows::follow(scopes, search);
    let actions = Actions::new();
    let reading = reading(scopes, actions);
    let chosen = search.columns();
    let columns = move || columns::columns(&chosen.get(), reading, scopes);
    let entrance = Entrance::new();
    let bulk = Bulk::new(Callback::new(|id| key_of(&id)));
    let select = Selecting::new(Route::AllProjects, rows.ids, rows.keep, bulk.menu());
    let viewing = Viewing::new(search, true);
    let exporting = Exporting { rows, columns: viewing.columns(), select };
    let order = live_view(move || sort_chip(&columns(), list::sorted(search), list::sort(search))).into_any();
    // What follows this page is done in the scope of its address.
    on_cleanup(|| data::work_in(None));
    view! {
        <PageHead title=tx(|t| t.shell().all_projects) beside=view! { <span class="count" role="status">{count(rows)}</span> }.into_any() />
        {chips::chips(scopes, search)}
        {list::toolbar(rows, search, entrance, order, (late::view_menu(viewing), late::export_menu(exporting)).into_any())}
        <div class="list" on:focusout=move |_| search.flush()>
            {live_view(move || list::table(Route::AllProjects, reading, rows, columns(), entrance, select, move || nothing(rows)))}
        </div>
        {late::dialogs(actions)}
        {late::plan(bulk)}
    }
    .into_any()
}

/// What a row shows and links to is of its own scope.
fn reading(scopes: Scopes, actions: Actions) -> Reading {
    let menu = move |id| {
        let Some((scope, server)) = key_of(&id) else { return Vec::new() };
        data::work_in(Some(scope.clone()));
        let row = data::instance_row_in(move || Some((scope.clone(), server.clone())));
        row.get().map(|server| actions.menu(&server)).unwrap_or_default()
    };
    let href = move |id| {
        let Some((scope, server)) = key_of(&id) else { return String::new() };
        let project = scopes.of(&scope, |one| one.project.clone()).unwrap_or_default();
        routes::href_in(&scope, &project, &Route::Instance(server))
    };
    Reading {
        row: Callback::new(|id: Signal<_>| list::shared_row(|| data::instance_row_in(move || id.with(key_of)))),
        names: Callback::new(move |id| scopes.of(&key_of(&id)?.0, |one| one.lists.names).map(|names| names.get())),
        href: Callback::new(href),
        menu: Callback::new(menu),
    }
}

/// The total, and how many are shown.
fn count(rows: Rows) -> Text {
    let total: Signal<usize> = rows.total.into();
    Text::live(move || {
        let all = || counted(|t| &t.instances().count, total);
        // First the total, which `waiting` is derived from (`crate::reactive`).
        total.track();
        match (rows.waiting.get(), rows.complete.get(), rows.search.with(Search::narrows)) {
            (true, ..) => Text::default(),
            (_, false, _) => counted(|t| &t.instances().loaded, total),
            (_, true, false) => all(),
            (_, true, true) => {
                filled(|t| t.instances().count_of, [("shown", rows.fitting.get().into()), ("total", all())])
            }
        }
    })
}

fn nothing(rows: Rows) -> AnyView {
    if !rows.search.with(Search::narrows) {
        return view! {
            <Empty title=tx(|t| t.all_projects().empty_title) words=tx(|t| t.all_projects().empty_text) mark=Icon::Instances />
        }
        .into_any();
    }
    let words = if rows.complete.get() { tx(|t| t.all_projects().none_text) } else { tx(|t| t.instances().none_yet) };
    view! {
        <Empty title=tx(|t| t.instances().none_title) words>
            <Button label=tx(|t| t.common().clear_filters) on_click=move || rows.search.clear() />
        </Empty>
    }
    .into_any()
}
