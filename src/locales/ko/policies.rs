//! Korean: `policies`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Policies`].
pub static POLICIES: Policies = Policies { title: "배치 정책" };
