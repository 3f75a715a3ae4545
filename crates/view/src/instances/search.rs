//! What the table of instances shows, as a query of the search language, and its URL parameters:
//! `?q=web%20status:running&sort=name&dir=asc`.

use query::{Query, Term};

use super::{Filter, Sort};

/// A query and a sort order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Search {
    /// As typed.
    pub text: String,
    pub sort: Sort,
}

impl Search {
    /// All rows for which these terms are true, as a link from another page.
    pub fn of(terms: &[Term]) -> Self {
        Self { text: Query::of(terms).to_string(), ..Self::default() }
    }

    /// Reads a query string, with or without `?`, also of earlier versions ([`Filter::to_text`]). Unknown parameters and
    /// values are ignored.
    pub fn of_query(query: &str) -> Self {
        let filter = Filter::of_query(query);
        Self { text: filter.to_text(), sort: filter.sort }
    }

    /// Writes a query string without `?`; defaults are left out.
    pub fn to_query(&self) -> String {
        Filter { search: self.text.clone(), sort: self.sort, ..Filter::default() }.to_query()
    }

    /// Whether it may hide rows, so that an empty table offers to show all.
    pub fn narrows(&self) -> bool {
        !self.text.trim().is_empty()
    }
}
