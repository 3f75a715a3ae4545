//! What the page knows, and which question is open.

use std::sync::Arc;

use ::view::Known;
use ::view::instances::Labels;
use ::view::listing::{Listing, TAB};
use cloud::wire::{Snapshot, Volume};
use cloud::{ServerId, VolumeId};
use leptos::prelude::*;

use crate::data::{self, Live};
use crate::reactive::Memo;
use crate::routes::listed::{self, Listed};
use crate::routes::{self, Route};
use crate::shared::attaching::Pair;

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
pub struct Room {
    /// Volumes.
    pub volumes: Live<Arc<[Volume]>>,
    /// Snapshots.
    pub snapshots: Live<Arc<[Snapshot]>>,
    /// Volumes by id.
    pub known: Memo<Known<Volume>>,
    /// Snapshots by id.
    pub known_snapshots: Memo<Known<Snapshot>>,
    /// What instances are called.
    pub servers: Memo<Labels>,
    /// Search, filters, order, tab.
    pub listed: Listed,
    /// A question is open.
    pub open: RwSignal<bool>,
    question: RwSignal<Option<Question>>,
    go: Callback<(Route, String, bool)>,
    route: Memo<Route>,
}

impl Room {
    /// Follows the lists.
    pub fn new() -> Self {
        let (volumes, snapshots, instances) = (data::volumes(), data::snapshots(), data::instances());
        let known = Memo::new(move |_| {
            Known::new(volumes.value.get().unwrap_or_default(), |volume: &Volume| volume.id.as_str())
        });
        let known_snapshots = Memo::new(move |_| {
            Known::new(snapshots.value.get().unwrap_or_default(), |snapshot: &Snapshot| snapshot.id.as_str())
        });
        let servers = Memo::new(move |_| {
            let rows = instances.value.get().map(|list| list.rows).unwrap_or_default();
            let names = rows.iter().filter(|server| !server.name.is_empty());
            Labels::of(&names.map(|server| (server.id.to_string(), server.name.clone())).collect::<Vec<_>>())
        });
        Self {
            volumes,
            snapshots,
            known,
            known_snapshots,
            servers,
            listed: listed::follow(&[TAB, "status", "zone"]),
            open: RwSignal::new(false),
            question: RwSignal::new(None),
            go: routes::go_with(),
            route: routes::current(),
        }
    }

    /// Asks. A volume shown over the list makes way.
    pub fn ask(self, question: Question) {
        if let Route::Volume(_) = self.route.get_untracked() {
            self.hide();
        }
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
        self.go_to(Route::Volume(id), false);
    }

    /// Back to the list alone.
    pub fn hide(self) {
        self.go_to(Route::Volumes, true);
    }

    fn go_to(self, route: Route, replace: bool) {
        let query = untrack(|| self.listed.with(Listing::to_query));
        self.go.run((route, query, replace));
    }

    /// Looks at a volume; followed.
    pub fn volume<T>(self, id: &str, look: impl FnOnce(&Volume) -> T) -> Option<T> {
        self.known.with(|known| known.get(id).map(look))
    }

    /// Looks at a snapshot; followed.
    pub fn snapshot<T>(self, id: &str, look: impl FnOnce(&Snapshot) -> T) -> Option<T> {
        self.known_snapshots.with(|known| known.get(id).map(look))
    }

    /// What an instance is called: its name, or its id; followed.
    pub fn server_name(self, id: &ServerId) -> String {
        self.servers.with(|servers| servers.get(id.as_str()).unwrap_or(id.as_str()).to_owned())
    }
}
