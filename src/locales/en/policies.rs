//! English: `policies`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Policies`].
pub static POLICIES: Policies = Policies { title: "Placement policies" };
