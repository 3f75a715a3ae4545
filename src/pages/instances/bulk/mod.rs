//! What can be done to the selected instances.

use cloud::{Scope, ServerId};
use leptos::prelude::*;

use super::late::LATE_LIST;
use crate::locales::{counted_once, tx};
use crate::ui::{Icon, MenuItem, RowId, Selecting, copy_as};

/// The selected instances of a page.
#[derive(Clone, Copy)]
pub struct Bulk {
    /// Which instance a row is.
    of: Callback<RowId, Option<(Scope, ServerId)>>,
}

impl Bulk {
    /// `of`: which instance a row is.
    pub fn new(of: Callback<RowId, Option<(Scope, ServerId)>>) -> Self {
        Self { of }
    }

    /// The menu of the line below the table.
    pub fn menu(self) -> Callback<Selecting, Vec<MenuItem>> {
        Callback::new(move |selecting| {
            LATE_LIST.now().map(|late| (late.bulk_menu)(self, selecting)).unwrap_or_default()
        })
    }
}

/// The entries of that menu.
pub fn menu(bulk: Bulk, selecting: Selecting) -> Vec<MenuItem> {
    let copy = move || {
        let ids = untrack(|| selecting.ids()).into_iter().filter_map(|id| bulk.of.run(id));
        let ids: Vec<String> = ids.map(|(_, server)| server.0).collect();
        copy_as(counted_once(|t| &t.selection().ids, ids.len()), ids.join("\n"));
    };
    vec![MenuItem::new(tx(|t| t.selection().copy_ids), copy).icon(Icon::Copy)]
}
