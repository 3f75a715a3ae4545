//! What can be done to the selected instances: the menu of the line below the table, and the plan, which comes before a run
//! ([`crate::data::runs`]).
//!
//! * `kinds`: the operations. `argument`: what the person enters. `reading`: the rows, and what the rules need.
//! * `dialog`: the plan, which is made again when something changes. `summary`: how it is shown.

mod argument;
mod dialog;
mod kinds;
mod reading;
mod summary;

use std::sync::Arc;

use cloud::{Scope, ServerId};
use leptos::prelude::*;

pub use dialog::dialog;

use self::kinds::{KINDS, Kind};
use super::late::LATE_LIST;
use crate::locales::{counted_once, tx};
use crate::reactive::once;
use crate::ui::{Icon, MenuItem, RowId, Selecting, copy_as};

/// The selected instances of a page, and the question about them.
#[derive(Clone, Copy)]
pub struct Bulk {
    of: Callback<RowId, Option<(Scope, ServerId)>>,
    asked: RwSignal<Option<Asked>>,
}

/// What is to be done to which instances.
#[derive(Clone)]
pub struct Asked {
    kind: &'static Kind,
    targets: Arc<[(Scope, ServerId)]>,
}

impl Asked {
    /// The scopes of the instances, each once.
    fn scopes(&self) -> Vec<Scope> {
        let mut scopes: Vec<Scope> = Vec::new();
        for (scope, _) in self.targets.iter() {
            if !scopes.contains(scope) {
                scopes.push(scope.clone());
            }
        }
        scopes
    }
}

impl Bulk {
    /// `of`: which instance a row is.
    pub fn new(of: Callback<RowId, Option<(Scope, ServerId)>>) -> Self {
        Self { of, asked: RwSignal::new(None) }
    }

    /// The menu of the line below the table.
    pub fn menu(self) -> Callback<Selecting, Vec<MenuItem>> {
        Callback::new(move |selecting| {
            LATE_LIST.now().map(|late| (late.bulk_menu)(self, selecting)).unwrap_or_default()
        })
    }

    /// Whether a question has been asked.
    pub fn asked(self) -> Memo<bool> {
        once(move || self.asked.with(Option::is_some))
    }

    fn targets(self, selecting: Selecting) -> Vec<(Scope, ServerId)> {
        untrack(|| selecting.ids()).into_iter().filter_map(|id| self.of.run(id)).collect()
    }
}

/// The entries of that menu.
pub fn menu(bulk: Bulk, selecting: Selecting) -> Vec<MenuItem> {
    let mut items: Vec<MenuItem> = KINDS.iter().map(|kind| entry(bulk, selecting, kind)).collect();
    let copy = move || {
        let ids: Vec<String> = bulk.targets(selecting).into_iter().map(|(_, server)| server.0).collect();
        copy_as(counted_once(|t| &t.selection().ids, ids.len()), ids.join("\n"));
    };
    let copy = MenuItem::new(tx(|t| t.selection().copy_ids), copy).icon(Icon::Copy).apart();
    // Deleting comes last.
    items.insert(items.len().saturating_sub(1), copy);
    items
}

fn entry(bulk: Bulk, selecting: Selecting, kind: &'static Kind) -> MenuItem {
    let ask = move || bulk.asked.set(Some(Asked { kind, targets: bulk.targets(selecting).into() }));
    let item = MenuItem::new(tx(kind.menu), ask);
    let item = kind.icon.into_iter().fold(item, MenuItem::icon);
    let item = if kind.apart { item.apart() } else { item };
    if kind.does.is_final() { item.danger() } else { item }
}
