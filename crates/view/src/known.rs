//! A list with an index by id.

use std::sync::Arc;

/// A list that is searched by id without scanning it.
#[derive(Clone)]
pub struct Known<T> {
    rows: Arc<[T]>,
    /// Indices into `rows`, sorted by id.
    places: Arc<[u32]>,
    id: fn(&T) -> &str,
}

/// Compares identity, not content: every response is another list.
impl<T> PartialEq for Known<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

impl<T> Known<T> {
    /// Indexes a list.
    pub fn new(rows: Arc<[T]>, id: fn(&T) -> &str) -> Self {
        let all: Vec<u32> = (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect();
        let at = |place: &u32| rows.get(*place as usize).map(id);
        let places = crate::order::sorted(&all, |one, other| at(one).cmp(&at(other)));
        Self { places: places.into(), rows, id }
    }

    /// The row with an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        let row = |place: &u32| self.rows.get(*place as usize);
        let at = self.places.binary_search_by(|place| row(place).map(self.id).cmp(&Some(id))).ok()?;
        self.places.get(at).and_then(row)
    }

    /// All rows in their original order.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }
}
