//! Whether something can be done to an instance here: on this cloud, to this flavor, with the read-only switch as it is.

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

/// What is known of the place; made once a page, so that its menus know the flavors by name.
#[derive(Clone, Copy)]
pub struct Here {
    flavors: Live<Arc<[FlavorName]>>,
}

impl Here {
    /// Follows the names of flavors while the page is there.
    pub fn new() -> Self {
        Self { flavors: data::flavor_names() }
    }

    /// Whether it can be done now; followed.
    pub fn verdict(self, action: Action, server: &Server) -> Result<(), Refusal> {
        let (offers, flavor) = (data::offers().get(), self.flavor(server));
        let terms =
            Terms { rules: rules(), offers: &offers, flavor: flavor.as_ref(), read_only: data::read_only().get() };
        allowed_here(action, server, &terms)
    }

    /// Why not, if not.
    pub fn refusal(self, action: Action, server: &Server) -> Option<Text> {
        self.verdict(action, server).err().map(reasons::sentence)
    }

    /// Why neither way of rebooting is possible. A task passes by itself: it is the better reason.
    pub fn no_reboot(self, server: &Server) -> Option<Text> {
        let hard = self.verdict(Action::HardReboot, server).err()?;
        let soft = self.verdict(Action::SoftReboot, server).err()?;
        Some(reasons::sentence(if let Refusal::Busy(_) = soft { soft } else { hard }))
    }

    /// The action that makes an image of this instance (rows S27, N07).
    pub fn way_to_image(self, server: &Server) -> Action {
        capture::way(server, rules(), self.flavor(server).as_ref())
    }

    fn flavor(self, server: &Server) -> Option<FlavorName> {
        self.flavors.value.with(|all| flavors::name_of(server, all.as_deref()?).cloned())
    }
}

/// Whose rules hold; followed.
pub fn rules() -> RuleSet {
    limits().rules
}

/// The limits of whoever is signed in; followed.
pub fn limits() -> Limits {
    let limits = data::session().with(|state| state.session().map(|session| session.limits.clone()));
    limits.unwrap_or_else(|| Limits::of(RuleSet::OpenStack, None))
}
