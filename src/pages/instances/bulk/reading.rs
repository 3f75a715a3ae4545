//! What a plan is made from: the selected rows, read freshly, and what the rules need to know about each scope.

use std::collections::BTreeMap;
use std::sync::Arc;

use cloud::actions::Action;
use cloud::calls::flavors::FlavorQuery;
use cloud::config::RuleSet;
use cloud::rules::offers::Offers;
use cloud::rules::quota::Quota;
use cloud::wire::{ComputeQuota, Flavor, Image, Server, Volume};
use cloud::{Failure, Scope, ServerId, Timestamp};
use leptos::prelude::*;
use runner::{Ground, Operation, Plan};

use super::Asked;
use super::kinds::Does;
use crate::data::{self, Instances, Live, LiveState, Session};

/// A plan, and how many of the selected instances do not exist any more.
#[derive(Clone, PartialEq)]
pub struct Made {
    pub plan: Plan,
    pub gone: usize,
}

impl Made {
    /// What this plan says differently from `before`: the names of the instances; empty if nothing.
    pub fn changed_since(&self, before: &Made) -> Vec<String> {
        let items = self.plan.changes_since(&before.plan).into_iter().filter_map(|at| self.plan.items.get(at));
        let mut names: Vec<String> = items.map(|item| item.name.clone()).collect();
        let here = |id: &str| self.plan.items.iter().any(|item| item.id == id);
        if before.plan.items.len() > self.plan.items.len() {
            let gone = before.plan.items.iter().filter(|item| !here(&item.id));
            names.extend(gone.map(|item| item.name.clone()));
        }
        names
    }
}

/// The lists that are read while the dialog is open.
#[derive(Clone)]
pub struct Reading {
    places: Vec<Place>,
    targets: Arc<[(Scope, ServerId)]>,
}

/// One scope of the selection.
#[derive(Clone)]
struct Place {
    scope: Scope,
    servers: Live<Instances>,
    /// When the rows had last been confirmed before they were asked for.
    before: RwSignal<Option<Timestamp>>,
    flavors: Live<Arc<[Flavor]>>,
    images: Option<Live<Arc<[Image]>>>,
    volumes: Option<Live<Arc<[Volume]>>>,
    quota: Option<Live<Arc<ComputeQuota>>>,
}

impl Reading {
    /// Begins to read.
    pub fn new(asked: &Asked) -> Self {
        let places = asked.scopes().iter().map(|scope| Place::new(scope, asked.kind.does)).collect();
        let reading = Self { places, targets: asked.targets.clone() };
        reading.again();
        reading
    }

    /// Whether no list of rows is being read; tracked. [`Reading::again`] would not begin another request.
    pub fn rests(&self) -> bool {
        let rests = |place: &Place| place.servers.state.get() != LiveState::Refreshing;
        self.places.iter().map(rests).fold(true, |all, one| all & one)
    }

    /// Reads the rows again.
    pub fn again(&self) {
        for place in &self.places {
            place.before.set(place.servers.loaded_at.get_untracked());
            place.servers.refetch();
        }
    }

    /// Whether everything has been read, or cannot be; tracked.
    pub fn is_read(&self) -> bool {
        // All of them, so that all are tracked.
        let open = self.places.iter().filter(|place| place.session().is_some());
        let read: Vec<bool> = open.map(Place::is_read).collect();
        read.iter().all(|read| *read)
    }

    /// Why the rows could not be read; tracked.
    pub fn failure(&self) -> Option<Arc<Failure>> {
        let open = self.places.iter().filter(|place| place.session().is_some() && !place.is_fresh());
        open.filter_map(|place| place.servers.failure()).next_back()
    }

