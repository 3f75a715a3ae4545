//! Korean: `overview`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Overview`].
pub static OVERVIEW: Overview = Overview { title: "개요" };
