//! The rows of the table. `view::instances::Everywhere` merges the lists of all scopes.

use std::sync::Arc;

use cloud::wire::Server;
use leptos::prelude::*;
use view::instances::{Everywhere, FIELDS, Grouped, Listed, Names, row_id};
use view::selection::Selection;

use super::scopes::{One, Scopes};
use crate::data::LiveState;
use crate::pages::instances::list::{FoundRows as Found, Line, Rows, Shown};
use crate::ui::{LATE_UI, RowId};

/// Follows the lists of all scopes that are shown.
pub fn follow(scopes: Scopes, search: Shown) -> Rows {
    let table = StoredValue::new(Everywhere::default());
    let version = Memo::new(move |before: Option<&u64>| {
        let known: Vec<Known> = scopes.shown().into_iter().map(known).collect();
        let lists: Vec<Listed<'_>> = known.iter().map(listed).collect();
        table.update_value(|table| table.update(&lists));
        before.map_or(0, |before| before + 1)
    });
    let found = Found::new(search, version, move |query, sort, grouping| {
        let find = |table: &mut Everywhere| match grouping {
            Some(grouping) => table.grouped(query, sort, grouping),
            None => Grouped::plain(table.find(query, sort)),
        };
        table.try_update_value(find).unwrap_or_default()
    });
    let ids = found.ids;
    search.searching.suggest_by(move |text, caret| {
        let Some(late) = LATE_UI.now() else { return Default::default() };
        let look = |table: &Everywhere| (late.complete)(text, caret, FIELDS, &table.occurring());
        table.try_with_value(look).unwrap_or_default()
    });
    let total = Memo::new(move |_| {
        version.get();
        table.with_value(Everywhere::len)
    });
    let facets = Memo::new(move |_| {
        version.get();
        table.with_value(Everywhere::facets)
    });
    // A scope that failed or whose session has ended adds no rows; its chip says so.
    let coming = move |one: &One| !one.ended && one.lists.servers.state.get() == LiveState::Loading;
    let complete = Memo::new(move |_| !scopes.shown().iter().any(coming));
    let waiting = Memo::new(move |_| total.get() == 0 && !complete.get());
    let keep = Callback::new(move |mut known: Selection<RowId>| {
        version.get();
        if complete.get() && !known.is_empty() {
            table.with_value(|table| known.keep(table.ids()));
        }
        known
    });
    let fitting = Memo::new(move |_| ids.with(|ids| ids.len()));
    let every = Callback::new(move |()| {
        let known: Vec<Known> = untrack(|| scopes.shown().into_iter().map(known).collect());
        known.iter().flat_map(|known| known.rows.iter().map(|server| line(known, server))).collect()
    });
    Rows { ids: ids.into(), found, every, fitting, total, complete, waiting, facets, search, keep }
}

/// What is known of a scope.
struct Known {
    one: One,
    rows: Arc<[Arc<Server>]>,
    names: Arc<Names>,
}

fn known(one: One) -> Known {
    let rows = one.lists.servers.value.get().map(|list| list.rows).unwrap_or_default();
    let names = one.lists.names.get();
    Known { one, rows, names }
}

fn line(known: &Known, server: &Arc<Server>) -> (RowId, Line) {
    let Known { one, names, .. } = known;
    let id = row_id(one.lists.number, server.id.as_str());
    let (names, scope) = (names.clone(), Some(one.scope.clone()));
    (id.into(), Line { server: server.clone(), names, scope, project: one.project.clone() })
}

fn listed(known: &Known) -> Listed<'_> {
    let Known { one, rows, names } = known;
    Listed { number: one.lists.number, scope: &one.scope, project: &one.project, cloud: &one.cloud, rows, names }
}
