//! The drawn rows. Drawing a row costs five times as much as writing another's data into it: a row that goes out of sight
//! is handed on to one that comes.

use super::RowId;
use leptos::prelude::*;
use view::recycled;

/// A drawn row, and which of the list's rows it shows.
#[derive(Clone)]
pub(super) struct Slot {
    /// Stays the same when it is handed on.
    pub number: usize,
    /// The row it shows.
    pub id: ArcRwSignal<RowId>,
    /// That row's place in the list, from 0.
    pub at: ArcRwSignal<usize>,
    /// Its menu is open.
    pub menu_open: ArcRwSignal<bool>,
}

impl Slot {
    fn new(number: usize, at: usize, id: &RowId) -> Self {
        let (id, at) = (ArcRwSignal::new(id.clone()), ArcRwSignal::new(at));
        Self { number, id, at, menu_open: ArcRwSignal::new(false) }
    }

    /// Shows this row from now on.
    fn show(&self, at: usize, id: &RowId) {
        if *self.id.read_untracked() != *id {
            // First of all: nobody may meet the menu of one row on another.
            if self.menu_open.get_untracked() {
                self.menu_open.set(false);
            }
            self.id.set(id.clone());
        }
        if self.at.get_untracked() != at {
            self.at.set(at);
        }
    }
}

/// All of them, in the order of the document.
#[derive(Default)]
pub(super) struct Slots {
    drawn: Vec<Slot>,
    made: usize,
}

impl Slots {
    /// Hands the drawn rows on to `ids`, which begin at the place `start` of the list. The row `held` has the focus: it
    /// stays the same element if it is among them.
    pub fn show(&mut self, ids: &[RowId], start: usize, held: Option<&RowId>) -> Vec<Slot> {
        let before: Vec<RowId> = self.drawn.iter().map(|slot| slot.id.get_untracked()).collect();
        let reused = recycled(&before, ids, held);
        let mut shown = Vec::with_capacity(ids.len());
        for ((at, id), from) in (start..).zip(ids).zip(reused) {
            if let Some(slot) = from.and_then(|from| self.drawn.get(from)) {
                slot.show(at, id);
                shown.push(slot.clone());
            } else {
                self.made += 1;
                shown.push(Slot::new(self.made, at, id));
            }
        }
        self.drawn.clone_from(&shown);
        shown
    }
}
