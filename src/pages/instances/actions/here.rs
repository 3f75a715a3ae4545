//! Whether an action is possible: it depends on the cloud, the instance's flavor and the read-only switch.

use std::sync::Arc;

use cloud::capture;
use cloud::config::RuleSet;
use cloud::rules::lifecycle::{Action, Refusal, Terms, allowed_here};
use cloud::rules::limits::Limits;
use cloud::wire::{FlavorName, Server};

use super::reasons;
use crate::data::{self, Live};
use crate::locales::Text;
use crate::pages::instances::flavors;
use crate::ui::no_network;
use leptos::prelude::*;

/// What the check needs besides the instance. One per page, so that flavors are looked up by name once.
#[derive(Clone, Copy)]
pub struct Here {
    /// Why nothing is possible, whatever the instance is like.
    blocked: Signal<Option<Text>>,
    flavors: Live<Arc<[FlavorName]>>,
}

impl Here {
    /// Loads the names of flavors while the page is open.
    pub fn new(blocked: Signal<Option<Text>>) -> Self {
        let network = no_network();
        let blocked = Signal::derive(move || network.get().or_else(|| blocked.get()));
        Self { blocked, flavors: data::flavor_names() }
    }

    /// Whether the action is possible now; reactive.
    pub fn verdict(self, action: Action, server: &Server) -> Result<(), Refusal> {
        let (offers, flavor) = (data::offers().get(), self.flavor(server));
        let terms =
            Terms { rules: rules(), offers: &offers, flavor: flavor.as_ref(), read_only: data::read_only().get() };
        allowed_here(action, server, &terms)
    }

    /// Why the action is not possible; `None` if it is.
    pub fn refusal(self, action: Action, server: &Server) -> Option<Text> {
        self.blocked.get().or_else(|| self.verdict(action, server).err().map(reasons::sentence))
    }

    /// Why neither way of rebooting is possible. If one of the reasons is a running task, that one is returned, because
    /// it resolves itself.
    pub fn no_reboot(self, server: &Server) -> Option<Text> {
        if let Some(blocked) = self.blocked.get() {
            return Some(blocked);
        }
        let hard = self.verdict(Action::HardReboot, server).err()?;
        let soft = self.verdict(Action::SoftReboot, server).err()?;
        Some(reasons::sentence(if let Refusal::Busy(_) = soft { soft } else { hard }))
    }

    /// Which action makes an image of this instance (rows S27, N07).
    pub fn way_to_image(self, server: &Server) -> Action {
        capture::way(server, rules(), self.flavor(server).as_ref())
    }

    fn flavor(self, server: &Server) -> Option<FlavorName> {
        self.flavors.value.with(|all| flavors::name_of(server, all.as_deref()?).cloned())
    }
}

/// The rule set of the current cloud; reactive.
pub fn rules() -> RuleSet {
    limits().rules
}

/// The limits of the current cloud; reactive.
pub fn limits() -> Limits {
    let limits = data::session().with(|state| state.session().map(|session| session.limits.clone()));
    limits.unwrap_or_else(|| Limits::of(RuleSet::OpenStack, None))
}
