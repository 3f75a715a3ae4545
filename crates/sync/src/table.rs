//! The instances of one scope: rows, what was deleted, what moves, and what changed since it was last told.

use std::cmp::Ordering;
use std::sync::Arc;

use cloud::rules::lifecycle;
use cloud::wire::Server;
use cloud::{ServerId, Status, Timestamp};

use crate::ids::Ids;
use crate::{Millis, Source, absorb};

struct Row {
    server: Arc<Server>,
    /// When the request was sent whose answer told of it last.
    asked: Millis,
    /// When its motion began.
    moving: Option<Millis>,
}

/// What is remembered of a deleted instance, so that a late answer does not bring it back.
struct Grave {
    updated: Option<Timestamp>,
    asked: Millis,
}

enum Standing {
    Row(Row),
    Grave(Grave),
}

/// How a row changed since it was last told of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum News {
    Added,
    Updated,
    Removed,
}

struct Slot {
    standing: Standing,
    news: Option<News>,
}

#[derive(Default)]
pub(crate) struct Table {
    ids: Ids,
    /// One for each of `ids`.
    slots: Vec<Slot>,
    /// Newest first, as Nova lists them.
    order: Vec<Arc<Server>>,
    /// The largest plausible `updated` that a list told, and when it was heard first.
    newest: Option<(Timestamp, Millis)>,
    snapshot: Arc<[Arc<Server>]>,
    /// The places of the slots with news.
    fresh: Vec<usize>,
    /// Rows of a table that was emptied.
    lost: Vec<ServerId>,
}

/// Rows that changed, each id in one of the three.
#[derive(Default)]
pub(crate) struct Changes {
    pub added: Vec<ServerId>,
    pub updated: Vec<ServerId>,
    pub removed: Vec<ServerId>,
}

impl Table {
    /// Takes in one row of an answer. `asked` is when its request was sent. Answers whether anything changed.
    pub fn hear(&mut self, now: Millis, asked: Millis, server: Server, source: Source) -> bool {
        if self.is_older(asked, &server) {
            return false;
        }
        if server.status == Status::Deleted {
            return self.bury(&server.id, asked, server.updated);
        }
        self.put(now, asked, server, source)
    }

    /// A page told of these. A host whose clock is wrong writes an `updated` in the future, 2038 even: none counts for
    /// later than the cloud's own `date`, and what was believed before falls back to it.
    pub fn heard_of(&mut self, now: Millis, servers: &[Server], date: Option<Timestamp>) {
        let known = self.newest.map(|(newest, _)| newest);
        let told = servers.iter().filter_map(|server| server.updated).max().max(known);
        let plausible = match (told, date) {
            (Some(told), Some(date)) => Some(told.min(date)),
            (told, _) => told,
        };
        if plausible != known {
            self.newest = plausible.map(|newest| (newest, now));
        }
    }

    /// The cloud says (404, or missing from a complete reading) that it is gone.
    pub fn remove(&mut self, id: &ServerId, asked: Millis) -> bool {
        let updated = self.get(id).and_then(|server| server.updated);
        self.bury(id, asked, updated)
    }

    /// Two requests may overtake each other: the later question has the newer answer, unless `updated` says otherwise.
    /// `updated` alone decides nothing: it is written by several hosts, whose clocks differ.
    fn is_older(&self, asked: Millis, server: &Server) -> bool {
        match self.standing(&server.id) {
            Some(Standing::Grave(grave)) => match (server.updated, grave.updated) {
                (Some(new), Some(old)) => new <= old,
                _ => asked <= grave.asked,
            },
            Some(Standing::Row(row)) => asked < row.asked && server.updated <= row.server.updated,
            None => false,
        }
    }

    fn put(&mut self, now: Millis, asked: Millis, server: Server, source: Source) -> bool {
        let place = self.ids.insert(&server.id);
        let Some(Slot { standing: Standing::Row(row), .. }) = self.slots.get_mut(place) else {
            let row = Row { moving: lifecycle::moving(&server).then_some(now), server: Arc::new(server), asked };
            self.line_up(row.server.clone());
            self.stand(place, Standing::Row(row), News::Added);
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
            self.leave_line(&known);
        }
        self.line_up(new);
        self.tell(place, News::Updated);
        true
    }

    fn bury(&mut self, id: &ServerId, asked: Millis, updated: Option<Timestamp>) -> bool {
        let grave = Standing::Grave(Grave { updated, asked });
        let place = self.ids.insert(id);
        if let Some(Slot { standing: Standing::Row(row), .. }) = self.slots.get(place) {
            let known = row.server.clone();
            self.leave_line(&known);
            self.stand(place, grave, News::Removed);
            return true;
        }
        match self.slots.get_mut(place) {
            Some(slot) => slot.standing = grave,
            None => self.slots.push(Slot { standing: grave, news: None }),
        }
        false
    }

    fn stand(&mut self, place: usize, standing: Standing, news: News) {
        match self.slots.get_mut(place) {
            Some(slot) => slot.standing = standing,
            None => self.slots.push(Slot { standing, news: None }),
        }
        self.tell(place, news);
    }

