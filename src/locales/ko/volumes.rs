//! Korean: `volumes`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Volumes`].
pub static VOLUMES: Volumes = Volumes { title: "블록 스토리지" };
