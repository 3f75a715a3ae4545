//! Search, filters and order of a list as they stand in an address: `?q=web&status=error&sort=name&dir=asc`.
//!
//! The table of instances has its own ([`crate::instances::Filter`]); this one serves every list that is short enough to
//! be searched from scratch.

use std::cmp::Ordering;

use crate::fold;
use crate::order::in_order;
use crate::query::{pairs, write};

/// The filter that says which of several lists is shown: it leaves out no rows.
pub const TAB: &str = "tab";

/// By which column and which way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// The column's word in the address.
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// What is shown of a list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    names: &'static [&'static str],
    /// One for each name; empty: all rows.
    picks: Vec<String>,
    /// The search box, as typed.
    pub search: String,
    /// The order; `None`: as the cloud lists them.
    pub order: Option<Order>,
    /// The order where the address says none.
    usual: Option<Order>,
}

impl Listing {
    /// Reads a query, with or without `?`. `names` are the filters there are; what is unknown is ignored.
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

    /// Sorted by this column where the address says nothing else.
    pub fn usually_by(mut self, column: &str, descending: bool) -> Self {
        let usual = Some(Order { column: column.to_owned(), descending });
        self.order = self.order.or_else(|| usual.clone());
        Self { usual, ..self }
    }

    /// Writes a query without `?`; what is as usual is left out.
    pub fn to_query(&self) -> String {
        let order = self.order.as_ref().filter(|_| self.order != self.usual);
        let sort = order.map_or("", |order| order.column.as_str());
        let direction = order.map_or("", |order| if order.descending { "desc" } else { "asc" });
        let picks = self.names.iter().copied().zip(self.picks.iter().map(String::as_str));
        write([("q", self.search.as_str())].into_iter().chain(picks).chain([("sort", sort), ("dir", direction)]))
    }

    /// What a filter is set to; empty: all rows.
    pub fn picked(&self, name: &str) -> &str {
        let mut both = self.names.iter().zip(&self.picks);
        both.find(|(known, _)| **known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Sets a filter; one that is not known is left alone.
    pub fn pick(&mut self, name: &str, value: &str) {
        let mut both = self.names.iter().zip(&mut self.picks);
        if let Some((_, pick)) = both.find(|(known, _)| **known == name) {
            *pick = value.to_owned();
        }
    }

    /// Some rows may be left out: an empty table then offers to show all.
    pub fn narrows(&self) -> bool {
        let mut set = self.names.iter().zip(&self.picks).filter(|(name, _)| **name != TAB);
        !self.search.trim().is_empty() || set.any(|(_, value)| !value.is_empty())
    }

    /// The same list with all its rows.
    pub fn cleared(&self) -> Self {
        let mut all = Self { picks: vec![String::new(); self.names.len()], search: String::new(), ..self.clone() };
        all.pick(TAB, self.picked(TAB));
        all
    }

    /// Another of the lists, from its beginning.
    pub fn at_tab(&self, tab: &str) -> Self {
        let mut other = Self { order: self.usual.clone(), ..self.cleared() };
        other.pick(TAB, tab);
        other
    }

    /// Whether all words typed are found in these texts.
    pub fn finds(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        self.search.split_whitespace().map(fold).all(|word| texts.iter().any(|text| text.contains(&word)))
    }
}

/// What a row is sorted by. Rows without a value stand last in both directions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SortKey {
    /// Of [`crate::instances::natural_key`].
    Text(Vec<u8>),
    /// A number, or a point in time.
    Number(i64),
    /// None.
    Nothing,
}

impl SortKey {
    /// Text in natural order; an empty one is none.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(crate::instances::natural_key(text)) }
    }

    /// A count or a size: 2^63 is more than there is.
    pub fn number(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A count or a size that may not be told.
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

/// The rows in the order asked for; without one, or of equal value, as they came.
pub fn arranged<'a, T>(rows: Vec<&'a T>, order: Option<&Order>, key: &dyn Fn(&T, &str) -> SortKey) -> Vec<&'a T> {
    let Some(order) = order else { return rows };
    let keyed: Vec<(SortKey, &T)> = rows.into_iter().map(|row| (key(row, &order.column), row)).collect();
    in_order(&keyed, |one, other| one.0.compare(&other.0, order.descending)).map(|(_, row)| *row).collect()
}

/// What is searched, filtered and sorted in a kind of rows.
pub struct Rules<'a, T> {
    /// What the search looks at.
    pub texts: &'a dyn Fn(&T) -> Vec<String>,
    /// Whether the filters leave a row.
    pub fits: &'a dyn Fn(&T) -> bool,
    /// What a column sorts by.
    pub key: &'a dyn Fn(&T, &str) -> SortKey,
    /// The column that tells apart what is equal.
    pub base: &'static str,
}

/// The rows that are left, in their order.
pub fn found<'a, T>(all: &'a [T], listing: &Listing, rules: &Rules<'_, T>) -> Vec<&'a T> {
    let finds = |row: &T| {
        let texts = (rules.texts)(row);
        listing.finds(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let left = all.iter().filter(|row| (rules.fits)(row) && finds(row)).collect();
    let base = Order { column: rules.base.to_owned(), descending: false };
    arranged(arranged(left, Some(&base), rules.key), listing.order.as_ref(), rules.key)
}

/// How many rows have each value, by value; those without one are left out.
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
