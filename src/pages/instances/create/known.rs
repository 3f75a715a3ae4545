//! What is known of the cloud while the form is filled in: the lists its pickers show.

use crate::data::{self, Live, LiveState};
use crate::reactive::{Memo, Signal};
use cloud::calls::flavors::FlavorQuery;
use cloud::config::RuleSet;
use cloud::create::Context;
use cloud::rules::limits::Limits;
use cloud::wire::*;
use leptos::prelude::*;
use std::sync::Arc;

/// One list of the cloud. Its value changes only when what is in it does: a refresh must not take the focus out of a
/// picker.
pub(super) struct List<T: Send + Sync + 'static> {
    pub value: Memo<Option<Arc<[T]>>>,
    /// All of it is there.
    pub settled: Memo<bool>,
    /// It could not be loaded: ids are typed in. Stays so while it is being tried again.
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

    /// Why it is not there.
    pub fn trouble(self) -> Trouble {
        let live = self.live;
        Trouble {
            failure: Signal::derive(move || live.failure().map(|failure| (*failure).clone())),
            retry: Callback::new(move |()| live.refresh()),
        }
    }

    /// Asks for it again: somebody made something elsewhere.
    pub fn refresh(self) {
        self.live.refresh();
    }
}

/// Why a list is not there, and the way to try again.
#[derive(Clone, Copy)]
pub(super) struct Trouble {
    pub failure: Signal<Option<cloud::Failure>>,
    pub retry: Callback<()>,
}

/// All lists of the form.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub limits: Memo<Limits>,
    pub images: List<Image>,
    pub flavors: List<Flavor>,
    pub zones: List<Zone>,
    pub networks: List<Network>,
    pub subnets: List<Subnet>,
    pub groups: List<SecurityGroup>,
    pub keys: List<KeyPair>,
}

impl Known {
    /// Subscribes to all of them for as long as the page is there.
    pub fn new() -> Self {
        let session = data::session();
        let limits = Memo::new(move |_| {
            let limits = session.with(|state| state.session().map(|session| session.limits.clone()));
            limits.unwrap_or_else(|| Limits::of(RuleSet::Nhn, None))
        });
        Self {
            limits,
            images: List::new(data::images()),
            flavors: List::new(data::flavors(FlavorQuery::default)),
            zones: List::new(data::zones()),
            networks: List::new(data::networks()),
            subnets: List::new(data::subnets()),
            groups: List::new(data::security_groups()),
            keys: List::new(data::key_pairs()),
        }
    }

    /// Gives the context to `ask`; follows all that is in it.
    pub fn with<T>(self, ask: impl FnOnce(&Context<'_>) -> T) -> T {
        let (limits, images, flavors) = (self.limits.get(), self.images.value.get(), self.flavors.value.get());
        let (zones, subnets, keys) = (self.zones.value.get(), self.subnets.value.get(), self.keys.value.get());
        ask(&Context {
            images: images.as_deref(),
            flavors: flavors.as_deref(),
            zones: zones.as_deref(),
            subnets: subnets.as_deref(),
            keys: keys.as_deref(),
            ..Context::unknown(&limits)
        })
    }
}
