//! Parts of the draft of which there may be any number: interfaces, disks, pairs of metadata.

use super::part::Part;
use crate::browser::focus;
use crate::reactive::{Computed, Value};
use cloud::create::{Draft, Field};
use leptos::prelude::*;

/// All of one kind, in the order they were added. Each has a number that stays with it, so that focus and marks do when
/// another one goes.
pub(super) struct Rows<T: 'static> {
    draft: RwSignal<Draft>,
    of: Part<Draft, Vec<T>>,
    numbers: RwSignal<Vec<u32>>,
    last: StoredValue<u32>,
}

impl<T: 'static> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Rows<T> {}

impl<T: 'static> Rows<T> {
    /// None yet.
    pub fn new(draft: RwSignal<Draft>, of: Part<Draft, Vec<T>>) -> Self {
        Self { draft, of, numbers: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// One more, at the end, where the focus goes on.
    pub fn add(self, row: T) {
        self.last.update_value(|last| *last += 1);
        self.draft.update(|draft| (self.of.get_mut)(draft).push(row));
        self.numbers.update(|numbers| numbers.push(self.last.get_value()));
        request_animation_frame(focus_last);
    }

    pub fn remove(self, number: u32) {
        let at = self.index(number);
        self.numbers.update(|numbers| numbers.retain(|other| *other != number));
        self.draft.update(|draft| {
            let rows = (self.of.get_mut)(draft);
            if at < rows.len() {
                rows.remove(at);
            }
        });
    }

    /// Their numbers; tracked.
    pub fn numbers(self) -> Vec<u32> {
        self.numbers.get()
    }

    pub fn len(self) -> usize {
        self.numbers.with(Vec::len)
    }

    /// Which of them it is, from 0; tracked.
    pub fn position(self, number: u32) -> u32 {
        position(self.numbers, number)
    }

    /// A field of one of them. `from`: which row of the form the first of them is.
    pub fn at(self, number: u32, from: u32, field: fn(u32) -> Field) -> At {
        At { numbers: self.numbers, number, from, field }
    }

    fn index(self, number: u32) -> usize {
        usize::try_from(untrack(|| self.position(number))).unwrap_or(usize::MAX)
    }

    /// A part of one of them, for a field to show and change.
    pub fn value<V: Clone + PartialEq + Default + Send + Sync + 'static>(
        self,
        number: u32,
        part: Part<T, V>,
    ) -> Value<V> {
        let read = Computed::new(move |_| {
            // It moves only when the draft changes too.
            let at = self.index(number);
            self.draft.with(|draft| (self.of.get)(draft).get(at).map(|row| (part.get)(row).clone()).unwrap_or_default())
        });
        Value::new(read, move |value| {
            let at = self.index(number);
            self.draft.update(|draft| {
                if let Some(row) = (self.of.get_mut)(draft).get_mut(at) {
                    *(part.get_mut)(row) = value;
                }
            });
        })
    }
}

/// From 0; of one that is gone nobody asks any more.
fn position(numbers: RwSignal<Vec<u32>>, number: u32) -> u32 {
    let at = numbers.with(|numbers| numbers.iter().position(|other| *other == number));
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
}

/// The button that adds one stands below what it adds, in its own fold.
fn focus_last() {
    let Some(fold) = focus::active().and_then(|active| active.closest("details").ok().flatten()) else { return };
    let Some(row) = focus::all(&fold, ".create-row").pop() else { return };
    if let Some(first) = focus::all(&row, "input, select, textarea").first() {
        focus::focus_element(first);
    }
}

/// A field of a row: under what its mistakes are remembered, and where it stands now.
#[derive(Clone, Copy)]
pub(super) struct At {
    numbers: RwSignal<Vec<u32>>,
    number: u32,
    from: u32,
    field: fn(u32) -> Field,
}

impl At {
    /// Stays the same whatever becomes of the other rows.
    pub fn mark(self) -> Field {
        // Never a place: those of rows that go would be taken over by the next.
        (self.field)(u32::MAX - self.number)
    }

    /// Where it stands; tracked.
    pub fn field(self) -> Field {
        (self.field)(position(self.numbers, self.number).saturating_add(self.from))
    }
}
