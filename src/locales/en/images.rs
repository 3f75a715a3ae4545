//! English: `images`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Images`].
pub static IMAGES: Images = Images { title: "Images" };
