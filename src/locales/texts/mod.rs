//! Which texts there are: one struct a part of the app. Whoever adds a field here adds it to the file of the same name in `en/` and `ko/`.

mod about;
mod actions;
mod ask;
mod common;
mod create;
mod create_more;
mod errors;
mod flavors;
mod floating_ips;
mod images;
mod instance;
mod instances;
mod keypairs;
mod metadata;
mod networks;
mod overview;
mod policies;
mod questions;
mod security_groups;
mod shell;
mod sign_in;
mod status;
mod volumes;
mod ways_in;
mod zones;

use super::{Lang, en, ko};

pub use about::About;
pub use actions::Actions;
pub use ask::Ask;
pub use common::Common;
pub use create::Create;
pub use create_more::CreateMore;
pub use errors::{Advice, Errors, GatewayWords};
pub use flavors::Flavors;
pub use floating_ips::FloatingIps;
pub use images::Images;
pub use instance::Instance;
pub use instances::Instances;
pub use keypairs::Keypairs;
pub use metadata::Metadata;
pub use networks::Networks;
pub use overview::Overview;
pub use policies::Policies;
pub use questions::Questions;
pub use security_groups::SecurityGroups;
pub use shell::Shell;
pub use sign_in::SignIn;
pub use status::Statuses;
pub use volumes::Volumes;
pub use ways_in::WaysIn;
pub use zones::Zones;

/// A text by number; `{n}` is the number.
pub struct Plural {
    /// For one, where the language knows the difference.
    pub one: &'static str,
    /// For all other numbers.
    pub other: &'static str,
}

/// All texts of one language. Each part is reached by a call, not a field: what only one page says then travels with
/// that page (see `lazy`), in every language, and not with the first load.
#[derive(Clone, Copy)]
pub struct Texts(pub(super) Lang);

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident: $texts:ident = $name:ident;)*) => {
        impl Texts {
            $($(#[$doc])* pub fn $part(self) -> &'static $texts {
                match self.0 {
                    Lang::En => &en::$name,
                    Lang::Ko => &ko::$name,
                }
            })*
        }
    };
}

parts! {
    /// Words used everywhere.
    common: Common = COMMON;
    /// The frame around the pages.
    shell: Shell = SHELL;
    /// What went wrong and what to do.
    errors: Errors = ERRORS;
    /// Words for instance states.
    status: Statuses = STATUS;
    /// Signing in and the end of a session.
    sign_in: SignIn = SIGN_IN;
    /// The table of instances.
    instances: Instances = INSTANCES;
    /// One instance.
    instance: Instance = INSTANCE;
    /// What can be done to an instance, and what came of it.
    actions: Actions = ACTIONS;
    /// Questions before an instance is changed.
    questions: Questions = QUESTIONS;
    /// The form for a new instance.
    create: Create = CREATE;
    /// The form for a new instance, beside the main path.
    create_more: CreateMore = CREATE_MORE;
    /// Flavors.
    flavors: Flavors = FLAVORS;
    /// Availability zones.
    zones: Zones = ZONES;
    /// Key pairs.
    keypairs: Keypairs = KEYPAIRS;
    /// The metadata editor of an instance.
    metadata: Metadata = METADATA;
    /// Getting into an instance: SSH, Remote Desktop, passwords, the console.
    ways_in: WaysIn = WAYS_IN;
    /// Which runs where, and what needs attention.
    overview: Overview = OVERVIEW;
    /// Asking the cloud itself to find instances.
    ask: Ask = ASK;
    /// Volumes and their snapshots.
    volumes: Volumes = VOLUMES;
    /// Images.
    images: Images = IMAGES;
    /// Floating IPs.
    floating_ips: FloatingIps = FLOATING_IPS;
    /// Security groups and their rules.
    security_groups: SecurityGroups = SECURITY_GROUPS;
    /// Networks and subnets.
    networks: Networks = NETWORKS;
    /// Placement policies.
    policies: Policies = POLICIES;
    /// What the cloud offers.
    about: About = ABOUT;
}
