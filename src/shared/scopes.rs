//! The scopes of a page that shows several: all regions of all open projects, each with what the page reads of it. A scope
//! that the page leaves out is not read.

use cloud::Scope;
use leptos::prelude::*;
use view::instances::natural_key;

use crate::data::{self, Open};
use crate::reactive::effect;

/// The scope to read; while `None`, nothing is read.
pub type Read = ArcRwSignal<Option<Scope>>;

/// One scope.
#[derive(Clone)]
pub struct One<T> {
    pub scope: Scope,
    /// The name of its project.
    pub project: String,
    /// The name of its cloud.
    pub cloud: String,
    /// Whether the page shows it.
    pub shown: bool,
    /// Whether its session has ended.
    pub ended: bool,
    /// What the page reads of it.
    pub lists: T,
    read: Read,
}

/// All scopes, by project, cloud and region.
pub struct Scopes<T: 'static>(RwSignal<Vec<One<T>>>);

impl<T> Clone for Scopes<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Scopes<T> {}

impl<T: Clone + Send + Sync + 'static> Scopes<T> {
    /// Follows the open sessions as long as the calling owner exists. `shows` is tracked; `lists` reads within the scope it
    /// is given ([`data::within`]).
    pub fn follow(shows: impl Fn(&Scope) -> bool + 'static, lists: impl Fn(&Open, Read) -> T + 'static) -> Self {
        let scopes = Self(RwSignal::new(Vec::new()));
        let owner = Owner::current().unwrap_or_default();
        let sessions = data::open_sessions();
        effect(move || {
            data::open_regions();
            let open = sessions.get().into_iter().map(|open| (shows(&open.session.scope), open)).collect();
            untrack(|| scopes.take(open, |open, read| owner.with(|| lists(open, read))));
        });
        scopes
    }

    fn take(self, open: Vec<(bool, Open)>, lists: impl Fn(&Open, Read) -> T) {
        let before = self.0.get_untracked();
        let mut now: Vec<One<T>> = Vec::new();
        for (shown, open) in open {
            let known = before.iter().find(|one| one.scope == open.session.scope).cloned();
            let one = known.unwrap_or_else(|| One::new(&open, &lists));
            now.push(One { shown, ended: open.ended, ..one });
        }
        for one in before.iter().filter(|one| now.iter().all(|other| other.scope != one.scope)) {
            one.reads(false);
        }
        now.sort_by_key(|one| [&one.project, &one.cloud, one.scope.region.as_str()].map(natural_key));
        for one in &now {
            one.reads(one.shown);
        }
        self.0.set(now);
    }

    /// All scopes; tracked.
    pub fn all(self) -> Vec<One<T>> {
        self.0.get()
    }

    /// The scopes that the page shows; tracked.
    pub fn shown(self) -> Vec<One<T>> {
        self.0.with(|all| all.iter().filter(|one| one.shown).cloned().collect())
    }

    /// Reads something of one scope; tracked.
    pub fn of<R>(self, scope: &Scope, read: impl FnOnce(&One<T>) -> R) -> Option<R> {
        self.0.with(|all| all.iter().find(|one| one.scope == *scope).map(read))
    }
}

impl<T> One<T> {
    fn new(open: &Open, lists: impl Fn(&Open, Read) -> T) -> Self {
        let session = &open.session;
        let read = Read::new(None);
        Self {
            scope: session.scope.clone(),
            project: session.tenant_name.clone(),
            cloud: data::cloud_name(&session.scope.cloud),
            shown: true,
            ended: open.ended,
            lists: lists(open, read.clone()),
            read,
        }
    }

    fn reads(&self, shown: bool) {
        let read = shown.then(|| self.scope.clone());
        if *self.read.read_untracked() != read {
            self.read.set(read);
        }
    }
}

/// The scope once `holds` is true: for what is read after something else has arrived.
pub fn when(scope: Read, holds: impl Fn() -> bool + 'static) -> Read {
    let only = Read::new(None);
    let now = only.clone();
    effect(move || {
        let scope = scope.get().filter(|_| holds());
        if *now.read_untracked() != scope {
            now.set(scope);
        }
    });
    only
}
