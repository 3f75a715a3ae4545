//! The table of flavors: what is searched, bounded and sorted, and how that stands in the address
//! (`?q=m2&disk=20&ram=4096&sort=ram&dir=desc`).

use std::cmp::Ordering;

use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;

use crate::fold;
use crate::instances::natural_key;
use crate::order::sorted;
use crate::query::{pairs, write};

#[cfg(test)]
mod tests;

/// What the table can be sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Column {
    /// Name, in natural order.
    #[default]
    Name,
    /// Family.
    Family,
    /// vCPUs.
    Vcpus,
    /// RAM.
    Ram,
    /// Root disk.
    Disk,
    /// Ephemeral disk.
    Ephemeral,
    /// Swap.
    Swap,
    /// `rxtx_factor`.
    Rxtx,
    /// Public first.
    Public,
}

const COLUMNS: [(Column, &str); 9] = [
    (Column::Name, "name"),
    (Column::Family, "family"),
    (Column::Vcpus, "vcpus"),
    (Column::Ram, "ram"),
    (Column::Disk, "disk"),
    (Column::Ephemeral, "ephemeral"),
    (Column::Swap, "swap"),
    (Column::Rxtx, "rxtx"),
    (Column::Public, "public"),
];

impl Column {
    /// Its word in the address.
    pub fn as_str(self) -> &'static str {
        COLUMNS.iter().find(|(column, _)| *column == self).map_or("", |(_, word)| word)
    }

    /// The column of a word.
    pub fn parse(word: &str) -> Option<Self> {
        COLUMNS.iter().find(|(_, known)| *known == word).map(|(column, _)| *column)
    }
}

/// What is shown of the table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// The search box, as typed.
    pub search: String,
    /// The smallest root disk in GB, as typed.
    pub min_disk: String,
    /// The smallest RAM in MB, as typed.
    pub min_ram: String,
    /// The order.
    pub column: Column,
    /// Largest first.
    pub descending: bool,
}

/// What was typed as a bound is not a whole number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber;

/// Largest bound that is sent: a cloud keeps sizes as signed 32-bit numbers, and refuses or fails above.
pub const BOUND_MAX: u64 = 2_147_483_647;

/// Reads a bound: nothing typed is no bound.
pub fn bound(typed: &str) -> Result<Option<u64>, NotANumber> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    // `+5` would parse.
    let digits = typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = typed.parse().ok().filter(|number| digits && *number <= BOUND_MAX);
    number.map(Some).ok_or(NotANumber)
}

impl Filter {
    /// Reads a query, with or without `?`. What is unknown is ignored.
    pub fn of_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs(query) {
            match name.as_str() {
                "q" => filter.search = value,
                "disk" => filter.min_disk = value,
                "ram" => filter.min_ram = value,
                "sort" => filter.column = Column::parse(&value).unwrap_or_default(),
                "dir" => filter.descending = value == "desc",
                _ => {}
            }
        }
        filter
    }

    /// Writes a query without `?`; what is as usual is left out.
    pub fn to_query(&self) -> String {
        let column = if self.column == Column::default() { "" } else { self.column.as_str() };
        write([
            ("q", self.search.as_str()),
            ("disk", self.min_disk.as_str()),
            ("ram", self.min_ram.as_str()),
            ("sort", column),
            ("dir", if self.descending { "desc" } else { "" }),
        ])
    }

    /// What the cloud is asked (row S01): a bound that cannot be read is not sent.
    pub fn ask(&self) -> FlavorQuery {
        FlavorQuery {
            min_disk_gb: bound(&self.min_disk).ok().flatten(),
            min_ram_mb: bound(&self.min_ram).ok().flatten(),
        }
    }

    /// Some rows may be left out.
    pub fn narrows(&self) -> bool {
        [&self.search, &self.min_disk, &self.min_ram].iter().any(|typed| !typed.trim().is_empty())
    }

    /// The flavors to show, in order. The bounds are the cloud's business.
    pub fn apply<'a>(&self, flavors: &'a [Flavor]) -> Vec<&'a Flavor> {
        let words: Vec<String> = self.search.split_whitespace().map(fold).collect();
        let shown: Vec<_> = flavors.iter().filter(|flavor| holds(flavor, &words)).collect();
        sorted(&shown, |one, other| {
            let order = self.compare(one, other);
            let order = if self.descending { order.reverse() } else { order };
            // The same order whichever way the column is sorted: rows of equal size do not swap.
            order.then_with(|| by_name(one, other))
        })
    }

    fn compare(&self, one: &Flavor, other: &Flavor) -> Ordering {
        match self.column {
            Column::Name => by_name(one, other),
            Column::Family => natural_key(one.family()).cmp(&natural_key(other.family())),
            Column::Vcpus => one.vcpus.cmp(&other.vcpus),
            Column::Ram => one.ram_mb.cmp(&other.ram_mb),
            Column::Disk => one.disk_gb.cmp(&other.disk_gb),
            Column::Ephemeral => one.ephemeral_gb.cmp(&other.ephemeral_gb),
            Column::Swap => one.swap.cmp(&other.swap),
            Column::Rxtx => one.rxtx_factor.unwrap_or_default().total_cmp(&other.rxtx_factor.unwrap_or_default()),
            Column::Public => other.is_public.cmp(&one.is_public),
        }
    }
}

fn by_name(one: &Flavor, other: &Flavor) -> Ordering {
    natural_key(&one.name).cmp(&natural_key(&other.name)).then_with(|| one.id.cmp(&other.id))
}

/// Every word is found in the name, the id or the extra specs.
fn holds(flavor: &Flavor, words: &[String]) -> bool {
    let specs = flavor.extra_specs.iter().flat_map(|(key, value)| [key.as_str(), value.as_str()]);
    let texts: Vec<String> = [flavor.name.as_str(), flavor.id.as_str()].into_iter().chain(specs).map(fold).collect();
    words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}

/// How the cloud took a bound: the guide says "larger than", stock Nova answers "at least" (row S01).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// A flavor of exactly that size was among the answers.
    AtLeast,
    /// A flavor of exactly that size exists, and was left out.
    MoreThan,
    /// No flavor has exactly that size: both give the same.
    Same,
    /// It cannot be told: not all flavors are known.
    Untold,
}

/// Which size a bound is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// `minDisk`.
    Disk,
    /// `minRam`.
    Ram,
}

/// How the cloud took a bound, told from its answer to `query` and from the list without bounds, where that is known.
pub fn meaning(which: Bound, query: &FlavorQuery, answer: &[Flavor], all: Option<&[Flavor]>) -> Option<Meaning> {
    let size = |flavor: &Flavor| if which == Bound::Disk { flavor.disk_gb } else { flavor.ram_mb };
    let asked = if which == Bound::Disk { query.min_disk_gb } else { query.min_ram_mb }?;
    if answer.iter().any(|flavor| size(flavor) == asked) {
        return Some(Meaning::AtLeast);
    }
    let Some(all) = all else { return Some(Meaning::Untold) };
    // One that the other bound keeps out tells nothing.
    let clear_of_other = |flavor: &Flavor| match which {
        Bound::Disk => query.min_ram_mb.is_none_or(|least| flavor.ram_mb > least),
        Bound::Ram => query.min_disk_gb.is_none_or(|least| flavor.disk_gb > least),
    };
    let exact: Vec<_> = all.iter().filter(|flavor| size(flavor) == asked).collect();
    Some(match exact.is_empty() {
        true => Meaning::Same,
        false if exact.into_iter().any(clear_of_other) => Meaning::MoreThan,
        false => Meaning::Untold,
    })
}
