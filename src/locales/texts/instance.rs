//! One instance, its actions and questions.

/// One instance, its actions and questions.
pub struct Instance {
    pub title: &'static str,
}
