//! Decides what to request next for the list of instances: the first load page by page, then changes, and a rolling
//! re-read.
//!
//! `changes-since` reports only rows whose `updated` changed. Addresses, groups and attachments change without it, and
//! a deletion can be missed; both are corrected by re-reading one page of the list every minute, in turn.

mod heard;
mod pages;

use std::collections::VecDeque;

use cloud::calls::servers::ServerQuery;
use cloud::wire::ServerPage;
use cloud::{Failure, FailureKind, ServerId, Timestamp};

use crate::entry::is_away;
use crate::ids::Ids;
use crate::table::Table;
use crate::{Ask, Millis, Source, pace};
use pages::{Pages, Refused};

/// The purpose of a request for the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Work {
    /// A page of a complete read.
    Walk,
    /// A page of the rolling re-read.
    Reread,
    /// A page of changes.
    Delta,
    /// Whether this instance was really deleted.
    Check(ServerId),
}

/// How a failure was handled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Remedy {
    /// An alternative is tried; nothing is shown.
    Found,
    /// It was not a failure: the list had ended.
    Ended,
    /// It must be shown.
    None,
}

impl Remedy {
    fn if_any(found: bool) -> Self {
        if found { Remedy::Found } else { Remedy::None }
    }
}

struct Delta {
    since: Timestamp,
    pages: Pages,
    rows: usize,
    changed: bool,
}

pub(crate) struct ListPlan {
    /// All pages of one complete read have arrived once.
    pub complete: bool,
    walk: Option<Pages>,
    delta: Option<Delta>,
    reread: Option<Pages>,
    reread_at: Millis,
    suspects: VecDeque<ServerId>,
    /// Instances to read once more, and when.
    rechecks: VecDeque<(Millis, ServerId)>,
    /// Ids in the cloud's order, from the last complete round.
    order: Ids,
    /// The cloud's order is stable: a row missing between two rows of a page is really missing.
    ordered: bool,
    /// The cloud supports `changes-since`.
    knows_changes: bool,
    cursor: Option<Timestamp>,
    /// The largest page size whose response was not too long.
    most: u32,
    /// When the last complete read of changes was begun.
    polled_at: Option<Millis>,
}

impl Default for ListPlan {
    fn default() -> Self {
        Self {
            complete: false,
            walk: None,
            delta: None,
            reread: None,
            reread_at: Millis(0),
            suspects: VecDeque::new(),
            rechecks: VecDeque::new(),
            order: Ids::default(),
            ordered: true,
            knows_changes: true,
            cursor: None,
            most: u32::MAX,
            polled_at: None,
        }
    }
}

impl ListPlan {
    /// When the next request is due, with the given polling interval.
    pub fn due(&self, interval: u64, whole: bool) -> Millis {
        if self.is_busy() {
            return Millis(0);
        }
        let poll = self.polled_at.map_or(Millis(0), |at| at.plus(interval));
        let poll = self.rechecks.front().map_or(poll, |(at, _)| poll.min(*at));
        // If one small page contains all rows, it is read as often as changes, because it shows more.
        let sooner = if whole && interval >= pace::AT_WORK_MS { pace::REREAD_MS.saturating_sub(interval) } else { 0 };
        if self.complete { poll.min(Millis(self.reread_at.0.saturating_sub(sooner))) } else { poll }
    }

    /// The next request. `now_wanted`: do not wait for the interval.
    pub fn next(&mut self, now: Millis, interval: u64, now_wanted: bool) -> (Work, Ask) {
        while let Some((_, id)) = self.rechecks.pop_front_if(|(at, _)| *at <= now) {
            self.suspect(vec![id]);
        }
        if let Some(delta) = &self.delta {
            return (Work::Delta, changes_ask(delta));
        }
        if let Some(walk) = &self.walk {
            return (Work::Walk, page_ask(walk));
        }
        if let Some(id) = self.suspects.front() {
            return (Work::Check(id.clone()), Ask::Server(id.clone()));
        }
        let poll_due = now_wanted || self.polled_at.is_none_or(|at| at.plus(interval) <= now);
        if self.complete && !poll_due {
            let pages = self.pages(now, pace::REREAD_ROWS, pace::REREAD_ROWS);
            let reread = self.reread.get_or_insert(pages);
            return (Work::Reread, page_ask(reread));
        }
        self.poll(now)
    }

    fn poll(&mut self, now: Millis) -> (Work, Ask) {
        let gap = self.polled_at.is_some_and(|at| now.since(at) >= pace::GAP_MS);
        match self.cursor {
            Some(since) if self.complete && self.knows_changes && !gap => {
                let pages = self.pages(now, pace::DELTA_LIMIT, pace::DELTA_LIMIT);
                let delta = self.delta.insert(Delta { since, pages, rows: 0, changed: false });
                (Work::Delta, changes_ask(delta))
            }
            _ => {
                let pages = self.all(now);
                (Work::Walk, page_ask(self.walk.insert(pages)))
            }
        }
    }

