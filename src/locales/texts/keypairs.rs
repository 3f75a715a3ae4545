//! Key pairs.

/// Key pairs.
pub struct Keypairs {
    pub title: &'static str,
}
