//! One table over the instances of several scopes. Each scope has a [`RowIndex`] of its own, because flavor and image names
//! belong to a scope; a change in one scope sorts only its rows again, and then the sorted lists are merged.

use std::sync::Arc;

use cloud::Scope;
use cloud::wire::Server;
use query::Compiled;

use super::fields::{ScopeNames, Searched};
use super::grouping::{Grouped, Grouping, grouped};
use super::occurring::Occurs;
use super::order::{Place, compare};
use super::{Column, Facets, Names, RowIndex, Sort, natural_key};
use crate::order::sorted;

/// Between the number of a scope and the id of the instance.
const SEPARATOR: char = '/';

/// The id of a row: the same instance id may exist in several scopes, so the scope's number comes first.
pub fn row_id(scope: u32, server: &str) -> String {
    format!("{scope}{SEPARATOR}{server}")
}

/// The number of the scope and the id of the instance.
pub fn split_row_id(id: &str) -> Option<(u32, &str)> {
    let (scope, server) = id.split_once(SEPARATOR)?;
    Some((scope.parse().ok()?, server))
}

/// The list of one scope, as it is known now.
pub struct Listed<'a> {
    /// The number of the scope in the ids of its rows.
    pub number: u32,
    /// The scope.
    pub scope: &'a Scope,
    /// The names a person reads: project and cloud. They are searched, and the project is sorted by.
    pub project: &'a str,
    pub cloud: &'a str,
    /// The instances.
    pub rows: &'a [Arc<Server>],
    /// The flavor and image names of the scope.
    pub names: &'a Names,
}

/// A position in the merged list.
#[derive(Clone, Copy)]
struct At {
    part: u32,
    row: u32,
}

struct Part {
    number: u32,
    /// Project, cloud, region as natural keys.
    names: [Vec<u8>; 3],
    index: RowIndex,
}

/// The rows of all scopes. Keep one for the table and [`Everywhere::update`] it.
#[derive(Default)]
pub struct Everywhere {
    /// Sorted by project, cloud and region; rows that are equal in the sort order follow this order.
    parts: Vec<Part>,
    order: Option<(Sort, Vec<At>)>,
}

impl Everywhere {
    /// Takes new snapshots. A scope that is not in the list any more is forgotten.
    pub fn update(&mut self, lists: &[Listed<'_>]) {
        let mut changed = lists.len() != self.parts.len();
        let mut parts = Vec::with_capacity(lists.len());
        for list in lists {
            let known = self.parts.iter().position(|part| part.number == list.number);
            changed |= known.is_none();
            let mut part = known.map_or_else(|| Part::new(list.number), |at| self.parts.swap_remove(at));
            changed |= part.update(list);
            parts.push(part);
        }
        let numbers: Vec<u32> = (0..).take(parts.len()).collect();
        let ranks = sorted(&numbers, |a, b| match (parts.get(*a as usize), parts.get(*b as usize)) {
            (Some(a), Some(b)) => a.names.cmp(&b.names).then(a.number.cmp(&b.number)),
            _ => std::cmp::Ordering::Equal,
        });
        let mut parts: Vec<Option<Part>> = parts.into_iter().map(Some).collect();
        self.parts = ranks.iter().filter_map(|at| parts.get_mut(*at as usize)?.take()).collect();
        // The same scopes with the same rows rank as before.
        if changed {
            self.order = None;
        }
    }

    /// The ids of all rows.
    pub fn ids(&self) -> impl Iterator<Item = &Arc<str>> {
        self.parts.iter().flat_map(|part| part.index.ids())
    }

    /// The ids of the rows that fit a query, in sort order. The query is compiled with [`super::FIELDS`].
    pub fn find(&mut self, query: &Compiled, sort: Sort) -> Arc<[Arc<str>]> {
        self.sort(sort);
        let order = self.order.as_ref().map(|(_, order)| order.as_slice()).unwrap_or_default();
        let hit = |at: &At| {
            let index = &self.parts.get(at.part as usize)?.index;
            let entry = index.row(at.row)?;
            query.fits(&Searched { entry, scope: index.scope_names() }).then(|| entry.id.clone())
        };
        order.iter().filter_map(hit).collect::<Vec<_>>().into()
    }

    /// [`Everywhere::find`] in groups.
    pub fn grouped(&mut self, query: &Compiled, sort: Sort, grouping: &Grouping) -> Grouped {
        self.sort(sort);
        self.parts.iter_mut().for_each(|part| part.index.group(grouping));
        let order = self.order.as_ref().map(|(_, order)| order.as_slice()).unwrap_or_default();
        let hit = |at: &At| {
            let index = &self.parts.get(at.part as usize)?.index;
            let (entry, key) = (index.row(at.row)?, index.group_of(at.row)?);
            query.fits(&Searched { entry, scope: index.scope_names() }).then_some((entry, key))
        };
        grouped(order.iter().filter_map(hit), grouping)
    }

    fn sort(&mut self, sort: Sort) {
        if self.order.as_ref().is_none_or(|(last, _)| *last != sort) {
            self.order = Some((sort, self.merged(sort)));
        }
    }

    /// The values that occur, for completion.
    pub fn occurring(&self) -> Occurs<'_> {
        Occurs { parts: self.parts.iter().map(|part| &part.index).collect() }
    }

