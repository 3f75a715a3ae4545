//! How many rows there are of each kind, for the filter menus.

use super::StatusGroup;

/// A zone or a flavor that rows have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facet {
    /// What the filter asks for.
    pub id: String,
    /// What a person reads.
    pub name: String,
    /// How many rows have it.
    pub rows: usize,
}

/// How many rows there are of each kind, for the filter menus.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    statuses: [usize; StatusGroup::ALL.len()],
    /// By zone, sorted by id.
    pub zones: Vec<Facet>,
    /// By flavor, sorted by id.
    pub flavors: Vec<Facet>,
}

impl Facets {
    /// How many rows are in a group.
    pub fn of_group(&self, group: StatusGroup) -> usize {
        self.statuses.get(group as usize).copied().unwrap_or_default()
    }

    pub(super) fn count_group(&mut self, group: StatusGroup) {
        self.statuses.get_mut(group as usize).into_iter().for_each(|rows| *rows += 1);
    }
}

/// One more row has it. `name` is only asked when it is met for the first time.
pub(super) fn count<'a>(facets: &mut Vec<Facet>, id: &str, name: &dyn Fn() -> &'a str) {
    match facets.binary_search_by(|known| known.id.as_str().cmp(id)) {
        Ok(at) => facets.get_mut(at).into_iter().for_each(|facet| facet.rows += 1),
        Err(at) => facets.insert(at, Facet { id: id.to_owned(), name: name().to_owned(), rows: 1 }),
    }
}
