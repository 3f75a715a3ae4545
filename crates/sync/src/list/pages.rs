//! Reading a list page by page with markers.

use cloud::ServerId;

use crate::Millis;
use crate::ids::Ids;
use crate::pace;

/// One read of a list from its beginning.
pub(crate) struct Pages {
    /// When its first page was requested.
    pub started: Millis,
    /// Rows per page.
    pub limit: u32,
    max: u32,
    /// The ids so far in the cloud's order, without duplicates.
    pub order: Ids,
    /// Candidates for the marker: the ids of the previous page.
    tail: Vec<ServerId>,
    /// The previous page had a link to the next one. Without a link, a next page is only assumed.
    linked: bool,
    /// Number of consecutive markers that the cloud rejected, and whether the read was restarted because of that.
    refused: u8,
    restarted: bool,
}

/// What to do after the cloud rejected a marker.
pub(crate) enum Refused {
    /// Use the row before it; check this instance.
    Back(ServerId),
    /// No link announced more rows, and the cloud rejects one marker after the other: the list has ended.
    Ended,
    /// It rejects every marker, also after a restart.
    Always,
}

/// How many markers are tried before a list without links is considered complete.
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

    /// Handles a page; returns whether another one may follow.
    ///
    /// The guide's marker is inclusive and Nova's exclusive, so ids are counted once; a page without new ids ends the
    /// read, whatever its links say. A cloud may limit the page size and send no links, but such a limit is a round
    /// number: only a page of another length is considered the last. `is_marker`: whether this id can be used as a
    /// marker.
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

    /// The page was too long: halves the rows per page. Returns the new number, or `None` if it is small enough.
    pub fn halve(&mut self) -> Option<u32> {
        let rows = (self.limit / 2).max(pace::LEAST_PAGE);
        let fewer = (rows < self.limit).then_some(rows)?;
        (self.limit, self.max) = (fewer, fewer);
        Some(fewer)
    }

    /// The marker was rejected: use a row before it. First one by one, then in larger steps, so that a page of 400 rows
    /// is not tried row by row.
    pub fn step_back(&mut self) -> Refused {
        let last = self.tail.len() <= 1;
        self.refused = self.refused.saturating_add(1);
        if self.refused >= MARKERS_TRIED && !self.linked {
            return Refused::Ended;
        }
        // Keep trying the last one, ever more rarely, instead of starting over.
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

/// The ids of `order` after `from` (or from the beginning) up to and including `to` (or to the end); empty if the order
/// does not contain them.
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
