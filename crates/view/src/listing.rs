//! Search and sort order of a list page, and their URL parameters: `?q=web%20status:error&sort=name&dir=asc`.
//!
//! Used for all lists that are short enough to be searched without an index; the table of instances has its own
//! ([`crate::instances::Search`]).

use std::cmp::Ordering;

use query::{Cells, Compiled, Fields, Query, Term, edit};

use crate::order::in_order;
use crate::query::{pairs, write};

/// The filter that selects one of several lists; it hides no rows.
pub const TAB: &str = "tab";

/// Sort column and direction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// The column's name in the URL.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// Search, sort order, and the other parameters of the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    names: &'static [&'static str],
    /// One for each other parameter.
    picks: Vec<String>,
    /// As typed.
    pub search: String,
    /// `None`: as the cloud lists them.
    pub order: Option<Order>,
    /// The default order.
    usual: Option<Order>,
}

impl Listing {
    /// Reads a query, with or without `?`. `names` are the filters; unknown parameters are ignored.
    pub fn of_query(names: &'static [&'static str], query: &str) -> Self {
        let mut listing = Self { names, picks: vec![String::new(); names.len()], ..Self::default() };
        let (mut column, mut descending) = (String::new(), false);
        for (name, value) in pairs(query) {
            match name.as_str() {
                "q" => listing.search = value,
                "sort" => column = value,
                "dir" => descending = value == "desc",
                name => listing.pick(name, &value),
            }
        }
        listing.order = Some(Order { column, descending }).filter(|order| !order.column.is_empty());
        listing
    }

    /// Sets the default order.
    pub fn usually_by(mut self, column: &str, descending: bool) -> Self {
        let usual = Some(Order { column: column.to_owned(), descending });
        self.order = self.order.or_else(|| usual.clone());
        Self { usual, ..self }
    }

    /// Writes a query without `?`; defaults are left out.
    pub fn to_query(&self) -> String {
        let order = self.order.as_ref().filter(|_| self.order != self.usual);
        let sort = order.map_or("", |order| order.column.as_str());
        let direction = order.map_or("", |order| if order.descending { "desc" } else { "asc" });
        let picks = self.names.iter().copied().zip(self.picks.iter().map(String::as_str));
        write([("q", self.search.as_str())].into_iter().chain(picks).chain([("sort", sort), ("dir", direction)]))
    }

    /// The value of a filter; empty: all rows.
    pub fn picked(&self, name: &str) -> &str {
        let mut both = self.names.iter().zip(&self.picks);
        both.find(|(known, _)| **known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Sets a filter; unknown ones are ignored.
    pub fn pick(&mut self, name: &str, value: &str) {
        let mut both = self.names.iter().zip(&mut self.picks);
        if let Some((_, pick)) = both.find(|(known, _)| **known == name) {
            *pick = value.to_owned();
        }
    }

    /// Makes the filters of an earlier address terms of the search. `term` says what a filter means; other parameters stay
    /// as they are.
    pub fn in_terms(mut self, fields: Fields, term: fn(&str, &str) -> Option<Term>) -> Self {
        for (name, value) in self.names.iter().zip(&mut self.picks).filter(|(_, value)| !value.is_empty()) {
            if let Some(term) = term(name, value) {
                self.search = edit::set(&self.search, fields, &term);
                value.clear();
            }
        }
        self
    }

    /// Whether it may hide rows, so that an empty table offers to show all.
    pub fn narrows(&self) -> bool {
        let mut set = self.names.iter().zip(&self.picks).filter(|(name, _)| **name != TAB);
        !self.search.trim().is_empty() || set.any(|(_, value)| !value.is_empty())
    }

    /// A copy that shows all rows.
    pub fn cleared(&self) -> Self {
        let mut all = Self { picks: vec![String::new(); self.names.len()], search: String::new(), ..self.clone() };
        all.pick(TAB, self.picked(TAB));
        all
    }

    /// A copy that shows another list, from its beginning.
    pub fn at_tab(&self, tab: &str) -> Self {
        let mut other = Self { order: self.usual.clone(), ..self.cleared() };
        other.pick(TAB, tab);
        other
    }
}

/// The sort key of a row. Rows without a value come last in both directions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SortKey {
    /// From [`crate::instances::natural_key`].
    Text(Vec<u8>),
    /// A number or a timestamp.
    Number(i64),
    /// No value.
    Nothing,
}

impl SortKey {
    /// Text in natural order; empty: no value.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(crate::instances::natural_key(text)) }
    }

    /// A count or size; all are below 2^63.
    pub fn number(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// An optional count or size.
    pub fn told(number: Option<u64>) -> Self {
        number.map_or(Self::Nothing, Self::number)
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Nothing, Self::Nothing) => return Ordering::Equal,
            (Self::Nothing, _) => return Ordering::Greater,
            (_, Self::Nothing) => return Ordering::Less,
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.cmp(other),
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
        };
        if descending { order.reverse() } else { order }
    }
}

/// The rows in the requested order; without one, or with equal keys, in their original order.
pub fn arranged<'a, T>(rows: Vec<&'a T>, order: Option<&Order>, key: &dyn Fn(&T, &str) -> SortKey) -> Vec<&'a T> {
    let Some(order) = order else { return rows };
    let keyed: Vec<(SortKey, &T)> = rows.into_iter().map(|row| (key(row, &order.column), row)).collect();
    in_order(&keyed, |one, other| one.0.compare(&other.0, order.descending)).map(|(_, row)| *row).collect()
}

/// How a kind of rows is searched and sorted.
pub struct Rules<'a, T> {
    /// What is in a row, with the fields that the query is compiled with.
    pub cells: &'a dyn Fn(&T) -> Cells,
    /// The sort key for a column.
    pub key: &'a dyn Fn(&T, &str) -> SortKey,
    /// The column that decides between equal rows; empty: their original order does.
    pub base: &'static str,
}

/// The rows that fit a query, in order.
pub fn found<'a, T>(all: &'a [T], query: &Compiled, order: Option<&Order>, rules: &Rules<'_, T>) -> Vec<&'a T> {
    let fits = |row: &&T| query.is_everything() || query.fits(&(rules.cells)(row));
    let left = all.iter().filter(fits).collect();
    let base = Order { column: rules.base.to_owned(), descending: false };
    let base = Some(&base).filter(|base| !base.column.is_empty());
    arranged(arranged(left, base, rules.key), order, rules.key)
}

/// The query of the address of a list that shows the rows for which these terms are true, with its `?`.
pub fn showing(terms: &[Term]) -> String {
    let query = Query::of(terms).to_string();
    ["?", &write([("q", query.as_str())])].concat()
}

/// How many rows have each value, sorted by value; empty values are left out.
pub fn counted<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for value in values.filter(|value| !value.is_empty()) {
        match counts.binary_search_by(|(known, _)| known.as_str().cmp(value)) {
            Ok(at) => counts.get_mut(at).into_iter().for_each(|(_, rows)| *rows += 1),
            Err(at) => counts.insert(at, (value.to_owned(), 1)),
        }
    }
    counts
}
