//! Which rows are shown, and in which order. `view::instances::RowIndex` finds them, with an index that makes a keystroke
//! cheap.

use std::sync::Arc;

use cloud::Scope;
use cloud::wire::Server;
use leptos::prelude::*;
use view::instances::{Facets, Grouped, Names, RowIndex};
use view::selection::Selection;

use super::address::Shown;
use super::groups::Found;
use super::source::Source;
use crate::data;
use crate::pages::instances::late::LATE_LIST;
use crate::ui::RowId;

/// An instance with what is known about its scope.
#[derive(Clone)]
pub struct Line {
    pub server: Arc<Server>,
    pub names: Arc<Names>,
    /// `None` if nobody is signed in.
    pub scope: Option<Scope>,
    /// The name of the project.
    pub project: String,
}

/// The rows of the table.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The rows that the search finds, in order.
    pub ids: Signal<Arc<[RowId]>>,
    /// The same as the table shows them.
    pub found: Found,
    /// All instances, for what is done with many at once. They are put together when it is called.
    pub every: Callback<(), Vec<(RowId, Line)>>,
    /// How many match.
    pub fitting: Memo<usize>,
    /// How many there are.
    pub total: Memo<usize>,
    /// Whether all pages have been read.
    pub complete: Memo<bool>,
    /// Whether nothing has been read yet.
    pub waiting: Memo<bool>,
    /// The choices of the filter menus.
    pub facets: Memo<Facets>,
    /// Search and order.
    pub search: Shown,
    /// Removes the instances from a selection that do not exist any more.
    pub keep: Callback<Selection<RowId>, Selection<RowId>>,
}

impl Rows {
    /// Follows the list, the names and the search.
    pub fn new(source: Source, names: Memo<Arc<Names>>, search: Shown) -> Self {
        let index = StoredValue::new(RowIndex::default());
        let session = data::session();
        let place = Memo::new(move |_| {
            let state = session.get();
            state.session().map(|session| (session.scope.clone(), session.tenant_name.clone()))
        });
        // `get`, because a memo that is only tracked is never computed.
        let version = Memo::new(move |before: Option<&u64>| {
            if let Some((scope, project)) = place.get() {
                let cloud = data::cloud_name(&scope.cloud);
                index.update_value(|index| index.set_scope(&scope, &project, &cloud));
            }
            let rows = source.rows().map(|list| list.rows);
            let names = names.get();
            index.update_value(|index| _ = index.update(rows.as_deref().unwrap_or_default(), &names));
            before.map_or(0, |before| before + 1)
        });
        let found = Found::new(search, version, move |query, sort, grouping| {
            let find = |index: &mut RowIndex| match grouping {
                Some(grouping) => index.grouped(query, sort, grouping),
                None => Grouped::plain(index.find(query, sort)),
            };
            index.try_update_value(find).unwrap_or_default()
        });
        let ids = found.ids;
        search.searching.suggest_by(move |text, caret| {
            let Some(late) = LATE_LIST.now() else { return Default::default() };
            index.try_with_value(|index| (late.suggestions)(index, text, caret)).unwrap_or_default()
        });
        let total = Memo::new(move |_| {
            version.get();
            index.with_value(RowIndex::len)
        });
        let facets = Memo::new(move |_| {
            version.get();
            index.with_value(RowIndex::facets)
        });
        let complete = Memo::new(move |_| source.rows().is_some_and(|list| list.complete));
        let waiting = Memo::new(move |_| total.get() == 0 && source.waiting());
        let keep = Callback::new(move |mut known: Selection<RowId>| {
            version.get();
            if complete.get() && !known.is_empty() {
                index.with_value(|index| known.keep(index.ids()));
            }
            known
        });
        let fitting = Memo::new(move |_| ids.with(|ids| ids.len()));
        let every = Callback::new(move |()| {
            let (scope, project) = place.get_untracked().unzip();
            let (names, project) = (names.get_untracked(), project.unwrap_or_default());
            let line = |server: &Arc<Server>| Line {
                server: server.clone(),
                names: names.clone(),
                scope: scope.clone(),
                project: project.clone(),
            };
            let rows = untrack(|| source.rows()).map(|list| list.rows).unwrap_or_default();
            rows.iter().map(|server| (RowId::from(server.id.as_str()), line(server))).collect()
        });
        Self { ids: ids.into(), found, every, fitting, total, complete, waiting, facets, search, keep }
    }
}
