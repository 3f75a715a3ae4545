//! A set of up to tens of thousands of instance ids with stable indices.

use cloud::ServerId;

/// Ids in insertion order. Each keeps its index, so that other data can be stored in a parallel vector.
#[derive(Default)]
pub(crate) struct Ids {
    ids: Vec<ServerId>,
    /// The indices sorted by id: lookups need few comparisons, and inserting moves four bytes per row.
    sorted: Vec<u32>,
}

impl Ids {
    /// The ids in insertion order.
    pub fn as_slice(&self) -> &[ServerId] {
        &self.ids
    }

    /// The index of an id.
    pub fn place(&self, id: &ServerId) -> Option<usize> {
        let at = self.search(id).ok()?;
        self.sorted.get(at).map(|place| *place as usize)
    }

    /// The index of an id, which is inserted if necessary.
    pub fn insert(&mut self, id: &ServerId) -> usize {
        match self.search(id) {
            Ok(at) => self.sorted.get(at).map_or(0, |place| *place as usize),
            Err(at) => {
                let place = self.ids.len();
                self.sorted.insert(at, u32::try_from(place).unwrap_or(u32::MAX));
                self.ids.push(id.clone());
                place
            }
        }
    }

    fn search(&self, id: &ServerId) -> Result<usize, usize> {
        self.sorted
            .binary_search_by(|place| self.ids.get(*place as usize).map(ServerId::as_str).cmp(&Some(id.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_has_one_place() {
        let mut ids = Ids::default();
        let named = |n: u32| ServerId(format!("{}-{n}", n * 7_919 % 997));
        for n in 0..500 {
            assert_eq!(ids.place(&named(n)), None);
            assert_eq!(ids.insert(&named(n)), n as usize);
        }
        for n in 0..500 {
            assert_eq!(ids.insert(&named(n)), n as usize);
            assert_eq!(ids.place(&named(n)), Some(n as usize));
            assert_eq!(ids.as_slice()[n as usize], named(n));
        }
        assert_eq!(ids.as_slice().len(), 500);
    }
}
