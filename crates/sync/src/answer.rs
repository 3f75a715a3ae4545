//! The result of a fetch.

use cloud::wire::{Server, ServerPage};

use crate::Value;

/// The response to the [`crate::Ask`] of the same name.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// A page of instances.
    Servers(ServerPage),
    /// One instance.
    Server(Box<Server>),
    /// Anything else.
    Value {
        /// Everything received so far, including previous pages.
        value: Value,
        /// Another page follows. It is requested only if this one contained something new, because a cloud may link in
        /// a circle.
        more: bool,
        /// Something in it changes by itself (an image being saved, a volume being attached): poll quickly.
        moving: bool,
    },
}

impl Answer {
    /// A complete value.
    pub fn whole(value: Value) -> Self {
        Self::changing(value, false)
    }

    /// A complete value, and whether something in it changes by itself.
    pub fn changing(value: Value, moving: bool) -> Self {
        Self::Value { value, more: false, moving }
    }
}
