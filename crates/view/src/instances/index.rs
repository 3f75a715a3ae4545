//! Rows prepared for searching and sorting, so that a key press with 10,000 rows takes less than a frame.

use std::net::IpAddr;
use std::sync::Arc;

use cloud::wire::Server;
use cloud::{FlavorId, Scope, ZoneName};
use query::Compiled;

use super::facets::{Facets, count};
use super::fields::{PROJECT, ScopeNames, Searched};
use super::grouping::{GroupBy, Grouped, Grouping, group_key, grouped};
use super::occurring::Occurs;
use super::order::{self, Keys, Place};
use super::reused::Reused;
use super::texts::Texts;
use super::{Names, Size, Sort, StatusGroup, natural_key};

pub(super) struct Entry {
    pub(super) server: Arc<Server>,
    /// Shared, so that a result is 10,000 reference counts and not 10,000 copies.
    pub(super) id: Arc<str>,
    pub(super) texts: Texts,
    pub(super) name: Vec<u8>,
    pub(super) group: StatusGroup,
    pub(super) flavor: Option<Vec<u8>>,
    pub(super) address: Option<IpAddr>,
    pub(super) key: Option<Vec<u8>>,
    /// The size of its flavor, if known.
    pub(super) size: Option<Size>,
    /// There is an image of it.
    pub(super) is_imaged: bool,
}

/// The prepared rows. Keep one for the table and [`RowIndex::update`] it with each snapshot.
#[derive(Default)]
pub struct RowIndex {
    rows: Vec<Entry>,
    names: Names,
    /// The order by id, valid as long as the ids are the same.
    by_id: Option<Vec<u32>>,
    /// The last sort order, because sorting 10,000 rows takes longer than searching them.
    order: Option<(Sort, Vec<u32>)>,
    /// The sort keys of that order, where the rows have none.
    keys: Keys,
    /// The group of each row, as it was last asked for. Ages are those of the hour.
    groups: Option<(GroupBy, i64, Vec<Arc<str>>)>,
    /// Begins the ids that [`RowIndex::find`] returns: two clouds may use the same id.
    prefix: String,
    scope: ScopeNames,
}

impl RowIndex {
    /// An index whose ids begin with `prefix`.
    pub(super) fn with_prefix(prefix: String) -> Self {
        Self { prefix, ..Self::default() }
    }

    /// Takes a new snapshot; whether it differs from the last one. Rows with the same `Arc` as before are reused.
    pub fn update(&mut self, rows: &[Arc<Server>], names: &Names) -> bool {
        let renamed = self.names != *names;
        let unchanged = !renamed
            && rows.len() == self.rows.len()
            && rows.iter().zip(&self.rows).all(|(new, old)| Arc::ptr_eq(new, &old.server));
        if unchanged {
            return false;
        }
        self.order = None;
        self.groups = None;
        let same_ids = rows.len() == self.rows.len()
            && rows.iter().zip(&self.rows).all(|(new, old)| Arc::ptr_eq(new, &old.server) || new.id == old.server.id);
        if !same_ids {
            self.by_id = None;
        }
        if renamed {
            self.names = names.clone();
            self.rows.clear();
        }
        let mut old = Reused::new(std::mem::take(&mut self.rows));
        let prefix = self.prefix.as_str();
        let new = |row: &Arc<Server>| Entry::new(row.clone(), names, prefix);
        self.rows = rows.iter().map(|row| old.take(row).unwrap_or_else(|| new(row))).collect();
        true
    }

    /// Names the scope of the rows, so that `project:`, `region:` and `cloud:` find them. `project` and `cloud`: the names
    /// that a person reads.
    pub fn set_scope(&mut self, scope: &Scope, project: &str, cloud: &str) {
        self.scope = ScopeNames::new(scope, project, cloud, false);
        self.groups = None;
    }

    /// [`RowIndex::set_scope`] for a table of several scopes, where words are searched in the names, too.
    pub(super) fn set_scope_names(&mut self, names: ScopeNames) {
        self.scope = names;
        self.groups = None;
    }

    pub(super) fn scope_names(&self) -> &ScopeNames {
        &self.scope
    }

    /// The ids of the rows that fit a query, in sort order. The query is compiled with [`super::FIELDS`].
    pub fn find(&mut self, query: &Compiled, sort: Sort) -> Arc<[Arc<str>]> {
        self.sort(sort);
        let order = self.order.as_ref().map(|(_, order)| order.as_slice()).unwrap_or_default();
        let rows = order.iter().filter_map(|at| self.rows.get(*at as usize));
        let hits = rows.filter(|entry| query.fits(&Searched { entry, scope: &self.scope }));
        hits.map(|row| row.id.clone()).collect::<Vec<_>>().into()
    }

