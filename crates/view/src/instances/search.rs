//! What the table of instances shows: a query of the search language and a sort order, and their URL parameters:
//! `?q=web%20status:running&sort=name&dir=asc`.

use query::{Clock, Compiled, Op, Query, Term, edit};

use super::fields::{DISK, HAS, RAM, VCPUS};
use super::texts::{group, group_word};
use super::{Column, FIELDS, GroupBy, Sort, StatusGroup};
use crate::query::{pairs, write};

/// A query and a sort order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Search {
    /// As typed.
    pub text: String,
    pub sort: Sort,
    /// The columns in their order, the name first; empty: as usual.
    pub columns: Vec<Column>,
    /// What the rows are grouped by.
    pub group: Option<GroupBy>,
}

/// What a search needs that the table does not show, so that it is read only then.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Needs {
    /// The names of images, and of which instances they are.
    pub images: bool,
    /// The sizes of flavors.
    pub sizes: bool,
}

impl Search {
    /// All rows for which these terms are true, as a link from another page.
    pub fn of(terms: &[Term]) -> Self {
        Self { text: Query::of(terms).to_string(), ..Self::default() }
    }

    /// All rows of a status group.
    pub fn of_group(group: StatusGroup) -> Self {
        Self::of(&[in_group(group)])
    }

    /// All rows of a zone.
    pub fn of_zone(zone: &str) -> Self {
        Self::of(&[Term::field("zone", Op::Equals, zone)])
    }

    /// Reads a query string, with or without `?`. Unknown parameters and values are ignored. Addresses of earlier versions
    /// have `status`, `zone` and `flavor` next to `q`; they become terms.
    pub fn of_query(query: &str) -> Self {
        let (mut text, mut terms) = (String::new(), Vec::new());
        let (mut column, mut descending) = (None, None);
        let (mut columns, mut group) = (Vec::new(), None);
        for (name, value) in pairs(query).filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "q" => text = value,
                "status" => terms.extend(StatusGroup::parse(&value).map(in_group)),
                "zone" | "flavor" => terms.push(Term::field(&name, Op::Equals, &value)),
                "sort" => column = Column::parse(&value),
                "columns" => columns = chosen(value.split(',').filter_map(Column::parse)),
                "group" => group = GroupBy::parse(&value),
                "dir" => descending = Some(value == "desc"),
                _ => {}
            }
        }
        let sort = column.map(|column| Sort { column, descending: descending.unwrap_or(column == Column::Created) });
        let text = terms.iter().fold(text, |text, term| edit::set(&text, FIELDS, term));
        Self { text, sort: sort.unwrap_or_default(), columns, group }
    }

    /// Writes a query string without `?`; defaults are left out.
    pub fn to_query(&self) -> String {
        let sorted = self.sort != Sort::default();
        let direction = if self.sort.descending { "desc" } else { "asc" };
        let columns: Vec<&str> = self.columns.iter().map(|column| column.as_str()).collect();
        let group = self.group.as_ref().map(GroupBy::to_word).unwrap_or_default();
        write([
            ("q", self.text.as_str()),
            ("sort", if sorted { self.sort.column.as_str() } else { "" }),
            ("dir", if sorted { direction } else { "" }),
            ("columns", columns.join(",").as_str()),
            ("group", group.as_str()),
        ])
    }

    /// The query ready to be applied. `caret`: where a person is typing ([`Compiled::while_typing`]).
    pub fn compiled(&self, clock: Clock, caret: Option<usize>) -> Compiled {
        Compiled::while_typing(&Query::parse(&self.text), FIELDS, clock, caret)
    }

    /// What must be known of other resources to apply it.
    pub fn needs(&self) -> Needs {
        let query = Query::parse(&self.text);
        let fields = query.terms.iter().map(|placed| {
            let name = placed.term.field.as_deref();
            name.map(|name| FIELDS.find(name).map(|found| found.field.id))
        });
        let shows = |column: Column| self.columns.contains(&column) || self.sort.column == column;
        let own = Needs {
            images: shows(Column::Image) || self.group == Some(GroupBy::Image),
            // The headings of groups show sums.
            sizes: self.group.is_some() || [Column::Vcpus, Column::Ram, Column::Disk].into_iter().any(shows),
        };
        fields.fold(own, |needs, field| match field {
            // Words are searched in the names of images as well.
            None | Some(Some(group::IMAGE | HAS)) => Needs { images: true, ..needs },
            Some(Some(VCPUS | RAM | DISK)) => Needs { sizes: true, ..needs },
            Some(_) => needs,
        })
    }

    /// Whether it may hide rows, so that an empty table offers to show all.
    pub fn narrows(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

/// Columns as a person chose them: each once, and the name first, because it is the link to the instance. Empty: as usual.
pub fn chosen(columns: impl Iterator<Item = Column>) -> Vec<Column> {
    let mut all = vec![Column::Name];
    for column in columns {
        if !all.contains(&column) {
            all.push(column);
        }
    }
    let of_one_scope = Column::USUAL.iter().filter(|column| !column.is_of_scope());
    let usual = all.len() == 1 || all == Column::USUAL || all.iter().eq(of_one_scope);
    if usual { Vec::new() } else { all }
}

/// The term of a status group.
fn in_group(group: StatusGroup) -> Term {
    Term::field("status", Op::Contains, group_word(group))
}
