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
    },
}

impl Answer {
    /// A value that came as a whole.
    pub fn whole(value: Value) -> Self {
        Self::Value { value, more: false }
    }
}
