//! The parts of the draft: how a field gets at the one it edits.

use super::form::Form;
use crate::reactive::{Computed, Value};
use cloud::create::Draft;
use leptos::prelude::*;

/// Where a `T` stands in an `S`; [`part!`] makes it.
pub(super) struct Part<S, T> {
    pub get: fn(&S) -> &T,
    pub get_mut: fn(&mut S) -> &mut T,
}

/// The part of this name: `form.value(part!(name))`, `form.value(part!(nic.fixed_ip))`. The text of an id is its `0`.
macro_rules! part {
    ($($name:tt).+) => {
        $crate::pages::instances::create::part::Part {
            get: |whole| &whole.$($name).+,
            get_mut: |whole| &mut whole.$($name).+,
        }
    };
}
pub(super) use part;

impl<S, T> Clone for Part<S, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, T> Copy for Part<S, T> {}

impl Form {
    /// A part of the draft, for a field to show and change. It tells only of its own changes.
    pub fn value<T: Clone + PartialEq + Send + Sync + 'static>(self, part: Part<Draft, T>) -> Value<T> {
        let draft = self.draft;
        let read = Computed::new(move |_| draft.with(|draft| (part.get)(draft).clone()));
        Value::new(read, move |value| draft.update(|draft| *(part.get_mut)(draft) = value))
    }

    /// Puts a value into a part of the draft, unless the person has put another one there.
    pub fn suggest<T: Clone + PartialEq>(self, part: Part<Draft, T>, own: T) {
        let before = self.suggested.with_untracked(|draft| (part.get)(draft).clone());
        if before != own && self.draft.with_untracked(|draft| *(part.get)(draft) == before) {
            self.put(part, own);
        }
    }

    /// Puts a value into a part of the draft, whatever is in it; it is no work of the person's.
    pub fn put<T: Clone>(self, part: Part<Draft, T>, own: T) {
        // The page may be gone: a create is answered late.
        self.suggested.try_update(|draft| *(part.get_mut)(draft) = own.clone());
        self.draft.try_update(|draft| *(part.get_mut)(draft) = own);
    }
}