    /// A complete read from its beginning.
    fn all(&self, now: Millis) -> Pages {
        self.pages(now, pace::FIRST_PAGE, pace::MAX_PAGE)
    }

    fn pages(&self, now: Millis, first: u32, max: u32) -> Pages {
        Pages::new(now, first.min(self.most), max.min(self.most))
    }

    /// Whether a read is in progress, so that the next request continues it.
    pub fn is_busy(&self) -> bool {
        self.walk.is_some() || self.delta.is_some() || !self.suspects.is_empty()
    }

    /// These instances may have changed in a way that no list reports. Each is read now, and once more a little later;
    /// if there are many, the list is read instead. Changes are read first, because some may have been deleted.
    pub fn recheck(&mut self, now: Millis, ids: Vec<ServerId>, table: &Table) {
        let known: Vec<ServerId> = ids.into_iter().filter(|id| table.contains(id)).collect();
        if known.len() > pace::CHECK_MAX {
            self.walk = self.walk.take().or_else(|| Some(self.all(now)));
            return;
        }
        if !known.is_empty() && self.knows_changes && !self.is_busy() {
            self.poll(now);
        }
        let later = now.plus(pace::DOUBT_MS);
        self.rechecks.extend(known.iter().map(|id| (later, id.clone())));
        self.suspect(known);
    }

    /// The person asked for fresh data: reads a short list completely, of a long one the changes.
    pub fn refresh(&mut self, now: Millis, rows: usize) {
        self.knows_changes = true;
        if self.complete && self.walk.is_none() && rows <= pace::REFRESH_ALL_ROWS {
            self.walk = Some(self.all(now));
        }
    }

    /// Handles a page.
    pub fn answered(&mut self, now: Millis, asked: Millis, work: &Work, page: ServerPage, table: &mut Table) {
        let ids: Vec<ServerId> = page.servers.iter().map(|server| server.id.clone()).collect();
        let rows = page.servers.len();
        let mut changed = false;
        table.note_newest(now, &page.servers, page.date);
        for server in page.servers {
            changed |= table.merge(now, asked, server, Source::Full);
        }
        match work {
            Work::Walk => self.walked(now, &ids, page.has_next, table),
            Work::Reread => self.reread(now, asked, &ids, page.has_next, table),
            Work::Delta => self.delta(now, rows, changed, &ids, page.has_next, table),
            Work::Check(_) => {}
        }
        self.forget_deleted(table);
    }

    /// Drops re-reads of deleted instances.
    pub fn forget_deleted(&mut self, table: &Table) {
        self.suspects.retain(|id| table.contains(id));
        self.rechecks.retain(|(_, id)| table.contains(id));
    }

    /// The instance that was missing in a page has been checked.
    pub fn checked(&mut self) {
        self.suspects.pop_front();
    }

    fn walked(&mut self, now: Millis, ids: &[ServerId], has_next: bool, table: &mut Table) {
        let Some(mut walk) = self.walk.take() else { return };
        if walk.turn(ids, has_next, |id| table.contains(id)) {
            self.walk = Some(walk);
            return;
        }
        self.move_cursor(cursor(table, walk.started, false), table);
        // The pages of a long read are as old as its beginning; where every poll is a complete read, it needs pauses.
        self.polled_at = Some(if self.knows_changes { walk.started } else { now });
        if !self.complete {
            self.reread_at = now.plus(pace::REREAD_MS);
        }
        self.complete = true;
        self.reread = None;
        self.sweep(walk, table);
    }

    /// Moves the cursor forward; backward only if the cloud's clock went back, or if rows dated in the future had moved
    /// it too far.
    fn move_cursor(&mut self, to: Option<Timestamp>, table: &Table) {
        let newest = table.newest().map(|(newest, _)| newest);
        let most = i64::try_from(pace::BACKOFF_MAX_MS).unwrap_or(0);
        let far = newest.zip(self.cursor).is_some_and(|(newest, cursor)| cursor.0 > newest.0.saturating_add(most));
        self.cursor = if far { to } else { self.cursor.max(to) };
    }

    /// After a complete read: rows that no response since its start contained are deleted. A few are checked one by
    /// one.
    fn sweep(&mut self, walk: Pages, table: &mut Table) {
        let missing = table.not_seen_since(walk.started);
        if missing.len() > pace::CHECK_MAX {
            for id in &missing {
                table.remove(id, walk.started);
            }
            self.suspects.clear();
        } else {
            self.suspect(missing);
        }
        self.suspect(table.unlisted().into_iter().take(pace::CHECK_MAX).collect());
        self.order = walk.order;
    }

    fn suspect(&mut self, ids: Vec<ServerId>) {
        for id in ids {
            if !self.suspects.contains(&id) {
                self.suspects.push_back(id);
            }
        }
    }

