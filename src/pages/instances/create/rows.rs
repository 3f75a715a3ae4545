//! Parts of the form of which there may be any number: interfaces, disks, pairs of metadata.

use crate::browser::focus;
use cloud::create::Field;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

/// One of them. Its number stays with it, so that focus and marks do when another one goes.
pub(super) trait Row: Copy + Send + Sync + 'static {
    fn new(number: u32) -> Self;
    fn number(self) -> u32;
}

/// All of them, in the order they were added.
pub(super) struct Rows<T: 'static> {
    rows: RwSignal<Vec<T>>,
    last: StoredValue<u32>,
    /// The form: what a row is made of lives as long as it does, whatever button was pressed for it. Weak, because the
    /// form holds this.
    owner: StoredValue<Option<WeakOwner>>,
}

impl<T: 'static> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Rows<T> {}

impl<T: Row> Rows<T> {
    pub fn new() -> Self {
        let owner = Owner::current().map(|owner| owner.downgrade());
        Self { rows: RwSignal::new(Vec::new()), last: StoredValue::new(0), owner: StoredValue::new(owner) }
    }

    /// One more, at the end, where the focus goes on.
    pub fn add(self) -> Option<T> {
        let owner = self.owner.with_value(|owner| owner.as_ref().and_then(WeakOwner::upgrade))?;
        self.last.update_value(|last| *last += 1);
        let row = owner.with(|| T::new(self.last.get_value()));
        self.rows.update(|rows| rows.push(row));
        request_animation_frame(focus_last);
        Some(row)
    }

    pub fn remove(self, row: T) {
        self.rows.update(|rows| rows.retain(|other| other.number() != row.number()));
    }

    /// All of them; tracked.
    pub fn get(self) -> Vec<T> {
        self.rows.get()
    }

    pub fn len(self) -> usize {
        self.rows.with(Vec::len)
    }

    /// Which of them it is, from 0; tracked. Of one that is gone nobody asks any more.
    pub fn position(self, row: T) -> u32 {
        let at = self.rows.with(|rows| rows.iter().position(|other| other.number() == row.number()));
        at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
    }
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
pub(super) struct At<T: 'static> {
    pub rows: Rows<T>,
    pub row: T,
    /// The row's place among the fields; the first interface is not among the rows.
    pub from: u32,
    pub field: fn(u32) -> Field,
}

impl<T: Row> At<T> {
    /// Stays the same whatever becomes of the other rows.
    pub fn mark(self) -> Field {
        // Never a place: those of rows that go would be taken over by the next.
        (self.field)(u32::MAX - self.row.number())
    }

    /// Where it stands; tracked.
    pub fn field(self) -> Field {
        (self.field)(self.rows.position(self.row).saturating_add(self.from))
    }
}