    /// The contents of the filter menus.
    pub fn facets(&self) -> Facets {
        let mut facets = Facets::default();
        self.parts.iter().for_each(|part| part.index.count(&mut facets));
        facets
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.index.len()).sum()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn merged(&mut self, sort: Sort) -> Vec<At> {
        if let Some(parts) = self.parts_by(sort) {
            return self.one_after_the_other(&parts, sort);
        }
        let lists: Vec<Vec<Place<'_>>> = self.parts.iter_mut().map(|part| part.index.places(sort)).collect();
        let mut rest: Vec<&[Place<'_>]> = lists.iter().map(Vec::as_slice).collect();
        let mut merged = Vec::with_capacity(lists.iter().map(Vec::len).sum());
        // There are tens of lists at most: the smallest head is found by looking at each.
        loop {
            let heads = (0..).zip(&rest).filter_map(|(part, rest)| Some((part, rest.first()?)));
            let least: Option<(u32, &Place<'_>)> = heads.fold(None, |least, head| match least {
                Some(least) if compare(least.1, head.1, sort.descending).is_le() => Some(least),
                _ => Some(head),
            });
            let Some((part, place)) = least else { return merged };
            merged.push(At { part, row: place.at });
            if let Some(list) = rest.get_mut(part as usize) {
                *list = list.get(1..).unwrap_or_default();
            }
        }
    }

    /// The parts in the order of a column that is the same for all rows of a scope; `None`: it is another column.
    fn parts_by(&self, sort: Sort) -> Option<Vec<u32>> {
        let key = |part: &Part| match sort.column {
            Column::Project => Some([0, 1, 2].map(|at| part.names[at].clone())),
            Column::Region => Some([2, 0, 1].map(|at| part.names[at].clone())),
            Column::Cloud => Some([1, 0, 2].map(|at| part.names[at].clone())),
            _ => None,
        };
        let keyed: Option<Vec<_>> = (0..).zip(&self.parts).map(|(at, part)| key(part).map(|key| (key, at))).collect();
        let order = sorted(&keyed?, |a, b| if sort.descending { b.0.cmp(&a.0) } else { a.0.cmp(&b.0) });
        Some(order.into_iter().map(|(_, at)| at).collect())
    }

    fn one_after_the_other(&mut self, parts: &[u32], sort: Sort) -> Vec<At> {
        let mut all = Vec::with_capacity(self.len());
        for number in parts {
            if let Some(part) = self.parts.get_mut(*number as usize) {
                all.extend(part.index.places(sort).iter().map(|place| At { part: *number, row: place.at }));
            }
        }
        all
    }
}

impl Part {
    fn new(number: u32) -> Self {
        let index = RowIndex::with_prefix(row_id(number, ""));
        Self { number, names: Default::default(), index }
    }

    fn update(&mut self, list: &Listed<'_>) -> bool {
        let names = [list.project, list.cloud, list.scope.region.as_str()];
        let keys = names.map(natural_key);
        let renamed = self.names != keys;
        self.names = keys;
        self.index.set_scope_names(ScopeNames::new(list.scope, list.project, list.cloud, true));
        self.index.update(list.rows, list.names) || renamed
    }
}
