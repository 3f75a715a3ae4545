//! The state of the page, and which dialog is open.

use std::sync::Arc;

use ::view::instances::Labels;
use ::view::listing::{Listing, TAB};
use ::view::storage;
use cloud::wire::{Snapshot, Volume};
use cloud::{ServerId, VolumeId};
use leptos::prelude::*;

use crate::data::{self, Live};
use crate::routes::listed::{self, Listed};
use crate::routes::{self, Route, Thing};
use crate::shared::attaching::Pair;
use crate::shared::list::{List, Standing};
use crate::shared::opened::Opened;

/// The tab of the snapshots, as in the address.
pub const SNAPSHOTS: &str = "snapshots";

/// Which dialog is open. It keeps its subject as it was when the dialog opened, so that a name in it does not change.
#[derive(Clone)]
pub enum Question {
    /// Create a volume, perhaps from a snapshot.
    Create(Option<Snapshot>),
    Delete(Volume),
    Extend(Volume),
    Snapshot(Volume),
    Image(Volume),
    Attach(Volume),
    Detach(Pair),
    DeleteSnapshot(Snapshot),
}

#[derive(Clone, Copy)]
pub struct Model {
    pub snapshots: Live<Arc<[Snapshot]>>,
    /// The filtered and sorted volumes.
    pub list: List<Volume>,
    /// The filtered and sorted snapshots.
    pub snapshot_list: List<Snapshot>,
    /// The details of one volume.
    pub detail: Opened,
    /// The details of one snapshot.
    pub snapshot_detail: Opened,
    /// The names of instances.
    pub servers: Memo<Labels>,
    /// Search, filters, order and tab.
    pub listed: Listed,
    /// Whether a dialog is open.
    pub open: RwSignal<bool>,
    question: RwSignal<Option<Question>>,
}

impl Model {
    pub fn new() -> Self {
        let (volumes, snapshots, instances) = (data::volumes(), data::snapshots(), data::instances());
        let servers = Memo::new(move |_| {
            let rows = instances.value.get().map(|list| list.rows).unwrap_or_default();
            let names = rows.iter().filter(|server| !server.name.is_empty());
            Labels::of(&names.map(|server| (server.id.to_string(), server.name.clone())).collect::<Vec<_>>())
        });
        let route = routes::current();
        let listed = listed::follow(Route::Volumes, move |query| {
            let mut listing = Listing::of_query(&[TAB, "status", "zone"], query).usually_by("created", true);
            listing = listing.in_terms(storage::VOLUME_FIELDS, storage::volume_term);
            // A link to a snapshot does not name a tab: it is shown over the list of snapshots.
            if route.with_untracked(|route| route.shown(Thing::Snapshot).is_some()) {
                listing.pick(TAB, SNAPSHOTS);
            }
            listing
        });
        let list = List::new(
            volumes.value,
            Standing::of(volumes),
            listed,
            storage::VOLUME_FIELDS,
            |one| one.id.as_str(),
            move |volume| servers.with(|servers| storage::volume_cells(volume, servers)),
            move |all, query, order| servers.with(|servers| storage::volumes(all, query, order, servers)),
        );
        let of_snapshots = Standing::of(snapshots);
        let snapshot_list = List::new(
            snapshots.value,
            of_snapshots,
            listed,
            storage::SNAPSHOT_FIELDS,
            |one| one.id.as_str(),
            move |snapshot| list.all.with(|volumes| storage::snapshot_cells(snapshot, volumes)),
            move |all, query, order| list.all.with(|volumes| storage::snapshots(all, query, order, volumes)),
        );
        Self {
            snapshots,
            list,
            snapshot_list,
            detail: Opened::new(listed, Thing::Volume),
            snapshot_detail: Opened::new(listed, Thing::Snapshot),
            servers,
            listed,
            open: RwSignal::new(false),
            question: RwSignal::new(None),
        }
    }

    /// Opens a dialog and closes the details.
    pub fn ask(self, question: Question) {
        self.detail.hide();
        self.snapshot_detail.hide();
        self.open.set(false);
        self.question.set(Some(question));
        self.open.set(true);
    }

    /// The last dialog; reactive.
    pub fn question(self) -> Option<Question> {
        self.question.get()
    }

    /// Shows the details of a volume and changes the address.
    pub fn show(self, id: VolumeId) {
        self.detail.show(id.as_str());
    }

    /// Reads a volume; reactive.
    pub fn volume<T>(self, id: &str, look: impl FnOnce(&Volume) -> T) -> Option<T> {
        self.list.get(id, look)
    }

    /// Reads a snapshot; reactive.
    pub fn snapshot<T>(self, id: &str, look: impl FnOnce(&Snapshot) -> T) -> Option<T> {
        self.snapshot_list.get(id, look)
    }

    /// The name of an instance, or its id; reactive.
    pub fn server_name(self, id: &ServerId) -> String {
        self.servers.with(|servers| servers.get(id.as_str()).unwrap_or(id.as_str()).to_owned())
    }
}
