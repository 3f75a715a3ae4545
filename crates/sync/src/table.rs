//! The instances of one scope: rows, deleted records, when changes began, and what changed since it was last published.

use std::cmp::Ordering;
use std::sync::Arc;

use cloud::rules::lifecycle;
use cloud::wire::Server;
use cloud::{ServerId, Status, Timestamp};

use crate::ids::Ids;
use crate::{Millis, Source, absorb};

struct Row {
    server: Arc<Server>,
    /// When the request was sent whose response last contained it.
    asked: Millis,
    /// When it began to change.
    moving: Option<Millis>,
}

/// A record of a deleted instance, so that a late response does not restore it.
struct Tombstone {
    updated: Option<Timestamp>,
    asked: Millis,
}

enum Content {
    Row(Row),
    Deleted(Tombstone),
}

/// How a row changed since it was last published.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unpublished {
    Added,
    Updated,
    Removed,
}

struct Slot {
    content: Content,
    unpublished: Option<Unpublished>,
}

#[derive(Default)]
pub(crate) struct Table {
    ids: Ids,
    /// Parallel to `ids`.
    slots: Vec<Slot>,
    /// Newest first, as Nova lists them.
    order: Vec<Arc<Server>>,
    /// The largest plausible `updated` in a list, and when it was first received.
    newest: Option<(Timestamp, Millis)>,
    snapshot: Arc<[Arc<Server>]>,
    /// The indices of the slots with unpublished changes.
    changed: Vec<usize>,
    /// Rows of a table that was emptied.
    removed: Vec<ServerId>,
}

/// Rows that changed; each id is in one of the three.
#[derive(Default)]
pub(crate) struct Changes {
    pub added: Vec<ServerId>,
    pub updated: Vec<ServerId>,
    pub removed: Vec<ServerId>,
}

impl Table {
    /// Merges one row of a response, whose request was sent at `asked`. Returns whether anything changed.
    pub fn merge(&mut self, now: Millis, asked: Millis, server: Server, source: Source) -> bool {
        if self.is_older(asked, &server) {
            return false;
        }
        if server.status == Status::Deleted {
            return self.mark_deleted(&server.id, asked, server.updated);
        }
        self.put(now, asked, server, source)
    }

    /// Records the newest `updated` of a page. A host with a wrong clock writes an `updated` in the future, even in
    /// 2038: values are limited to the cloud's own `date`, and an earlier value that exceeds it is lowered.
    pub fn note_newest(&mut self, now: Millis, servers: &[Server], date: Option<Timestamp>) {
        let known = self.newest.map(|(newest, _)| newest);
        let reported = servers.iter().filter_map(|server| server.updated).max().max(known);
        let plausible = match (reported, date) {
            (Some(reported), Some(date)) => Some(reported.min(date)),
            (reported, _) => reported,
        };
        if plausible != known {
            self.newest = plausible.map(|newest| (newest, now));
        }
    }

    /// The cloud reported (by a 404, or by its absence in a complete read) that it is deleted.
    pub fn remove(&mut self, id: &ServerId, asked: Millis) -> bool {
        let updated = self.get(id).and_then(|server| server.updated);
        self.mark_deleted(id, asked, updated)
    }

    /// Whether a response is older than the known row. Requests may overtake each other: the later request has the
    /// newer data, unless `updated` says otherwise. `updated` alone is not enough, because it is written by several
    /// hosts with different clocks.
    fn is_older(&self, asked: Millis, server: &Server) -> bool {
        match self.content(&server.id) {
            Some(Content::Deleted(deleted)) => match (server.updated, deleted.updated) {
                (Some(new), Some(old)) => new <= old,
                _ => asked <= deleted.asked,
            },
            Some(Content::Row(row)) => asked < row.asked && server.updated <= row.server.updated,
            None => false,
        }
    }

    fn put(&mut self, now: Millis, asked: Millis, server: Server, source: Source) -> bool {
        let place = self.ids.insert(&server.id);
        let Some(Slot { content: Content::Row(row), .. }) = self.slots.get_mut(place) else {
            let row = Row { moving: lifecycle::moving(&server).then_some(now), server: Arc::new(server), asked };
            self.insert_ordered(row.server.clone());
            self.set(place, Content::Row(row), Unpublished::Added);
            return true;
        };
        let merged = absorb(&row.server, server, source);
        row.moving = if lifecycle::moving(&merged) { row.moving.or(Some(now)) } else { None };
        row.asked = row.asked.max(asked);
        if *row.server == merged {
            return false;
        }
        let new = Arc::new(merged);
        let known = std::mem::replace(&mut row.server, new.clone());
        if known.created != new.created {
            self.remove_ordered(&known);
        }
        self.insert_ordered(new);
        self.mark_changed(place, Unpublished::Updated);
        true
    }

    fn mark_deleted(&mut self, id: &ServerId, asked: Millis, updated: Option<Timestamp>) -> bool {
        let deleted = Content::Deleted(Tombstone { updated, asked });
        let place = self.ids.insert(id);
        if let Some(Slot { content: Content::Row(row), .. }) = self.slots.get(place) {
            let known = row.server.clone();
            self.remove_ordered(&known);
            self.set(place, deleted, Unpublished::Removed);
            return true;
        }
        match self.slots.get_mut(place) {
            Some(slot) => slot.content = deleted,
            None => self.slots.push(Slot { content: deleted, unpublished: None }),
        }
        false
    }

    fn set(&mut self, place: usize, content: Content, unpublished: Unpublished) {
        match self.slots.get_mut(place) {
            Some(slot) => slot.content = content,
            None => self.slots.push(Slot { content, unpublished: None }),
        }
        self.mark_changed(place, unpublished);
    }

