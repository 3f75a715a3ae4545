//! Where the rows come from: the local copy, a search in the cloud (row S10), or, until the cloud has answered, the last known
//! list that this browser kept.

use std::sync::Arc;

use cloud::wire::Server;
use cloud::{FailureKind, ServerId};
use leptos::prelude::*;

use super::address::Shown;
use super::server_id;
use crate::data::{self, Instances, LastKnown, Live, LiveState};
use crate::locales::{Text, tx};
use crate::pages::instances::words::Row;
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
    pub asks: Memo<bool>,
    /// The result, written by the part that searches.
    pub found: RwSignal<Found>,
    /// The last known list, while that is what is shown.
    pub last_known: Memo<Option<LastKnown>>,
}

impl Source {
    /// Follows the list and the address.
    pub fn new(list: Live<Instances>, shown: Shown) -> Self {
        let asks = Memo::new(move |_| !shown.asked().is_empty());
        let kept = data::last_known();
        let last_known = Memo::new(move |_| {
            let waits = !asks.get() && list.value.with(Option::is_none) && is_silent(&list.state.get());
            if waits { kept.get() } else { None }
        });
        Self { list, asks, found: RwSignal::new(Found::Coming), last_known }
    }

    /// The rows, if known; tracked.
    pub fn rows(self) -> Option<Instances> {
        match (self.asks.get(), self.asks.get().then(|| self.found.get())) {
            (true, Some(Found::Here(list))) => Some(list),
            (true, _) => None,
            (false, _) => self.list.value.get().or_else(|| Some(self.last_known.get()?.into())),
        }
    }

    /// Whether they are loading; tracked.
    pub fn waiting(self) -> bool {
        match self.asks.get() {
            true => self.found.with(|found| *found == Found::Coming),
            false => self.list.state.get() == LiveState::Loading && self.last_known.with(Option::is_none),
        }
    }

    /// Whether the cloud refused the search; tracked.
    pub fn refused(self) -> bool {
        self.asks.get() && self.found.with(|found| *found == Found::Failed)
    }

    /// The instance of the row `id`. The list's data is newer; instances that only the search returns (deleted ones) are as
    /// it found them.
    pub fn row(self, id: Signal<RowId>) -> Row {
        shared_row(|| {
            let kept = data::instance_row(Signal::derive(move || server_id(&id.get())));
            Signal::derive(move || kept.get().or_else(|| self.of_others(&server_id(&id.get()))))
        })
    }

    /// The current instance of a row; tracked.
    pub fn now(self, id: &RowId) -> Option<Arc<Server>> {
        let id = server_id(id);
        data::instance_row(id.clone()).get().or_else(|| self.of_others(&id))
    }

    fn of_others(self, id: &ServerId) -> Option<Arc<Server>> {
        let among = |rows: &[Arc<Server>]| rows.iter().find(|row| row.id == *id).cloned();
        let last_known = self.last_known.with(|list| list.as_ref().and_then(|list| among(&list.rows)));
        last_known.or_else(|| {
            self.found.with(|found| match found {
                Found::Here(list) => among(&list.rows),
                _ => None,
            })
        })
    }

    /// Why nothing can be done to the rows, if so: nobody knows whether they are still like this; tracked.
    pub fn outdated(self) -> Signal<Option<Text>> {
        let is_old = Memo::new(move |_| self.last_known.with(Option::is_some));
        Signal::derive(move || is_old.get().then(|| tx(|t| t.instances().outdated)))
    }

    /// The same where the last known list is all there is, as nobody is signed in whom the cloud would answer.
    pub fn without_session(self) -> Signal<Option<Text>> {
        let (session, outdated) = (data::session(), self.outdated());
        Signal::derive(move || outdated.get().filter(|_| session.with(|state| state.session().is_none())))
    }
}

impl From<LastKnown> for Instances {
    fn from(list: LastKnown) -> Self {
        Self { rows: list.rows, complete: true }
    }
}

/// The cloud has not answered, or has no answer. A refusal is one, and takes the table's place.
fn is_silent(state: &LiveState) -> bool {
    match state {
        LiveState::Loading => true,
        LiveState::Failed(failure) => matches!(
            failure.kind,
            FailureKind::Network
                | FailureKind::Timeout
                | FailureKind::BrokenOff
                | FailureKind::Gateway(_)
                | FailureKind::Server
                | FailureKind::RateLimited { .. }
        ),
        _ => false,
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