    /// [`RowIndex::find`] in groups.
    pub fn grouped(&mut self, query: &Compiled, sort: Sort, grouping: &Grouping) -> Grouped {
        self.sort(sort);
        self.group(grouping);
        let order = self.order.as_ref().map(|(_, order)| order.as_slice()).unwrap_or_default();
        let rows = order.iter().filter_map(|at| Some((self.rows.get(*at as usize)?, self.group_of(*at)?)));
        grouped(rows.filter(|(entry, _)| query.fits(&Searched { entry, scope: &self.scope })), grouping)
    }

    /// Finds the group of each row.
    pub(super) fn group(&mut self, grouping: &Grouping) {
        let hour = grouping.now.0 / (60 * 60 * 1000);
        if self.groups.as_ref().is_some_and(|(by, then, _)| *by == grouping.by && *then == hour) {
            return;
        }
        let project = self.scope.name(PROJECT);
        let key = |row: &Entry| group_key(&row.server, &self.names, project, &grouping.by, grouping.now).into();
        self.groups = Some((grouping.by.clone(), hour, self.rows.iter().map(key).collect()));
    }

    /// The group of a row by its place in the snapshot.
    pub(super) fn group_of(&self, at: u32) -> Option<&Arc<str>> {
        self.groups.as_ref().and_then(|(_, _, keys)| keys.get(at as usize))
    }

    /// The values that occur, for completion.
    pub fn occurring(&self) -> Occurs<'_> {
        Occurs { parts: vec![self] }
    }

    pub(super) fn searched_rows(&self) -> impl Iterator<Item = Searched<'_>> {
        self.rows.iter().map(|entry| Searched { entry, scope: &self.scope })
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    fn sort(&mut self, sort: Sort) {
        if self.order.as_ref().is_some_and(|(last, _)| *last == sort) {
            return;
        }
        let rows = &self.rows;
        let by_id = self.by_id.get_or_insert_with(|| order::by_id(rows));
        self.keys = order::keys(rows, sort.column, &self.names);
        self.order = Some((sort, order::sorted(rows, by_id, sort, &self.keys)));
    }

    /// The rows in sort order, with their sort keys.
    pub(super) fn places(&mut self, sort: Sort) -> Vec<Place<'_>> {
        self.sort(sort);
        let order = self.order.as_ref().map(|(_, order)| order.as_slice()).unwrap_or_default();
        order.iter().filter_map(|at| Some(order::place(*at, self.rows.get(*at as usize)?, sort, &self.keys))).collect()
    }

    /// A row by its place in the snapshot.
    pub(super) fn row(&self, at: u32) -> Option<&Entry> {
        self.rows.get(at as usize)
    }

    /// The ids of all rows.
    pub fn ids(&self) -> impl Iterator<Item = &Arc<str>> {
        self.rows.iter().map(|row| &row.id)
    }

    /// The contents of the filter menus.
    pub fn facets(&self) -> Facets {
        let mut facets = Facets::default();
        self.count(&mut facets);
        facets
    }

    /// Adds its rows to the contents of the filter menus.
    pub(super) fn count(&self, facets: &mut Facets) {
        for row in &self.rows {
            facets.count_group(row.group);
            if let Some(zone) = zone(&row.server) {
                count(&mut facets.zones, zone.as_str(), &|| zone.as_str());
            }
            if let Some(id) = flavor_id(&row.server) {
                count(&mut facets.flavors, id.as_str(), &|| self.names.flavor_of(&row.server));
            }
        }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Entry {
    fn new(server: Arc<Server>, names: &Names, prefix: &str) -> Self {
        let flavor = names.flavor_of(&server);
        let addresses = server.addresses.said().map(Vec::as_slice).unwrap_or_default();
        let key = server.key_name.said().and_then(Option::as_ref);
        let first = addresses.iter().find(|address| !address.floating).or(addresses.first());
        Self {
            name: natural_key(&server.name),
            group: StatusGroup::of(&server),
            flavor: Some(flavor).filter(|name| !name.is_empty()).map(natural_key),
            address: first.and_then(|address| address.addr.parse().ok()),
            key: key.map(|key| natural_key(key.as_str())),
            size: names.size_of(&server),
            is_imaged: names.imaged.has(&server.id),
            texts: Texts::new(&server, names),
            id: [prefix, server.id.as_str()].concat().into(),
            server,
        }
    }
}

pub(super) fn zone(server: &Server) -> Option<&ZoneName> {
    server.zone.said()?.as_ref()
}

fn flavor_id(server: &Server) -> Option<&FlavorId> {
    server.flavor.said()?.id.as_ref()
}