    fn mark_changed(&mut self, place: usize, unpublished: Unpublished) {
        let Some(slot) = self.slots.get_mut(place) else { return };
        if slot.unpublished.is_none() {
            self.changed.push(place);
        }
        // A row that was not published yet stays an added one.
        if (slot.unpublished, unpublished) != (Some(Unpublished::Added), Unpublished::Updated) {
            slot.unpublished = Some(unpublished);
        }
    }

    /// An empty table that still publishes the removal of its rows.
    pub fn emptied(self) -> Self {
        let mut removed = self.removed;
        for (slot, id) in self.slots.iter().zip(self.ids.as_slice()) {
            let was_published = matches!(slot.content, Content::Row(_)) && slot.unpublished != Some(Unpublished::Added);
            if was_published || slot.unpublished == Some(Unpublished::Removed) {
                removed.push(id.clone());
            }
        }
        Self { removed, ..Self::default() }
    }

    /// What changed since the last call; rebuilds the snapshot.
    pub fn take_changes(&mut self) -> Option<Changes> {
        if self.changed.is_empty() && self.removed.is_empty() {
            return None;
        }
        self.snapshot = self.order.as_slice().into();
        let mut changes = Changes { removed: std::mem::take(&mut self.removed), ..Changes::default() };
        for place in std::mem::take(&mut self.changed) {
            let (Some(slot), Some(id)) = (self.slots.get_mut(place), self.ids.as_slice().get(place)) else { continue };
            let list = match slot.unpublished.take() {
                Some(Unpublished::Added) => &mut changes.added,
                Some(Unpublished::Updated) => &mut changes.updated,
                Some(Unpublished::Removed) => &mut changes.removed,
                None => continue,
            };
            list.push(id.clone());
        }
        Some(changes)
    }

    /// The ids removed since the changes were last taken.
    pub fn just_removed(&self) -> impl Iterator<Item = &ServerId> {
        let removed =
            |place: &&usize| self.slots.get(**place).is_some_and(|slot| slot.unpublished == Some(Unpublished::Removed));
        let ids = self.changed.iter().filter(removed).filter_map(|place| self.ids.as_slice().get(*place));
        self.removed.iter().chain(ids)
    }

    pub fn snapshot(&self) -> Arc<[Arc<Server>]> {
        self.snapshot.clone()
    }

    fn content(&self, id: &ServerId) -> Option<&Content> {
        self.slots.get(self.ids.place(id)?).map(|slot| &slot.content)
    }

    fn row(&self, id: &ServerId) -> Option<&Row> {
        match self.content(id)? {
            Content::Row(row) => Some(row),
            Content::Deleted(_) => None,
        }
    }

    pub fn get(&self, id: &ServerId) -> Option<&Arc<Server>> {
        self.row(id).map(|row| &row.server)
    }

    pub fn contains(&self, id: &ServerId) -> bool {
        self.row(id).is_some()
    }

    pub fn is_gone(&self, id: &ServerId) -> bool {
        matches!(self.content(id), Some(Content::Deleted(_)))
    }

    pub fn len(&self) -> usize {
        self.order.len()
    }

    pub fn newest(&self) -> Option<(Timestamp, Millis)> {
        self.newest
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.slots.iter().filter_map(|slot| match &slot.content {
            Content::Row(row) => Some(row),
            Content::Deleted(_) => None,
        })
    }

    /// Rows that no response to a request sent at `since` or later contained.
    pub fn not_seen_since(&self, since: Millis) -> Vec<ServerId> {
        let unseen = self.rows().filter(|row| row.asked < since && is_listed(&row.server));
        unseen.map(|row| row.server.id.clone()).collect()
    }

    /// Rows that exist although no list contains them: each has to be checked individually.
    pub fn unlisted(&self) -> Vec<ServerId> {
        self.rows().filter(|row| !is_listed(&row.server)).map(|row| row.server.id.clone()).collect()
    }

    /// Whether a complete list contains it.
    pub fn lists(&self, id: &ServerId) -> bool {
        self.row(id).is_some_and(|row| is_listed(&row.server))
    }

    /// Whether the response to a request sent at `since` or later contained this row.
    pub fn seen_since(&self, id: &ServerId, since: Millis) -> bool {
        self.row(id).is_some_and(|row| row.asked >= since)
    }

    /// When the latest change in progress began.
    pub fn moving_since(&self) -> Option<Millis> {
        self.rows().filter_map(|row| row.moving).max()
    }

    /// When this row began to change.
    pub fn row_moving_since(&self, id: &ServerId) -> Option<Millis> {
        self.row(id)?.moving
    }

    /// The position of a row in the order, or where it belongs.
    fn position(&self, server: &Server) -> Result<usize, usize> {
        self.order.binary_search_by(|known| newest_first(known, server))
    }

    fn insert_ordered(&mut self, server: Arc<Server>) {
        match self.position(&server) {
            Ok(at) => self.order.get_mut(at).into_iter().for_each(|known| *known = server.clone()),
            Err(at) => self.order.insert(at, server),
        }
    }

    fn remove_ordered(&mut self, server: &Server) {
        if let Ok(at) = self.position(server) {
            self.order.remove(at);
        }
    }
}

fn newest_first(one: &Server, other: &Server) -> Ordering {
    other.created.cmp(&one.created).then_with(|| one.id.as_str().cmp(other.id.as_str()))
}

/// Nova reports instances that were deleted but can be restored only in changes. Without this rule such a row would
/// disappear with the next complete read, and the way to restore it as well.
fn is_listed(server: &Server) -> bool {
    server.status != Status::SoftDeleted
}
