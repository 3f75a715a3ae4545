//! Turning the pages of a list by marker.

use cloud::ServerId;

use crate::Millis;
use crate::ids::Ids;
use crate::pace;

/// One reading of a list from its beginning, page by page.
pub(crate) struct Pages {
    /// When its first page was asked.
    pub started: Millis,
    /// Rows of the next page.
    pub limit: u32,
    max: u32,
    /// The ids so far, in the cloud's order, each once.
    pub order: Ids,
    /// Candidates for the marker: the ids of the page before.
    tail: Vec<ServerId>,
    /// The page before named a next one. Else that there is one is a guess.
    linked: bool,
    /// How many markers in a row the cloud has refused, and whether the reading has begun anew for it.
    refused: u8,
    restarted: bool,
}

/// What follows when the cloud refuses a marker.
pub(crate) enum Refused {
    /// The row before it serves; this one is to be looked for.
    Back(ServerId),
    /// Nobody had said that there are more rows, and the cloud refuses one marker after the other: that was all of them.
    Ended,
    /// It refuses every marker, also in another reading.
    Always,
}

/// So many markers are tried before a list that names no next page is taken for whole.
const MARKERS_TRIED: u8 = 3;

impl Pages {
    pub fn new(started: Millis, first: u32, max: u32) -> Self {
        Self {
            started,
            limit: first,
            max,
            order: Ids::default(),
            tail: Vec::new(),
            linked: false,
            refused: 0,
            restarted: false,
        }
    }

    pub fn marker(&self) -> Option<&ServerId> {
        self.tail.last()
    }

    /// Takes in a page; answers whether there may be another one.
    ///
    /// The guide's marker is inclusive and Nova's is exclusive, so ids are counted once; a page without a new one ends
    /// the reading, whatever its links say. A cloud may cap the limit and send no links, but a cap is a round number:
    /// only a page of some other length is taken for the last. `is_marker`: this id can serve as a marker.
    pub fn turn(&mut self, ids: &[ServerId], has_next: bool, is_marker: impl Fn(&ServerId) -> bool) -> bool {
        let before = self.order.as_slice().len();
        for id in ids {
            self.order.insert(id);
        }
        let full = ids.len() >= self.limit as usize || ids.len().is_multiple_of(50);
        let fit: Vec<ServerId> = ids.iter().filter(|id| is_marker(id)).cloned().collect();
        self.tail = if fit.is_empty() { ids.to_vec() } else { fit };
        self.limit = self.limit.saturating_mul(2).min(self.max);
        (self.linked, self.refused) = (has_next, 0);
        self.order.as_slice().len() > before && (has_next || full)
    }

    /// The page was too long: half as many rows from here on. Answers how many; nothing when there are few enough.
    pub fn halve(&mut self) -> Option<u32> {
        let rows = (self.limit / 2).max(pace::LEAST_PAGE);
        let fewer = (rows < self.limit).then_some(rows)?;
        (self.limit, self.max) = (fewer, fewer);
        Some(fewer)
    }

    /// The marker was refused: a row before it serves. One by one at first, then in larger steps: a page of 400 rows is
    /// not tried row by row.
    pub fn step_back(&mut self) -> Refused {
        let last = self.tail.len() <= 1;
        self.refused = self.refused.saturating_add(1);
        if self.refused >= MARKERS_TRIED && !self.linked {
            return Refused::Ended;
        }
        // The last one stays, to be asked with again: ever more rarely, and not from the beginning.
        if last && self.restarted {
            return Refused::Always;
        }
        let Some(refused) = self.tail.pop() else { return Refused::Always };
        if self.refused >= MARKERS_TRIED {
            self.tail.truncate(self.tail.len().div_ceil(2));
        }
        if self.tail.is_empty() {
            *self = Self { restarted: true, ..Self::new(self.started, self.limit, self.max) };
        }
        Refused::Back(refused)
    }
}

/// The ids of `order` after `from` (or from the beginning) up to and with `to` (or to the end); nothing when the order
/// does not know them.
pub(crate) fn between<'a>(order: &'a Ids, from: Option<&ServerId>, to: Option<&ServerId>) -> &'a [ServerId] {
    let ids = order.as_slice();
    let after = |id: Option<&ServerId>, edge: usize| match id {
        None => Some(edge),
        Some(id) => order.place(id).map(|at| at + 1),
    };
    match (after(from, 0), after(to, ids.len())) {
        (Some(start), Some(end)) => ids.get(start..end).unwrap_or_default(),
        _ => &[],
    }
}