    fn tell(&mut self, place: usize, news: News) {
        let Some(slot) = self.slots.get_mut(place) else { return };
        if slot.news.is_none() {
            self.fresh.push(place);
        }
        // Who never heard of a row hears of it as a new one.
        if (slot.news, news) != (Some(News::Added), News::Updated) {
            slot.news = Some(news);
        }
    }

    /// An empty table that still tells what it lost.
    pub fn emptied(self) -> Self {
        let mut lost = self.lost;
        for (slot, id) in self.slots.iter().zip(self.ids.as_slice()) {
            let was_told = matches!(slot.standing, Standing::Row(_)) && slot.news != Some(News::Added);
            if was_told || slot.news == Some(News::Removed) {
                lost.push(id.clone());
            }
        }
        Self { lost, ..Self::default() }
    }

    /// What changed since the last time, with the snapshot made anew.
    pub fn take_changes(&mut self) -> Option<Changes> {
        if self.fresh.is_empty() && self.lost.is_empty() {
            return None;
        }
        self.snapshot = self.order.as_slice().into();
        let mut changes = Changes { removed: std::mem::take(&mut self.lost), ..Changes::default() };
        for place in std::mem::take(&mut self.fresh) {
            let (Some(slot), Some(id)) = (self.slots.get_mut(place), self.ids.as_slice().get(place)) else { continue };
            let list = match slot.news.take() {
                Some(News::Added) => &mut changes.added,
                Some(News::Updated) => &mut changes.updated,
                Some(News::Removed) => &mut changes.removed,
                None => continue,
            };
            list.push(id.clone());
        }
        Some(changes)
    }

    /// The ids that went since the changes were last taken.
    pub fn just_removed(&self) -> impl Iterator<Item = &ServerId> {
        let removed = |place: &&usize| self.slots.get(**place).is_some_and(|slot| slot.news == Some(News::Removed));
        let ids = self.fresh.iter().filter(removed).filter_map(|place| self.ids.as_slice().get(*place));
        self.lost.iter().chain(ids)
    }

    pub fn snapshot(&self) -> Arc<[Arc<Server>]> {
        self.snapshot.clone()
    }

    fn standing(&self, id: &ServerId) -> Option<&Standing> {
        self.slots.get(self.ids.place(id)?).map(|slot| &slot.standing)
    }

    fn row(&self, id: &ServerId) -> Option<&Row> {
        match self.standing(id)? {
            Standing::Row(row) => Some(row),
            Standing::Grave(_) => None,
        }
    }

    pub fn get(&self, id: &ServerId) -> Option<&Arc<Server>> {
        self.row(id).map(|row| &row.server)
    }

    pub fn contains(&self, id: &ServerId) -> bool {
        self.row(id).is_some()
    }

    pub fn is_gone(&self, id: &ServerId) -> bool {
        matches!(self.standing(id), Some(Standing::Grave(_)))
    }

    pub fn len(&self) -> usize {
        self.order.len()
    }

    pub fn newest(&self) -> Option<(Timestamp, Millis)> {
        self.newest
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.slots.iter().filter_map(|slot| match &slot.standing {
            Standing::Row(row) => Some(row),
            Standing::Grave(_) => None,
        })
    }

    /// Rows of which no request sent at `since` or later has told.
    pub fn unheard_since(&self, since: Millis) -> Vec<ServerId> {
        let unheard = self.rows().filter(|row| row.asked < since && is_listed(&row.server));
        unheard.map(|row| row.server.id.clone()).collect()
    }

    /// Rows that no list names, though they are there: whether they still are, only asking for each one tells.
    pub fn unlisted(&self) -> Vec<ServerId> {
        self.rows().filter(|row| !is_listed(&row.server)).map(|row| row.server.id.clone()).collect()
    }

    /// Whether a list that is true names it.
    pub fn lists(&self, id: &ServerId) -> bool {
        self.row(id).is_some_and(|row| is_listed(&row.server))
    }

    /// Whether a request sent at `since` or later has told of this row.
    pub fn heard_since(&self, id: &ServerId, since: Millis) -> bool {
        self.row(id).is_some_and(|row| row.asked >= since)
    }

    /// When the latest motion began.
    pub fn moving_since(&self) -> Option<Millis> {
        self.rows().filter_map(|row| row.moving).max()
    }

    /// When this row's motion began.
    pub fn row_moving_since(&self, id: &ServerId) -> Option<Millis> {
        self.row(id)?.moving
    }

    /// Where a row stands in the order, or where it belongs.
    fn place_in_line(&self, server: &Server) -> Result<usize, usize> {
        self.order.binary_search_by(|known| newest_first(known, server))
    }

    fn line_up(&mut self, server: Arc<Server>) {
        match self.place_in_line(&server) {
            Ok(at) => self.order.get_mut(at).into_iter().for_each(|known| *known = server.clone()),
            Err(at) => self.order.insert(at, server),
        }
    }

    fn leave_line(&mut self, server: &Server) {
        if let Ok(at) = self.place_in_line(server) {
            self.order.remove(at);
        }
    }
}

fn newest_first(one: &Server, other: &Server) -> Ordering {
    other.created.cmp(&one.created).then_with(|| one.id.as_str().cmp(other.id.as_str()))
}

/// Nova names what was deleted and can be restored only among what changed; without this such a row would go with the
/// next reading, and with it the way back.
fn is_listed(server: &Server) -> bool {
    server.status != Status::SoftDeleted
}
