//! The visible window of a long list, and keyboard movement in it.

use std::ops::Range;

/// The viewport of a list with rows of equal height, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Viewport {
    /// Scroll position; negative in browsers with overscroll.
    pub scroll_top: f64,
    pub height: f64,
    pub row_height: f64,
    /// Total number of rows.
    pub count: usize,
    /// Rows drawn beyond each edge.
    pub overscan: usize,
}

/// The rows to draw, and the heights of the empty space above and below them.
#[derive(Clone, PartialEq, Debug)]
pub struct Window {
    pub rows: Range<usize>,
    pub before: f64,
    pub after: f64,
}

impl Viewport {
    /// The rows to draw. Invalid input (no height, not a number) draws the first rows.
    pub fn window(&self) -> Window {
        let row_height = if self.row_height >= 1.0 { self.row_height } else { 1.0 };
        let whole = |rows: f64| if rows.is_finite() && rows > 0.0 { rows as usize } else { 0 };
        let seen = whole((self.height / row_height).ceil()).saturating_add(1);
        // If filtering shortened the list while it was scrolled, show its end.
        let last_first = self.count.saturating_sub(seen.saturating_sub(1));
        let first = whole((self.scroll_top / row_height).floor()).min(last_first);
        let end = first.saturating_add(seen).saturating_add(self.overscan).min(self.count);
        let start = first.saturating_sub(self.overscan);
        Window { before: start as f64 * row_height, after: (self.count - end) as f64 * row_height, rows: start..end }
    }

    /// Where to scroll to make a row completely visible; `None` if it is.
    pub fn reveal(&self, row: usize) -> Option<f64> {
        let top = row as f64 * self.row_height;
        let bottom = top + self.row_height;
        if top < self.scroll_top {
            Some(top)
        } else if bottom > self.scroll_top + self.height {
            Some((bottom - self.height).max(0.0))
        } else {
            None
        }
    }

    /// Rows per page for [`Move::PageDown`]: one less than visible, for orientation.
    pub fn page(&self) -> usize {
        let rows = self.height / self.row_height;
        if rows.is_finite() && rows >= 2.0 { rows as usize - 1 } else { 1 }
    }
}

/// A keyboard movement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

/// The focused row: by id, so that it survives refreshes, with its last index in case the row disappears.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Focus<Id> {
    pub id: Id,
    pub index: usize,
}

impl<Id: PartialEq + Clone> Focus<Id> {
    /// The focus in the current rows: at its id, else at the row that took its position.
    pub fn settle(&self, rows: &[Id]) -> Option<Focus<Id>> {
        let here = rows.get(self.index).filter(|id| **id == self.id).map(|_| self.index);
        let found = here.or_else(|| rows.iter().position(|id| *id == self.id));
        let index = found.unwrap_or(self.index.min(rows.len().saturating_sub(1)));
        rows.get(index).map(|id| Focus { id: id.clone(), index })
    }
}

/// The focus after a movement; without a previous focus the first row (End: the last). `None` if there are no rows.
pub fn moved<Id: PartialEq + Clone>(
    rows: &[Id],
    focus: Option<&Focus<Id>>,
    movement: Move,
    page: usize,
) -> Option<Focus<Id>> {
    let last = rows.len().checked_sub(1)?;
    let from = focus.and_then(|focus| focus.settle(rows)).map(|focus| focus.index);
    let index = match (movement, from) {
        (Move::End, _) => last,
        (Move::Home, _) | (_, None) => 0,
        (Move::Up, Some(at)) => at.saturating_sub(1),
        (Move::Down, Some(at)) => at.saturating_add(1).min(last),
        (Move::PageUp, Some(at)) => at.saturating_sub(page),
        (Move::PageDown, Some(at)) => at.saturating_add(page).min(last),
    };
    rows.get(index).map(|id| Focus { id: id.clone(), index })
}
