//! The rows of the table in groups, and their headings.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::query::Compiled;
use cloud::Timestamp;
use leptos::prelude::*;
use view::instances::{Group, Grouped, Grouping, Sort, heading};

use super::address::Shown;
use crate::browser::clock;
use crate::pages::instances::late::LATE_LIST;
use crate::ui::{Groups, RowId};

/// What a search finds.
#[derive(Clone, Copy)]
pub struct Found {
    /// The rows, in order.
    pub ids: Memo<Arc<[RowId]>>,
    /// The same without those in folded groups, and with the headings.
    pub shown: Memo<Arc<[RowId]>>,
    /// The groups; none: the rows are not grouped.
    pub groups: Memo<Vec<Group>>,
    folded: RwSignal<BTreeSet<String>>,
    search: Shown,
}

impl Found {
    /// Finds rows; again when `version`, the search, or which groups are folded changes.
    pub fn new(
        search: Shown,
        version: Memo<u64>,
        find: impl Fn(&Compiled, Sort, Option<&Grouping>) -> Grouped + Send + Sync + 'static,
    ) -> Self {
        let folded = RwSignal::new(BTreeSet::new());
        let order = Memo::new(move |_| search.with(|search| (search.sort, search.group.clone())));
        let all = Memo::new(move |_| {
            version.get();
            let (sort, by) = order.get();
            let grouping = by.map(|by| {
                let now = Timestamp(untrack(clock::now_ms) as i64);
                Grouping { by, folded: folded.get(), now }
            });
            search.searching.compiled.with(|query| find(query, sort, grouping.as_ref()))
        });
        let ids = Memo::new(move |_| all.with(|all| all.ids.clone()));
        let shown = Memo::new(move |_| all.with(|all| all.shown.clone()));
        let groups = Memo::new(move |_| all.with(|all| all.groups.clone()));
        Self { ids, shown, groups, folded, search }
    }

    /// The headings, for the table.
    pub fn headings(self) -> Groups {
        let is_folded =
            move |id: RowId| heading(&id).is_some_and(|key| self.folded.with(|folded| folded.contains(key)));
        let fold = move |(id, fold): (RowId, bool)| {
            let Some(key) = heading(&id) else { return };
            self.folded.maybe_update(|folded| if fold { folded.insert(key.to_owned()) } else { folded.remove(key) });
        };
        // Until the words are loaded, the value alone is shown.
        let draw = move |id: Signal<RowId>| {
            LATE_LIST.view(
                move |_| {
                    view! { <span>{move || id.with(|id| heading(id).unwrap_or_default().to_owned())}</span> }.into_any()
                },
                move |late| (late.heading)(self.search, self, id),
            )
        };
        Groups {
            is_heading: |id| heading(id).is_some(),
            folded: Callback::new(is_folded),
            fold: Callback::new(fold),
            draw: Callback::new(draw),
        }
    }
}
