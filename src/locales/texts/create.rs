//! The form for a new instance.

/// The form for a new instance.
pub struct Create {
    pub title: &'static str,
}
