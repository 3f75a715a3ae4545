//! The instances of one scope: rows, what was deleted, what moves, and what changed since it was last told.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cloud::rules::lifecycle;
use cloud::wire::Server;
use cloud::{ServerId, Status, Timestamp};

use crate::{Millis, Source, absorb};

struct Row {
    server: Arc<Server>,
    /// When the request was sent whose answer told of it last.
    asked: Millis,
}

/// What is remembered of a deleted instance, so that a late answer does not bring it back.
struct Grave {
    updated: Option<Timestamp>,
    asked: Millis,
}

#[derive(Default)]
pub(crate) struct Table {
    rows: BTreeMap<ServerId, Row>,
    /// Newest first, as Nova lists them.
    order: BTreeMap<(Reverse<Option<Timestamp>>, ServerId), Arc<Server>>,
    graves: BTreeMap<ServerId, Grave>,
    moving: BTreeMap<ServerId, Millis>,
    /// The largest `updated` seen, and when it was heard first.
    newest: Option<(Timestamp, Millis)>,
    snapshot: Arc<[Arc<Server>]>,
    fresh: Changes,
}

/// Rows that changed, each id in one of the three.
#[derive(Default)]
pub(crate) struct Changes {
    pub added: BTreeSet<ServerId>,
    pub updated: BTreeSet<ServerId>,
    pub removed: BTreeSet<ServerId>,
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.updated.is_empty() && self.removed.is_empty()
    }
}

impl Table {
    /// Takes in one row of an answer. `asked` is when its request was sent. Answers whether anything changed.
    pub fn hear(&mut self, now: Millis, asked: Millis, server: Server, source: Source) -> bool {
        if let Some(updated) = server.updated
            && self.newest.is_none_or(|(newest, _)| updated > newest)
        {
            self.newest = Some((updated, now));
        }
        if self.is_older(asked, &server) {
            return false;
        }
        if matches!(server.status, Status::Deleted | Status::SoftDeleted) {
            return self.bury(&server.id, asked, server.updated);
        }
        self.graves.remove(&server.id);
        self.put(now, asked, server, source)
    }

    /// The cloud says (404, or missing from a complete reading) that it is gone.
    pub fn remove(&mut self, id: &ServerId, asked: Millis) -> bool {
        let updated = self.get(id).and_then(|server| server.updated);
        self.bury(id, asked, updated)
    }

    /// Two requests may overtake each other: the later question has the newer answer, unless `updated` says otherwise.
    /// `updated` alone decides nothing: it is written by several hosts, whose clocks differ.
    fn is_older(&self, asked: Millis, server: &Server) -> bool {
        if let Some(grave) = self.graves.get(&server.id) {
            return match (server.updated, grave.updated) {
                (Some(new), Some(old)) => new <= old,
                _ => asked <= grave.asked,
            };
        }
        self.rows.get(&server.id).is_some_and(|row| asked < row.asked && server.updated <= row.server.updated)
    }

    fn put(&mut self, now: Millis, asked: Millis, server: Server, source: Source) -> bool {
        let id = server.id.clone();
        let known = self.rows.get(&id).map(|row| row.server.clone());
        let merged = match &known {
            Some(known) => absorb(known, server, source),
            None => server,
        };
        if lifecycle::moving(&merged) {
            self.moving.entry(id.clone()).or_insert(now);
        } else {
            self.moving.remove(&id);
        }
        if let (Some(known), Some(row)) = (&known, self.rows.get_mut(&id)) {
            row.asked = row.asked.max(asked);
            if **known == merged {
                return false;
            }
            if known.created != merged.created {
                self.order.remove(&place(known));
            }
        }
        let server = Arc::new(merged);
        self.order.insert(place(&server), server.clone());
        self.rows.insert(id.clone(), Row { server, asked });
        self.fresh.removed.remove(&id);
        match known {
            None => self.fresh.added.insert(id),
            Some(_) if self.fresh.added.contains(&id) => true,
            Some(_) => self.fresh.updated.insert(id),
        };
        true
    }

    fn bury(&mut self, id: &ServerId, asked: Millis, updated: Option<Timestamp>) -> bool {
        self.graves.insert(id.clone(), Grave { updated, asked });
        self.moving.remove(id);
        let Some(row) = self.rows.remove(id) else { return false };
        self.order.remove(&place(&row.server));
        self.fresh.updated.remove(id);
        self.fresh.added.remove(id);
        self.fresh.removed.insert(id.clone());
        true
    }

    /// An empty table that still tells what it lost.
    pub fn emptied(self) -> Self {
        let mut fresh = Changes::default();
        fresh.removed.extend(self.rows.into_keys().filter(|id| !self.fresh.added.contains(id)));
        fresh.removed.extend(self.fresh.removed);
        Self { fresh, ..Self::default() }
    }

    /// What changed since the last time, with the snapshot made anew.
    pub fn take_changes(&mut self) -> Option<Changes> {
        if self.fresh.is_empty() {
            return None;
        }
        self.snapshot = self.order.values().cloned().collect();
        Some(std::mem::take(&mut self.fresh))
    }

    /// The ids that went since the changes were last taken.
    pub fn just_removed(&self) -> impl Iterator<Item = &ServerId> {
        self.fresh.removed.iter()
    }

    pub fn snapshot(&self) -> Arc<[Arc<Server>]> {
        self.snapshot.clone()
    }

    pub fn get(&self, id: &ServerId) -> Option<&Arc<Server>> {
        self.rows.get(id).map(|row| &row.server)
    }

    pub fn contains(&self, id: &ServerId) -> bool {
        self.rows.contains_key(id)
    }

    pub fn is_gone(&self, id: &ServerId) -> bool {
        self.graves.contains_key(id)
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn newest(&self) -> Option<(Timestamp, Millis)> {
        self.newest
    }

    /// Rows of which no request sent at `since` or later has told.
    pub fn unheard_since(&self, since: Millis) -> Vec<ServerId> {
        self.rows.iter().filter(|(_, row)| row.asked < since).map(|(id, _)| id.clone()).collect()
    }

    /// Whether a request sent at `since` or later has told of this row.
    pub fn heard_since(&self, id: &ServerId, since: Millis) -> bool {
        self.rows.get(id).is_some_and(|row| row.asked >= since)
    }

    /// When the latest motion began.
    pub fn moving_since(&self) -> Option<Millis> {
        self.moving.values().max().copied()
    }

    /// When this row's motion began.
    pub fn row_moving_since(&self, id: &ServerId) -> Option<Millis> {
        self.moving.get(id).copied()
    }
}

fn place(server: &Server) -> (Reverse<Option<Timestamp>>, ServerId) {
    (Reverse(server.created), server.id.clone())
}
