//! Row counts for the filter menus.

use super::StatusGroup;
use crate::order::sorted;

/// A zone or flavor, with its row count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facet {
    /// The value of the filter.
    pub id: String,
    /// The displayed name.
    pub name: String,
    pub rows: usize,
}

/// Row counts for the filter menus.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    statuses: [usize; StatusGroup::ALL.len()],
    /// Sorted by id.
    pub zones: Vec<Facet>,
    /// Sorted by id.
    pub flavors: Vec<Facet>,
}

impl Facets {
    /// The row count of a group.
    pub fn of_group(&self, group: StatusGroup) -> usize {
        self.statuses.get(group as usize).copied().unwrap_or_default()
    }

    /// The flavors by name. Flavors with the same name, such as those of two regions, are one.
    pub fn flavors_by_name(&self) -> Vec<Facet> {
        let mut named: Vec<Facet> = Vec::with_capacity(self.flavors.len());
        for flavor in sorted(&self.flavors, |one, other| one.name.cmp(&other.name)) {
            match named.last_mut() {
                Some(last) if last.name == flavor.name => last.rows += flavor.rows,
                _ => named.push(flavor),
            }
        }
        named
    }

    pub(super) fn count_group(&mut self, group: StatusGroup) {
        self.statuses.get_mut(group as usize).into_iter().for_each(|rows| *rows += 1);
    }
}

/// Counts a row. `name` is called only for a new id.
pub(super) fn count<'a>(facets: &mut Vec<Facet>, id: &str, name: &dyn Fn() -> &'a str) {
    match facets.binary_search_by(|known| known.id.as_str().cmp(id)) {
        Ok(at) => facets.get_mut(at).into_iter().for_each(|facet| facet.rows += 1),
        Err(at) => facets.insert(at, Facet { id: id.to_owned(), name: name().to_owned(), rows: 1 }),
    }
}
