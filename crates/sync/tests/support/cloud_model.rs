//! The part of Nova that the local copy depends on: newest first, markers, `changes-since` with deleted rows.

use std::sync::Arc;

use cloud::calls::servers::ServerQuery;
use cloud::wire::{Server, ServerPage, Told};
use cloud::{FailureKind, ServerId, Status, Timestamp};
use sync::{Answer, Ask, Key, Value};

use super::rows::{address, row};

/// When the model's time begins, in seconds since 1970.
pub const BIRTH_S: i64 = 1_700_000_000;

pub struct CloudModel {
    pub now_ms: i64,
    pub rows: Vec<Server>,
    /// Deleted instances that `changes-since` still returns.
    pub tombs: Vec<Server>,
    pub marker_inclusive: bool,
    pub links: bool,
    pub cap: usize,
    pub knows_changes: bool,
    /// Every marker is refused.
    pub refuses_markers: bool,
    /// How many markers of images are refused because those rows have been deleted.
    pub lost_images: std::cell::Cell<u32>,
    /// An answer with more rows than this is too long.
    pub fits: usize,
    /// The hosts that write `updated` have clocks up to two seconds behind.
    pub skewed: bool,
    /// How many images there are.
    pub images: usize,
    pub image_page: usize,
    /// The last page of images links to another one.
    pub links_in_a_circle: bool,
    /// An image is being saved.
    pub images_move: bool,
    stamps: i64,
    numbers: i64,
}

impl CloudModel {
    pub fn with_rows(count: usize) -> Self {
        let mut model = Self {
            now_ms: BIRTH_S * 1000,
            rows: Vec::new(),
            tombs: Vec::new(),
            marker_inclusive: false,
            links: true,
            cap: 1000,
            knows_changes: true,
            refuses_markers: false,
            lost_images: std::cell::Cell::new(0),
            fits: usize::MAX,
            skewed: false,
            images: 7,
            image_page: 3,
            links_in_a_circle: false,
            images_move: false,
            stamps: 0,
            numbers: 0,
        };
        for number in 0..count as i64 {
            let row = row(&format!("s{number:05}"), BIRTH_S - 100_000 + number * 7);
            model.rows.push(row);
        }
        model.numbers = count as i64;
        model
    }

    /// In whole seconds, like Nova.
    fn stamp(&mut self) -> Option<Timestamp> {
        self.stamps += 1;
        let slow = if self.skewed { self.stamps % 3 * 1000 } else { 0 };
        Some(Timestamp((self.now_ms - slow) / 1000 * 1000))
    }

    pub fn create(&mut self) -> ServerId {
        let mut new = row(&format!("s{:05}", self.numbers), self.now_ms / 1000);
        self.numbers += 1;
        new.updated = self.stamp();
        let id = new.id.clone();
        self.rows.push(new);
        id
    }

    pub fn change(&mut self, nth: usize, edit: impl FnOnce(&mut Server)) -> Option<ServerId> {
        let stamp = self.stamp();
        let count = self.rows.len().max(1);
        let row = self.rows.get_mut(nth % count)?;
        edit(row);
        row.updated = stamp;
        Some(row.id.clone())
    }

    pub fn edit(&mut self, id: &ServerId, edit: impl FnOnce(&mut Server)) {
        let nth = self.rows.iter().position(|row| row.id == *id).expect("there");
        self.change(nth, edit);
    }

    /// Changes an address, which does not change `updated`.
    pub fn readdress(&mut self, nth: usize, last: u8) {
        let count = self.rows.len().max(1);
        if let Some(row) = self.rows.get_mut(nth % count) {
            row.addresses = Told::Said(vec![address(&format!("10.0.0.{last}"))]);
        }
    }

    /// Deletes; `told`: whether `changes-since` will return it.
    pub fn delete(&mut self, nth: usize, told: bool) -> Option<ServerId> {
        if self.rows.is_empty() {
            return None;
        }
        let mut gone = self.rows.remove(nth % self.rows.len());
        let id = gone.id.clone();
        gone.status = Status::Deleted;
        gone.updated = self.stamp();
        if told {
            self.tombs.push(gone);
        }
        Some(id)
    }

    /// All rows, newest first.
    pub fn listed(&self) -> Vec<Server> {
        let mut rows = self.rows.clone();
        rows.sort_by(|a, b| b.created.cmp(&a.created).then_with(|| a.id.cmp(&b.id)));
        rows
    }

    pub fn answer(&self, key: &Key, ask: &Ask) -> Result<Answer, FailureKind> {
        Ok(match ask {
            Ask::Servers(query) => Answer::Servers(self.page(query)?),
            Ask::Server(id) => {
                let found = self.rows.iter().find(|row| row.id == *id);
                Answer::Server(Box::new(found.cloned().ok_or(FailureKind::NotFound)?))
            }
            Ask::Value { so_far, halvings, .. } => match key {
                Key::KeyPair(..) => return Err(FailureKind::NotFound),
                Key::Images(_) => self.images(so_far.as_ref(), self.image_page >> halvings)?,
                _ => Answer::whole(Value::list(Vec::<String>::new())),
            },
        })
    }

    /// The next page of images, which are numbers here.
    fn images(&self, so_far: Option<&Value>, page: usize) -> Result<Answer, FailureKind> {
        let mut images = so_far.and_then(Value::get::<Arc<[usize]>>).map_or(Vec::new(), |known| known.to_vec());
        if !images.is_empty() && self.lost_images.get() > 0 {
            self.lost_images.set(self.lost_images.get() - 1);
            return Err(FailureKind::Invalid);
        }
        let end = self.images.min(images.len() + page);
        if end > self.fits.saturating_add(images.len()) {
            return Err(FailureKind::TooLarge);
        }
        images.extend(images.len()..end);
        let more = end < self.images || self.links_in_a_circle;
        Ok(Answer::Value { value: Value::list(images), more, moving: self.images_move })
    }

    fn page(&self, query: &ServerQuery) -> Result<ServerPage, FailureKind> {
        let mut rows = self.listed();
        if let Some(since) = query.changes_since {
            if !self.knows_changes {
                return Err(FailureKind::Invalid);
            }
            rows.extend(self.tombs.iter().cloned());
            rows.sort_by(|a, b| b.created.cmp(&a.created).then_with(|| a.id.cmp(&b.id)));
            rows.retain(|row| row.updated.is_some_and(|updated| updated.0 >= since.0 / 1000 * 1000));
        } else {
            rows.retain(|row| row.status != Status::SoftDeleted);
        }
        if let Some(marker) = &query.marker {
            if self.refuses_markers {
                return Err(FailureKind::Invalid);
            }
            let at = rows.iter().position(|row| row.id == *marker).ok_or(FailureKind::Invalid)?;
            rows.drain(..at + usize::from(!self.marker_inclusive));
        }
        let limit = query.limit.map_or(self.cap, |limit| limit as usize).min(self.cap);
        // Nova links to a next page whenever this one is full, even if nothing follows.
        let has_next = self.links && rows.len() >= limit;
        rows.truncate(limit);
        if rows.len() > self.fits {
            return Err(FailureKind::TooLarge);
        }
        Ok(ServerPage { servers: rows, has_next, date: Some(Timestamp(self.now_ms / 1000 * 1000)) })
    }
}
