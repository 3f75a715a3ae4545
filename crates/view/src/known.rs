//! Rows by id: a cell finds its row without searching a list of thousands.

use std::sync::Arc;

/// A list, and where in it each id stands.
#[derive(Clone)]
pub struct Known<T> {
    rows: Arc<[T]>,
    /// Places in `rows`, in the order of the ids.
    places: Arc<[u32]>,
    id: fn(&T) -> &str,
}

/// The same list, not an equal one: a new answer is another list.
impl<T> PartialEq for Known<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

impl<T> Known<T> {
    /// Takes on a list.
    pub fn new(rows: Arc<[T]>, id: fn(&T) -> &str) -> Self {
        let all: Vec<u32> = (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect();
        let at = |place: &u32| rows.get(*place as usize).map(id);
        let places = crate::order::sorted(&all, |one, other| at(one).cmp(&at(other)));
        Self { places: places.into(), rows, id }
    }

    /// The row of an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        let row = |place: &u32| self.rows.get(*place as usize);
        let at = self.places.binary_search_by(|place| row(place).map(self.id).cmp(&Some(id))).ok()?;
        self.places.get(at).and_then(row)
    }

    /// All rows, as they came.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }
}