    fn reread(&mut self, now: Millis, asked: Millis, ids: &[ServerId], has_next: bool, table: &mut Table) {
        self.reread_at = now.plus(pace::REREAD_MS);
        let Some(mut round) = self.reread.take() else { return };
        let from = round.marker().cloned();
        let goes_on = round.turn(ids, has_next, |id| table.contains(id));
        if self.ordered {
            let to = if goes_on { ids.last() } else { None };
            let range = pages::between(&self.order, from.as_ref(), to);
            let missing: Vec<ServerId> =
                range.iter().filter(|id| table.lists(id) && !table.seen_since(id, asked)).cloned().collect();
            if missing.len() > pace::CHECK_MAX {
                // Either much was deleted or the cloud's order is not stable: a complete read decides, once.
                self.walk = Some(self.all(now));
                self.ordered = false;
            } else {
                self.suspect(missing);
            }
        }
        if goes_on {
            self.reread = Some(round);
        } else {
            self.sweep(round, table);
        }
    }

    fn delta(&mut self, now: Millis, rows: usize, changed: bool, ids: &[ServerId], has_next: bool, table: &Table) {
        let Some(mut delta) = self.delta.take() else { return };
        delta.rows += rows;
        delta.changed |= changed;
        if delta.pages.turn(ids, has_next, |_| true) {
            self.delta = Some(delta);
            return;
        }
        let crowded = delta.rows >= pace::CROWDED_ROWS && !delta.changed;
        self.move_cursor(cursor(table, delta.pages.started, crowded), table);
        self.polled_at = Some(now);
    }

    /// Handles a failure.
    pub fn failed(&mut self, now: Millis, work: &Work, failure: &Failure, table: &mut Table) -> Remedy {
        if let Work::Check(_) = work {
            // One unreadable instance must not stop the list; the next round tries it again.
            let answered = !is_away(&failure.kind) && !matches!(failure.kind, FailureKind::RateLimited { .. });
            if answered {
                self.checked();
            }
            return Remedy::if_any(answered);
        }
        if failure.kind == FailureKind::TooLarge {
            return Remedy::if_any(self.shrink(work));
        }
        if !matches!(failure.kind, FailureKind::Invalid | FailureKind::NotFound) {
            return Remedy::None;
        }
        let pages = match work {
            Work::Walk => self.walk.as_mut(),
            Work::Reread => self.reread.as_mut(),
            Work::Delta => {
                // The marker is gone, or the cloud does not support `changes-since`: a complete read is always
                // possible.
                let first = self.delta.take().is_some_and(|delta| delta.pages.marker().is_none());
                self.knows_changes &= !first;
                self.walk = Some(self.all(now));
                return Remedy::Found;
            }
            Work::Check(_) => None,
        };
        // Nova rejects the marker of a deleted row: use the row before it.
        match pages.map(Pages::step_back) {
            Some(Refused::Back(id)) => {
                self.suspect(vec![id]);
                Remedy::Found
            }
            Some(Refused::Ended) if *work == Work::Walk => {
                self.walked(now, &[], false, table);
                Remedy::Ended
            }
            Some(Refused::Ended) => {
                (self.reread, self.reread_at) = (None, now.plus(pace::REREAD_MS));
                Remedy::Found
            }
            Some(Refused::Always) | None => Remedy::None,
        }
    }

    /// The response was too long: uses smaller pages from now on. Returns whether that is possible.
    fn shrink(&mut self, work: &Work) -> bool {
        let pages = match work {
            Work::Walk => self.walk.as_mut(),
            Work::Reread => self.reread.as_mut(),
            Work::Delta => self.delta.as_mut().map(|delta| &mut delta.pages),
            Work::Check(_) => None,
        };
        let rows = pages.and_then(Pages::halve);
        self.most = rows.unwrap_or(self.most);
        rows.is_some()
    }
}

/// The next `changes-since`: the largest `updated` seen, minus an overlap.
///
/// `newest` was received `back` milliseconds after the read began, so at that beginning the cloud's clock showed at
/// least `newest - back`, and later changes have a later `updated`, apart from the overlap. If the overlap is crowded
/// with unchanged rows (a mass update), the time passed since then is added to the cursor, so that they are not sent
/// again and again.
fn cursor(table: &Table, started: Millis, crowded: bool) -> Option<Timestamp> {
    let (newest, heard) = table.newest()?;
    let back = heard.since(started);
    let forth = if crowded { started.since(heard).min(pace::BACKOFF_MAX_MS) } else { 0 };
    let shift =
        i64::try_from(forth).unwrap_or(0) - i64::try_from(back.saturating_add(pace::OVERLAP_MS)).unwrap_or(i64::MAX);
    Some(Timestamp(newest.0.saturating_add(shift)))
}

fn changes_ask(delta: &Delta) -> Ask {
    let mut query = query_of(&delta.pages);
    query.changes_since = Some(delta.since);
    Ask::Servers(query)
}

fn page_ask(pages: &Pages) -> Ask {
    Ask::Servers(query_of(pages))
}

fn query_of(pages: &Pages) -> ServerQuery {
    ServerQuery { limit: Some(pages.limit), marker: pages.marker().cloned(), ..ServerQuery::default() }
}
