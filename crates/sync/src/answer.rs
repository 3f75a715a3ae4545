//! What a fetch brought.

use cloud::wire::{Server, ServerPage};

use crate::Value;

/// The answer to the [`crate::Ask`] of the same name.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// A page of instances.
    Servers(ServerPage),
    /// One instance.
    Server(Box<Server>),
    /// What is no instance.
    Value {
        /// All that is known now, pages before this one included.
        value: Value,
        /// Another page follows. Asked for only when this one brought something new: a cloud may link in a circle.
        more: bool,
        /// Something in it changes by itself: an image being saved, a volume being attached. Asked quickly until it rests.
        moving: bool,
    },
}

impl Answer {
    /// A value that came as a whole.
    pub fn whole(value: Value) -> Self {
        Self::changing(value, false)
    }

    /// A value that came as a whole, and whether something in it changes by itself.
    pub fn changing(value: Value, moving: bool) -> Self {
        Self::Value { value, more: false, moving }
    }
}
