//! Korean: `about`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::About`].
pub static ABOUT: About = About { title: "이 클라우드 정보" };
