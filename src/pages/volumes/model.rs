//! What the page knows, and which question is open.

use std::sync::Arc;

use ::view::instances::Labels;
use ::view::listing::{Listing, TAB};
use ::view::storage;
use cloud::wire::{Snapshot, Volume};
use cloud::{ServerId, VolumeId};
use leptos::prelude::*;

use crate::data::{self, Live};
use crate::reactive::Computed;
use crate::routes::listed::{self, Listed};
use crate::routes::{self, Route, Thing};
use crate::shared::attaching::Pair;
use crate::shared::list::{self, List, Standing};
use crate::shared::opened::Opened;

/// The tab of the snapshots, as the address says it.
pub const SNAPSHOTS: &str = "snapshots";

/// What is asked. It keeps what it is about as it was when it was asked: the name in a question must not change.
#[derive(Clone)]
pub enum Question {
    /// A new volume, of a snapshot if there is one.
    Create(Option<Snapshot>),
    /// Delete it?
    Delete(Volume),
    /// How large?
    Extend(Volume),
    /// A snapshot, called what?
    Snapshot(Volume),
    /// An image, called what?
    Image(Volume),
    /// To which instance?
    Attach(Volume),
    /// Off its instance?
    Detach(Pair),
    /// Delete it?
    DeleteSnapshot(Snapshot),
}

/// The page.
#[derive(Clone, Copy)]
pub struct Model {
    /// Snapshots.
    pub snapshots: Live<Arc<[Snapshot]>>,
    /// Volumes, and what of them is shown.
    pub list: List<Volume>,
    /// Snapshots likewise.
    pub snapshot_list: List<Snapshot>,
    /// One volume, over the list.
    pub detail: Opened,
    /// One snapshot, likewise.
    pub snapshot_detail: Opened,
    /// What instances are called.
    pub servers: Computed<Labels>,
    /// Search, filters, order, tab.
    pub listed: Listed,
    /// A question is open.
    pub open: RwSignal<bool>,
    question: RwSignal<Option<Question>>,
}

impl Model {
    /// Follows the lists.
    pub fn new() -> Self {
        let (volumes, snapshots, instances) = (data::volumes(), data::snapshots(), data::instances());
        let servers = Computed::new(move |_| {
            let rows = instances.value.get().map(|list| list.rows).unwrap_or_default();
            let names = rows.iter().filter(|server| !server.name.is_empty());
            Labels::of(&names.map(|server| (server.id.to_string(), server.name.clone())).collect::<Vec<_>>())
        });
        let route = routes::current();
        let listed = listed::follow(Route::Volumes, move |query| {
            let mut listing = Listing::of_query(&[TAB, "status", "zone"], query).usually_by("created", true);
            // A link to one snapshot says no tab: it is shown over the list of snapshots.
            if route.with_untracked(|route| route.shown(Thing::Snapshot).is_some()) {
                listing.pick(TAB, SNAPSHOTS);
            }
            listing
        });
        let list = List::new(
            volumes.value,
            Standing::of(volumes),
            listed,
            |one| one.id.as_str(),
            move |all, listing| {
                servers
                    .with(|servers| list::ids(&storage::volumes(all.rows(), listing, servers), |one| one.id.as_str()))
            },
        );
        let of_snapshots = Standing::of(snapshots);
        let snapshot_list = List::new(
            snapshots.value,
            of_snapshots,
            listed,
            |one| one.id.as_str(),
            move |all, listing| {
                list.all
                    .with(|volumes| list::ids(&storage::snapshots(all.rows(), listing, volumes), |one| one.id.as_str()))
            },
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

    /// Asks. What is shown over the list makes way.
    pub fn ask(self, question: Question) {
        self.detail.hide();
        self.snapshot_detail.hide();
        self.open.set(false);
        self.question.set(Some(question));
        self.open.set(true);
    }

    /// What was last asked; followed.
    pub fn question(self) -> Option<Question> {
        self.question.get()
    }

    /// Shows one volume over the list; the address says which, and what the list shows.
    pub fn show(self, id: VolumeId) {
        self.detail.show(id.as_str());
    }

    /// Looks at a volume; followed.
    pub fn volume<T>(self, id: &str, look: impl FnOnce(&Volume) -> T) -> Option<T> {
        self.list.get(id, look)
    }

    /// Looks at a snapshot; followed.
    pub fn snapshot<T>(self, id: &str, look: impl FnOnce(&Snapshot) -> T) -> Option<T> {
        self.snapshot_list.get(id, look)
    }

    /// What an instance is called: its name, or its id; followed.
    pub fn server_name(self, id: &ServerId) -> String {
        self.servers.with(|servers| servers.get(id.as_str()).unwrap_or(id.as_str()).to_owned())
    }
}
