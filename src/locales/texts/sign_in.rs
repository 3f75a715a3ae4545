//! Signing in and the end of a session.

/// Signing in and the end of a session.
pub struct SignIn {
    pub title: &'static str,
}
