//! Typed access to parts of the draft, for the form's fields.

use super::form::Form;
use crate::reactive::Value;
use cloud::create::Draft;
use leptos::prelude::*;

/// A field of type `T` in an `S`. Made by [`part!`].
pub struct Part<S, T> {
    pub get: fn(&S) -> &T,
    pub get_mut: fn(&mut S) -> &mut T,
}

/// The part with this name: `form.value(part!(name))`, `form.value(part!(nic.fixed_ip))`. For the text of an id, add
/// `.0`.
macro_rules! part {
    ($($name:tt).+) => {
        $crate::pages::instances::create::part::Part {
            get: |whole| &whole.$($name).+,
            get_mut: |whole| &mut whole.$($name).+,
        }
    };
}
pub(in crate::pages::instances) use part;

impl<S, T> Clone for Part<S, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, T> Copy for Part<S, T> {}

impl Form {
    /// A part of the draft as a value that a field shows and edits. It notifies only if the part itself changes.
    pub fn value<T: Clone + PartialEq + Send + Sync + 'static>(self, part: Part<Draft, T>) -> Value<T> {
        let draft = self.draft;
        let read = Memo::new(move |_| draft.with(|draft| (part.get)(draft).clone()));
        Value::new(read, move |value| draft.update(|draft| *(part.get_mut)(draft) = value))
    }

    /// Sets a part of the draft unless the user has changed it.
    pub fn suggest<T: Clone + PartialEq>(self, part: Part<Draft, T>, own: T) {
        let before = self.suggested.with_untracked(|draft| (part.get)(draft).clone());
        if before != own && self.draft.with_untracked(|draft| *(part.get)(draft) == before) {
            self.put(part, own);
        }
    }

    /// Sets a part of the draft in any case, without counting it as the user's edit.
    pub fn put<T: Clone>(self, part: Part<Draft, T>, own: T) {
        // The page may be gone: the answer to a create can arrive late.
        self.suggested.try_update(|draft| *(part.get_mut)(draft) = own.clone());
        self.draft.try_update(|draft| *(part.get_mut)(draft) = own);
    }
}
