//! Reuse of rendered rows. Rendering a row costs five times as much as changing its data, so rows that leave the window
//! are reused for those that enter it.

use super::RowId;
use leptos::prelude::*;
use view::recycled;

/// A rendered row and the list row it shows.
#[derive(Clone)]
pub(super) struct Slot {
    /// Stays the same when it is reused.
    pub number: usize,
    pub id: ArcRwSignal<RowId>,
    /// The row's index in the list.
    pub at: ArcRwSignal<usize>,
    /// Whether its menu is open.
    pub menu_open: ArcRwSignal<bool>,
}

impl Slot {
    fn new(number: usize, at: usize, id: &RowId) -> Self {
        let (id, at) = (ArcRwSignal::new(id.clone()), ArcRwSignal::new(at));
        Self { number, id, at, menu_open: ArcRwSignal::new(false) }
    }

    /// Shows another row.
    fn show(&self, at: usize, id: &RowId) {
        if *self.id.read_untracked() != *id {
            // First, so that the menu of one row cannot appear on another.
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

/// All rendered rows in document order.
#[derive(Default)]
pub(super) struct Slots {
    drawn: Vec<Slot>,
    made: usize,
}

impl Slots {
    /// Assigns rows to `ids`, which begin at index `start` of the list. The row `held` has the focus and keeps its
    /// element if possible. `other`: tells two kinds of rows apart, which do not take each other's place.
    pub fn show(
        &mut self,
        ids: &[RowId],
        start: usize,
        held: Option<&RowId>,
        other: Option<fn(&str) -> bool>,
    ) -> Vec<Slot> {
        let before: Vec<RowId> = self.drawn.iter().map(|slot| slot.id.get_untracked()).collect();
        let reused = recycled(&before, ids, held);
        let mut shown = Vec::with_capacity(ids.len());
        for ((at, id), from) in (start..).zip(ids).zip(reused) {
            let same_kind = |slot: &&Slot| other.is_none_or(|is| is(id) == is(&slot.id.read_untracked()));
            if let Some(slot) = from.and_then(|from| self.drawn.get(from)).filter(same_kind) {
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
