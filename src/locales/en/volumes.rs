//! English: `volumes`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Volumes`].
pub static VOLUMES: Volumes = Volumes { title: "Volumes" };
