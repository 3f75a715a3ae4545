//! Which rows of a long list are drawn, and where the keyboard goes in it.

use std::ops::Range;

/// What is seen of a list of rows of equal height, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Viewport {
    /// How far the list is scrolled; browsers that bounce report less than 0.
    pub scroll_top: f64,
    /// Height of what is seen.
    pub height: f64,
    /// Height of a row.
    pub row_height: f64,
    /// Rows in all.
    pub count: usize,
    /// Rows drawn beyond each edge.
    pub overscan: usize,
}

/// The rows to draw, and the heights of the empty space above and below them.
#[derive(Clone, PartialEq, Debug)]
pub struct Window {
    /// Rows to draw.
    pub rows: Range<usize>,
    /// Above them.
    pub before: f64,
    /// Below them.
    pub after: f64,
}

impl Viewport {
    /// The rows to draw. Nonsense (no height, not a number) draws the first rows rather than none or all.
    pub fn window(&self) -> Window {
        let row_height = if self.row_height >= 1.0 { self.row_height } else { 1.0 };
        let whole = |rows: f64| if rows.is_finite() && rows > 0.0 { rows as usize } else { 0 };
        let seen = whole((self.height / row_height).ceil()).saturating_add(1);
        // Filtering shortens the list while it is scrolled: show its end then.
        let last_first = self.count.saturating_sub(seen.saturating_sub(1));
        let first = whole((self.scroll_top / row_height).floor()).min(last_first);
        let end = first.saturating_add(seen).saturating_add(self.overscan).min(self.count);
        let start = first.saturating_sub(self.overscan);
        Window { before: start as f64 * row_height, after: (self.count - end) as f64 * row_height, rows: start..end }
    }

    /// Where to scroll so that a row is seen as a whole; `None` when it is.
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

    /// Rows of one page for [`Move::PageDown`]: one less than is seen, so that the eye keeps its place.
    pub fn page(&self) -> usize {
        let rows = self.height / self.row_height;
        if rows.is_finite() && rows >= 2.0 { rows as usize - 1 } else { 1 }
    }
}

/// A movement of the keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

/// The focused row: by id, so that it survives every refresh, and where it was, for when its row is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Focus<Id> {
    /// Its id.
    pub id: Id,
    /// Its index when it was last seen.
    pub index: usize,
}

impl<Id: PartialEq + Clone> Focus<Id> {
    /// Where the focus is in the present rows: at its id, else at the row that took its place.
    pub fn settle(&self, rows: &[Id]) -> Option<Focus<Id>> {
        let here = rows.get(self.index).filter(|id| **id == self.id).map(|_| self.index);
        let found = here.or_else(|| rows.iter().position(|id| *id == self.id));
        let index = found.unwrap_or(self.index.min(rows.len().saturating_sub(1)));
        rows.get(index).map(|id| Focus { id: id.clone(), index })
    }
}

/// Where a movement leads; from nowhere it leads to the first row (End: the last). `None` when there are no rows.
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
