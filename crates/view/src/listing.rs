//! Search, filters and sort order of a list page, and their URL parameters: `?q=web&status=error&sort=name&dir=asc`.
//!
//! Used for all lists that are short enough to be searched without an index; the table of instances has its own
//! ([`crate::instances::Search`]).

use std::cmp::Ordering;

use query::{Cells, Compiled, Fields, Term, edit};

use crate::fold;
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

/// Search, filters and sort order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    names: &'static [&'static str],
    /// One for each filter; empty: all rows.
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

    /// The same as a query in the search language: addresses of earlier versions have filters next to `q`. `term` says what
    /// a filter means; one that selects another list stays a parameter. The words stay as they are typed.
    pub fn to_text(&self, fields: Fields, term: fn(&str, &str) -> Option<Term>) -> String {
        let set = self.names.iter().zip(&self.picks).filter(|(name, value)| **name != TAB && !value.is_empty());
        let terms = set.filter_map(|(name, value)| term(name, value));
        terms.fold(self.search.clone(), |text, term| edit::set(&text, fields, &term))
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

    /// Whether all searched words occur in these texts.
    pub fn finds(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        self.search.split_whitespace().map(fold).all(|word| texts.iter().any(|text| text.contains(&word)))
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

/// How a kind of rows is searched, filtered and sorted.
pub struct Rules<'a, T> {
    /// The searched texts.
    pub texts: &'a dyn Fn(&T) -> Vec<String>,
    /// Whether a row passes the filters.
    pub fits: &'a dyn Fn(&T) -> bool,
    /// The sort key for a column.
    pub key: &'a dyn Fn(&T, &str) -> SortKey,
    /// The column that decides between equal rows.
    pub base: &'static str,
}

/// The rows to show, in order.
pub fn found<'a, T>(all: &'a [T], listing: &Listing, rules: &Rules<'_, T>) -> Vec<&'a T> {
    let finds = |row: &T| {
        let texts = (rules.texts)(row);
        listing.finds(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let left = all.iter().filter(|row| (rules.fits)(row) && finds(row)).collect();
    let base = Order { column: rules.base.to_owned(), descending: false };
    arranged(arranged(left, Some(&base), rules.key), listing.order.as_ref(), rules.key)
}

/// The rows that fit a query in the search language; `cells` says what is in a row, with the fields the query is compiled
/// with. [`arranged`] brings them in order.
pub fn fitting<'a, T>(all: &'a [T], query: &Compiled, cells: &dyn Fn(&T) -> Cells) -> Vec<&'a T> {
    all.iter().filter(|row| query.is_everything() || query.fits(&cells(row))).collect()
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
