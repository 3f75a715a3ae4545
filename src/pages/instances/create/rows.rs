//! Lists in the draft: interfaces, disks and metadata pairs.

use super::part::Part;
use crate::browser::focus;
use crate::reactive::Value;
use cloud::create::{Draft, Field};
use leptos::prelude::*;

/// The rows of one list, in the order they were added. Each row keeps its number when another is removed, so that focus
/// and visited marks stay with it.
pub struct Rows<T: 'static> {
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
    pub fn new(draft: RwSignal<Draft>, of: Part<Draft, Vec<T>>) -> Self {
        Self { draft, of, numbers: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// Adds a row at the end and moves the focus there.
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

    /// The numbers of the rows; reactive.
    pub fn numbers(self) -> Vec<u32> {
        self.numbers.get()
    }

    pub fn len(self) -> usize {
        self.numbers.with(Vec::len)
    }

    /// The index of a row, from 0; reactive.
    pub fn position(self, number: u32) -> u32 {
        position(self.numbers, number)
    }

    /// A field of a row. `from` is the index in the form of the first row.
    pub fn at(self, number: u32, from: u32, field: fn(u32) -> Field) -> At {
        At { numbers: self.numbers, number, from, field }
    }

    fn index(self, number: u32) -> usize {
        usize::try_from(untrack(|| self.position(number))).unwrap_or(usize::MAX)
    }

    /// A part of a row as a value that a field shows and edits.
    pub fn value<V: Clone + PartialEq + Default + Send + Sync + 'static>(
        self,
        number: u32,
        part: Part<T, V>,
    ) -> Value<V> {
        let read = Memo::new(move |_| {
            // The index changes only together with the draft.
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

/// The index from 0. A removed row is not asked for.
fn position(numbers: RwSignal<Vec<u32>>, number: u32) -> u32 {
    let at = numbers.with(|numbers| numbers.iter().position(|other| *other == number));
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
}

/// Moves the focus to the last row. The button that adds a row is below the rows, in the same section.
fn focus_last() {
    let Some(fold) = focus::active().and_then(|active| active.closest("details").ok().flatten()) else { return };
    let Some(row) = focus::all(&fold, ".create-row").pop() else { return };
    if let Some(first) = focus::all(&row, "input, select, textarea").first() {
        focus::focus_element(first);
    }
}

/// A field of a row: the key of its visited mark, and its current position.
#[derive(Clone, Copy)]
pub struct At {
    numbers: RwSignal<Vec<u32>>,
    number: u32,
    from: u32,
    field: fn(u32) -> Field,
}

impl At {
    /// The key of the visited mark. It does not change when other rows are removed.
    pub fn mark(self) -> Field {
        // Not the index: the next row would take over the mark of a removed one.
        (self.field)(u32::MAX - self.number)
    }

    /// The current position; reactive.
    pub fn field(self) -> Field {
        (self.field)(position(self.numbers, self.number).saturating_add(self.from))
    }
}
