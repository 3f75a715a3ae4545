//! Where the rows come from: the local copy, or a search in the cloud (row S10).

use std::sync::Arc;

use cloud::ServerId;
use cloud::wire::Server;
use leptos::prelude::*;

use super::address::Shown;
use super::server_id;
use crate::data::{self, Instances, Live, LiveState};
use crate::pages::instances::words::Row;
use crate::reactive::{Computed, Observed};
use crate::ui::RowId;

/// The result of a search in the cloud.
#[derive(Clone, PartialEq, Default)]
pub enum Found {
    /// It has not arrived.
    #[default]
    Coming,
    /// The instances found.
    Here(Instances),
    /// The cloud refused it; the reason is shown above the table.
    Failed,
}

/// The rows of the table, whatever their source.
#[derive(Clone, Copy)]
pub struct Source {
    list: Live<Instances>,
    /// Whether the cloud is searched.
    pub asks: Computed<bool>,
    /// The result, written by the part that searches.
    pub found: RwSignal<Found>,
}

impl Source {
    /// Follows the list and the address.
    pub fn new(list: Live<Instances>, shown: Shown) -> Self {
        Self { list, asks: Computed::new(move |_| !shown.asked().is_empty()), found: RwSignal::new(Found::Coming) }
    }

    /// The rows, if known; tracked.
    pub fn rows(self) -> Option<Instances> {
        match (self.asks.get(), self.asks.get().then(|| self.found.get())) {
            (true, Some(Found::Here(list))) => Some(list),
            (true, _) => None,
            (false, _) => self.list.value.get(),
        }
    }

    /// Whether they are loading; tracked.
    pub fn waiting(self) -> bool {
        match self.asks.get() {
            true => self.found.with(|found| *found == Found::Coming),
            false => self.list.state.get() == LiveState::Loading,
        }
    }

    /// Whether the cloud refused the search; tracked.
    pub fn refused(self) -> bool {
        self.asks.get() && self.found.with(|found| *found == Found::Failed)
    }

    /// The instance of the row `id`. The list's data is newer; instances that only the search returns (deleted ones) are as
    /// it found them.
    pub fn row(self, id: Observed<RowId>) -> Row {
        shared_row(|| {
            let kept = data::instance_row(Observed::derive(move || server_id(&id.get())));
            Observed::derive(move || kept.get().or_else(|| self.of_found(&server_id(&id.get()))))
        })
    }

    /// The current instance of a row; tracked.
    pub fn now(self, id: &RowId) -> Option<Arc<Server>> {
        let id = server_id(id);
        data::instance_row(id.clone()).get().or_else(|| self.of_found(&id))
    }

    fn of_found(self, id: &ServerId) -> Option<Arc<Server>> {
        self.found.with(|found| match found {
            Found::Here(list) => list.rows.iter().find(|row| row.id == *id).cloned(),
            _ => None,
        })
    }
}

#[derive(Clone)]
struct RowOfAll(Row);

/// All cells of a row are created under the row's owner: the first one stores the row there for the others.
pub fn shared_row(make: impl FnOnce() -> Row) -> Row {
    let RowOfAll(row) = use_context().unwrap_or_else(|| {
        let row = RowOfAll(make());
        provide_context(row.clone());
        row
    });
    row
}
