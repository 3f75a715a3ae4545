//! Images.

/// Images.
pub struct Images {
    pub title: &'static str,
}
