//! The lists of the cloud that the form's pickers show.

use crate::data::{self, Live, LiveState};
use cloud::calls::flavors::FlavorQuery;
use cloud::config::RuleSet;
use cloud::create::{ConnectTo, Context};
use cloud::rules::limits::Limits;
use cloud::rules::offers::Feature;
use cloud::rules::quota::Quota;
use cloud::wire::*;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use std::sync::Arc;

/// One list. Its value changes only if its content changes, so that polling does not take the focus out of a picker.
pub struct List<T: Send + Sync + 'static> {
    pub value: Memo<Option<Arc<[T]>>>,
    /// Whether the list is loaded completely.
    pub settled: Memo<bool>,
    /// Whether loading failed, so that the user types an id instead. It stays true during a retry.
    pub typed: Memo<bool>,
    live: Live<Arc<[T]>>,
}

impl<T: Send + Sync + 'static> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for List<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> List<T> {
    fn new(live: Live<Arc<[T]>>) -> Self {
        let value = Memo::new(move |_| live.value.get());
        let settled = Memo::new(move |_| value.with(Option::is_some) && live.state.get() != LiveState::Loading);
        let typed = Memo::new(move |was: Option<&bool>| match live.state.get() {
            _ if value.with(Option::is_some) => false,
            LiveState::Failed(_) => true,
            _ => was.copied().unwrap_or_default(),
        });
        Self { value, settled, typed, live }
    }

    /// The reason why the list is missing.
    pub fn trouble(self) -> Trouble {
        let live = self.live;
        Trouble {
            failure: Signal::derive(move || live.failure().map(|failure| (*failure).clone())),
            retry: Callback::new(move |()| live.refetch()),
        }
    }

    /// Loads the list again, for something that was created elsewhere.
    pub fn refetch(self) {
        self.live.refetch();
    }
}

/// A list that is loaded when a section or choice first needs it, because most instances do without.
pub struct Later<T: Send + Sync + 'static> {
    list: RwSignal<Option<List<T>>>,
    start: fn() -> Live<Arc<[T]>>,
    /// The form's reactive owner, which keeps the subscription alive. Weak, because the form holds this value.
    owner: StoredValue<Option<WeakOwner>>,
}

impl<T: Send + Sync + 'static> Clone for Later<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Later<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Later<T> {
    fn new(start: fn() -> Live<Arc<[T]>>) -> Self {
        let owner = Owner::current().map(|owner| owner.downgrade());
        Self { list: RwSignal::new(None), start, owner: StoredValue::new(owner) }
    }

    /// The list; loading starts with the first call.
    pub fn want(self) -> List<T> {
        if let Some(list) = self.list.get_untracked() {
            return list;
        }
        let owner = self.owner.with_value(|owner| owner.as_ref().and_then(WeakOwner::upgrade));
        let start = || List::new((self.start)());
        let list = match owner {
            Some(owner) => owner.with(start),
            None => start(),
        };
        self.list.set(Some(list));
        list
    }

    /// The list if it is loaded; reactive.
    pub fn value(self) -> Option<Arc<[T]>> {
        self.list.get()?.value.get()
    }
}

/// Why a list is missing, and a way to retry.
#[derive(Clone, Copy)]
pub struct Trouble {
    pub failure: Signal<Option<cloud::Failure>>,
    pub retry: Callback<()>,
}

#[derive(Clone, Copy)]
pub struct Known {
    pub limits: Memo<Limits>,
    pub images: List<Image>,
    pub flavors: List<Flavor>,
    pub zones: List<Zone>,
    pub networks: List<Network>,
    pub subnets: List<Subnet>,
    pub groups: List<SecurityGroup>,
    pub keys: List<KeyPair>,
    /// `None` on clouds without placement policies.
    pub policies: Option<List<ServerGroup>>,
    pub ports: Later<Port>,
    pub volumes: Later<Volume>,
    pub snapshots: Later<Snapshot>,
    pub volume_types: Later<VolumeType>,
    /// The remaining quota. A resource that the cloud does not report has no limit.
    pub left_quota: Memo<Quota>,
    /// The maximum number of metadata pairs.
    pub pairs_max: Memo<Option<u64>>,
}

impl Known {
    /// Subscribes to the lists for as long as the page exists.
    pub fn new() -> Self {
        let session = data::session();
        let limits = Memo::new(move |_| {
            let limits = session.with(|state| state.session().map(|session| session.limits.clone()));
            limits.unwrap_or_else(|| Limits::of(RuleSet::Nhn, None))
        });
        let quota = data::if_offered(Feature::Limits, data::compute_quota);
        let storage = data::if_offered(Feature::VolumeLimits, data::volume_quota);
        let left_quota = Memo::new(move |_| {
            let compute = quota.and_then(|quota| quota.value.get()).map(|quota| Quota::of(&quota)).unwrap_or_default();
            storage.and_then(|storage| storage.value.get()).map_or(compute, |storage| compute.with_storage(&storage))
        });
        let pairs_max = Memo::new(move |_| quota.and_then(|quota| quota.value.get())?.metadata.limit);
        Self {
            limits,
            images: List::new(data::images()),
            flavors: List::new(data::flavors(FlavorQuery::default)),
            zones: List::new(data::zones()),
            networks: List::new(data::networks()),
            subnets: List::new(data::subnets()),
            groups: List::new(data::security_groups()),
            keys: List::new(data::key_pairs()),
            policies: data::if_offered(Feature::ServerGroups, data::server_groups).map(List::new),
            ports: Later::new(data::all_ports),
            volumes: Later::new(data::volumes),
            snapshots: Later::new(data::snapshots),
            volume_types: Later::new(data::volume_types),
            left_quota,
            pairs_max,
        }
    }

    /// Calls `ask` with the context of the rules; reactive.
    pub fn with<T>(self, ask: impl FnOnce(&Context<'_>) -> T) -> T {
        let (limits, images, flavors) = (self.limits.get(), self.images.value.get(), self.flavors.value.get());
        let (zones, subnets, keys) = (self.zones.value.get(), self.subnets.value.get(), self.keys.value.get());
        let (ports, policies) = (self.ports.value(), self.policies.and_then(|list| list.value.get()));
        let (volumes, snapshots) = (self.volumes.value(), self.snapshots.value());
        let groups = self.groups.value.get();
        ask(&Context {
            limits: &limits,
            images: images.as_deref(),
            flavors: flavors.as_deref(),
            zones: zones.as_deref(),
            subnets: subnets.as_deref(),
            ports: ports.as_deref(),
            keys: keys.as_deref(),
            volumes: volumes.as_deref(),
            snapshots: snapshots.as_deref(),
            security_groups: groups.as_deref(),
            server_groups: policies.as_deref(),
            pairs_max: self.pairs_max.get(),
        })
    }

    /// The default kind of connection for an interface.
    pub fn usual_nic(self) -> ConnectTo {
        if self.limits.with(|limits| limits.subnet_in_networks) { ConnectTo::Subnet } else { ConnectTo::Network }
    }
}
