//! English: `networks`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Networks`].
pub static NETWORKS: Networks = Networks { title: "Networks" };
