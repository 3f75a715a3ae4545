//! Search, filters and sort order of the table of instances, and their URL parameters:
//! `?q=web&status=running&zone=…&flavor=…&sort=name&dir=asc`.

use cloud::{FlavorId, ZoneName};
use query::{Op, Term, edit};

use super::texts::group_word;
use super::{Column, FIELDS, Sort, StatusGroup};
use crate::fold;
use crate::query::{pairs, write};

/// Search, filters and sort order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// As typed.
    pub search: String,
    pub status: Option<StatusGroup>,
    pub zone: Option<ZoneName>,
    pub flavor: Option<FlavorId>,
    pub sort: Sort,
}

impl Filter {
    /// Reads a query, with or without `?`. Unknown parameters and values are ignored.
    pub fn of_query(query: &str) -> Self {
        let mut filter = Self::default();
        let mut column = None;
        let mut descending = None;
        for (name, value) in pairs(query).filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "q" => filter.search = value,
                "status" => filter.status = StatusGroup::parse(&value),
                "zone" => filter.zone = Some(ZoneName(value)),
                "flavor" => filter.flavor = Some(FlavorId(value)),
                "sort" => column = Column::parse(&value),
                "dir" => descending = Some(value == "desc"),
                _ => {}
            }
        }
        if let Some(column) = column {
            filter.sort = Sort { column, descending: descending.unwrap_or(column == Column::Created) };
        }
        filter
    }

    /// Writes a query without `?`; defaults are left out.
    pub fn to_query(&self) -> String {
        let sorted = self.sort != Sort::default();
        let direction = if self.sort.descending { "desc" } else { "asc" };
        write([
            ("q", self.search.as_str()),
            ("status", self.status.map_or("", StatusGroup::as_str)),
            ("zone", self.zone.as_ref().map_or("", ZoneName::as_str)),
            ("flavor", self.flavor.as_ref().map_or("", FlavorId::as_str)),
            ("sort", if sorted { self.sort.column.as_str() } else { "" }),
            ("dir", if sorted { direction } else { "" }),
        ])
    }

    /// The same as a query of [`super::FIELDS`]: addresses of earlier versions have `status`, `zone` and `flavor` next to
    /// `q`, and become `q` with `status:`, `zone=` and `flavor=`. The words stay as they are typed.
    pub fn to_text(&self) -> String {
        let mut text = self.search.clone();
        let mut add = |name, op, value: &str| text = edit::set(&text, FIELDS, &Term::field(name, op, value));
        if let Some(group) = self.status {
            add("status", Op::Contains, group_word(group));
        }
        if let Some(zone) = &self.zone {
            add("zone", Op::Equals, zone.as_str());
        }
        if let Some(flavor) = &self.flavor {
            add("flavor", Op::Equals, flavor.as_str());
        }
        text
    }

    /// Whether it may hide rows, so that an empty table offers to show all.
    pub fn narrows(&self) -> bool {
        !self.search.trim().is_empty() || self.status.is_some() || self.zone.is_some() || self.flavor.is_some()
    }

    /// The words that must all be found, in lower case.
    pub(crate) fn words(&self) -> Vec<String> {
        self.search.split_whitespace().map(fold).collect()
    }
}
