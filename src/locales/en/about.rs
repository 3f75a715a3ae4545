//! English: `about`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::About`].
pub static ABOUT: About = About { title: "About this cloud" };
