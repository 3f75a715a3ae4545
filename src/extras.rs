//! What every page has and the first rows do not need, in one file that comes right after them.

use std::sync::Arc;

use cloud::FailureKind;
use cloud::wire::Server;
use leptos::prelude::*;
use view::instances::Labels;

use crate::data::{self, Instances, Live, Notice, Session};
use crate::locales::Text;
use crate::pages::instances::{self, Actions};
use crate::pages::sign_in;
use crate::parts::part;
use crate::reactive::Signal;
use crate::shell;
use crate::ui::{Failed, MenuItem, Popup, failure_card, failure_means, popup, toast};

/// Its parts.
pub struct Extras {
    /// An open menu.
    pub popup: fn(Popup) -> AnyView,
    /// What the menu of an instance has in it.
    pub instance_menu: fn(Actions, &Arc<Server>) -> Vec<MenuItem>,
    /// The notices in the corner.
    pub notices: fn() -> AnyView,
    /// Makes a notice of what came of an action.
    pub tell: fn(Notice),
    /// The names of images, for the search in the table of instances.
    pub image_names: fn(RwSignal<Labels>) -> AnyView,
    /// Reads again the instances that got or lost an address.
    pub watch_addresses: fn(),
    /// Why the list is not fresh.
    pub why_stale: fn(Live<Instances>) -> AnyView,
    /// How long the session goes on.
    pub session_left: fn(Signal<Option<Arc<Session>>>) -> AnyView,
    /// A failure in words, and what to do.
    pub failure_card: fn(Failed) -> AnyView,
    /// What a kind of failure means, in a few words.
    pub failure_means: fn(&FailureKind) -> Text,
    /// Signing in again, over the page.
    pub sign_in_again: fn(RwSignal<bool>) -> AnyView,
}

part! {
    /// See [`Extras`].
    pub static EXTRAS: &'static Extras = &Extras {
        popup,
        instance_menu: instances::menu,
        notices: toast::list,
        tell: instances::tell,
        image_names: instances::image_names,
        watch_addresses: data::watch_addresses,
        why_stale: instances::why_stale,
        session_left: shell::session_left,
        failure_card,
        failure_means,
        sign_in_again: sign_in::again,
    }, extras.load_extras;
}
