//! Which texts there are: one struct a part of the app. Whoever adds a field here adds it to `en.rs` and `ko.rs`.

mod actions;
mod common;
mod create;
mod errors;
mod flavors;
mod instance;
mod instances;
mod keypairs;
mod shell;
mod sign_in;
mod status;
mod zones;

pub use actions::Actions;
pub use common::Common;
pub use create::Create;
pub use errors::{Advice, Errors};
pub use flavors::Flavors;
pub use instance::Instance;
pub use instances::Instances;
pub use keypairs::Keypairs;
pub use shell::Shell;
pub use sign_in::SignIn;
pub use status::Statuses;
pub use zones::Zones;

/// A text by number; `{n}` is the number.
pub struct Plural {
    /// For one, where the language knows the difference.
    pub one: &'static str,
    /// For all other numbers.
    pub other: &'static str,
}

/// All texts of one language.
pub struct Texts {
    /// Words used everywhere.
    pub common: Common,
    /// The frame around the pages.
    pub shell: Shell,
    /// What went wrong and what to do.
    pub errors: Errors,
    /// Words for instance states.
    pub status: Statuses,
    /// Signing in and the end of a session.
    pub sign_in: SignIn,
    /// The table of instances.
    pub instances: Instances,
    /// One instance.
    pub instance: Instance,
    /// What can be done to an instance, and what came of it.
    pub actions: Actions,
    /// The form for a new instance.
    pub create: Create,
    /// Flavors.
    pub flavors: Flavors,
    /// Availability zones.
    pub zones: Zones,
    /// Key pairs.
    pub keypairs: Keypairs,
}