    /// The plan from the present rows; tracked.
    pub fn plan(&self, operation: Operation) -> Made {
        let read_only = data::read_only().get();
        let known: Vec<Known> = self.places.iter().map(Place::known).collect();
        let grounds = known.iter().filter_map(|known| known.ground(read_only)).collect::<Vec<_>>();
        let rows: Vec<BTreeMap<&str, &Arc<Server>>> =
            known.iter().map(|known| known.rows.iter().map(|row| (row.id.as_str(), row)).collect()).collect();
        let row = |scope: &Scope, id: &ServerId| {
            let at = self.places.iter().position(|place| place.scope == *scope)?;
            rows.get(at)?.get(id.as_str()).copied()
        };
        let here = self.targets.iter().filter_map(|(scope, id)| Some((scope.clone(), row(scope, id)?.clone())));
        let selection: Vec<_> = here.collect();
        let gone = self.targets.len() - selection.len();
        let mut plan = Plan::new(operation, &selection, &grounds);
        let runs = data::runs::all().get();
        plan.leave_to_others(|scope, id| {
            runs.iter().any(|run| run.read(|run, _| run.works_on(None, scope, id)) == Some(true))
        });
        Made { plan, gone }
    }

    /// Whether a new flavor has to be confirmed in one of the scopes; tracked.
    pub fn confirms_resize(&self) -> bool {
        self.places.iter().filter_map(Place::session).any(|session| session.limits.rules == RuleSet::OpenStack)
    }

    /// The flavors of the only scope, or of the first one.
    pub fn flavors(&self) -> Option<Arc<[Flavor]>> {
        self.places.first()?.flavors.value.get()
    }
}

impl Place {
    fn new(scope: &Scope, does: Does) -> Self {
        let (resize, image) = (does == Does::Resize, does == Does::CreateImage);
        data::within(ArcRwSignal::new(Some(scope.clone())), || Self {
            scope: scope.clone(),
            servers: data::instances(),
            before: RwSignal::new(None),
            flavors: data::flavors(FlavorQuery::default),
            images: resize.then(data::images),
            volumes: (image || does.is_final()).then(data::volumes),
            quota: (resize || does == Does::Plain(Action::Unshelve)).then(data::compute_quota),
        })
    }

    /// Its session, unless it has ended; tracked.
    fn session(&self) -> Option<Arc<Session>> {
        data::open_sessions().with(|all| {
            let open = all.iter().find(|open| open.session.scope == self.scope && !open.ended);
            open.map(|open| open.session.clone())
        })
    }

    /// Whether the rows were read since they were asked for. A long list is read in several requests.
    fn is_fresh(&self) -> bool {
        let (at, before) = (self.servers.loaded_at.get(), self.before.get());
        let rests = self.servers.state.get() != LiveState::Refreshing;
        at.is_some() && at != before && rests
    }

    fn is_read(&self) -> bool {
        let rows = self.is_fresh() || self.servers.failure().is_some();
        rows & came(self.flavors) & comes(self.images) & comes(self.volumes) & comes(self.quota)
    }

    fn known(&self) -> Known {
        let servers = self.servers.value.get();
        Known {
            scope: self.scope.clone(),
            session: self.session().map(|session| (data::offers_of(&session), session)),
            rows: servers.map(|list| list.rows).unwrap_or_default(),
            flavors: self.flavors.value.get().unwrap_or_default(),
            images: self.images.and_then(|images| images.value.get()).unwrap_or_default(),
            volumes: self.volumes.and_then(|volumes| volumes.value.get()).unwrap_or_default(),
            quota: self.quota.and_then(|quota| quota.value.get()).map(|quota| Quota::of(&quota)),
        }
    }
}

fn comes<T: Clone + Send + Sync + 'static>(live: Option<Live<T>>) -> bool {
    live.is_none_or(came)
}

/// Whether there is an answer, or there will be none.
fn came<T: Clone + Send + Sync + 'static>(live: Live<T>) -> bool {
    live.value.with(Option::is_some) || live.failure().is_some()
}

/// What is known of a scope now.
struct Known {
    scope: Scope,
    session: Option<(Offers, Arc<Session>)>,
    rows: Arc<[Arc<Server>]>,
    flavors: Arc<[Flavor]>,
    images: Arc<[Image]>,
    volumes: Arc<[Volume]>,
    quota: Option<Quota>,
}

impl Known {
    fn ground(&self, read_only: bool) -> Option<Ground<'_>> {
        let (offers, session) = self.session.as_ref()?;
        Some(Ground {
            scope: &self.scope,
            limits: &session.limits,
            offers,
            read_only,
            flavors: &self.flavors,
            images: &self.images,
            volumes: &self.volumes,
            quota: self.quota,
        })
    }
}
