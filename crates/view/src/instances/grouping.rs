//! Groups of rows: by what, in which order, and their sums.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cloud::Timestamp;
use cloud::wire::Server;

use super::index::Entry;
use super::texts::group_word;
use super::{Column, Names, StatusGroup, natural_key, value};
use crate::datum::Datum;
use crate::order::sorted;

/// Begins the id of a row that is the heading of a group. No cloud uses it in an id.
const MARK: char = '\u{1}';

/// What rows are grouped by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GroupBy {
    /// The groups of [`StatusGroup`].
    Status,
    Zone,
    Flavor,
    Image,
    Key,
    Network,
    Project,
    /// The groups of [`Age`].
    Age,
    /// The name without the number at its end: `web-01` and `web-2` are in `web`.
    Prefix,
    /// The value of a key of the metadata.
    Meta(String),
}

impl GroupBy {
    /// All that need no key, in the order in which they are offered.
    pub const ALL: [GroupBy; 9] = [
        GroupBy::Status,
        GroupBy::Zone,
        GroupBy::Flavor,
        GroupBy::Image,
        GroupBy::Key,
        GroupBy::Network,
        GroupBy::Project,
        GroupBy::Age,
        GroupBy::Prefix,
    ];

    /// The value in a URL: `zone`, `meta.role`.
    pub fn to_word(&self) -> String {
        match self {
            GroupBy::Status => "status",
            GroupBy::Zone => "zone",
            GroupBy::Flavor => "flavor",
            GroupBy::Image => "image",
            GroupBy::Key => "key",
            GroupBy::Network => "network",
            GroupBy::Project => "project",
            GroupBy::Age => "age",
            GroupBy::Prefix => "prefix",
            GroupBy::Meta(key) => return ["meta.", key].concat(),
        }
        .to_owned()
    }

    /// Parses the value in a URL.
    pub fn parse(word: &str) -> Option<Self> {
        match word.strip_prefix("meta.") {
            Some(key) => Some(GroupBy::Meta(key.to_owned())).filter(|_| !key.is_empty()),
            None => Self::ALL.into_iter().find(|by| by.to_word() == word),
        }
    }
}

/// Groups of ages; each contains what is in none before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Age {
    /// Up to 24 hours.
    Day,
    /// Up to 7 days.
    Week,
    /// Up to 30 days.
    Month,
    /// Up to 365 days.
    Year,
    Older,
}

impl Age {
    /// All groups, youngest first.
    pub const ALL: [Age; 5] = [Age::Day, Age::Week, Age::Month, Age::Year, Age::Older];

    /// The key of the group.
    pub fn as_str(self) -> &'static str {
        match self {
            Age::Day => "day",
            Age::Week => "week",
            Age::Month => "month",
            Age::Year => "year",
            Age::Older => "older",
        }
    }

    fn of(created: Timestamp, now: Timestamp) -> Self {
        match (now.0 - created.0) / (24 * 60 * 60 * 1000) {
            ..1 => Age::Day,
            1..7 => Age::Week,
            7..30 => Age::Month,
            30..365 => Age::Year,
            _ => Age::Older,
        }
    }
}

/// How rows are grouped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grouping {
    pub by: GroupBy,
    /// The keys of the groups whose rows are not shown.
    pub folded: BTreeSet<String>,
    /// For ages.
    pub now: Timestamp,
}

/// A group with what its rows add up to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Group {
    /// Its value: a name, the word of a status group or of an [`Age`]; empty: rows without a value.
    pub key: Arc<str>,
    pub rows: usize,
    pub vcpus: u64,
    /// MiB.
    pub ram_mb: u64,
    /// Rows whose flavor is not known: the sums are without them.
    pub unknown: usize,
}

/// The rows to show, headings included.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grouped {
    /// What the table shows: ids of headings ([`heading`]) and, unless the group is folded, of its rows.
    pub shown: Arc<[Arc<str>]>,
    /// The ids of all rows in this order.
    pub ids: Arc<[Arc<str>]>,
    /// In order.
    pub groups: Vec<Group>,
}

impl Grouped {
    /// Rows without groups.
    pub fn plain(ids: Arc<[Arc<str>]>) -> Self {
        Self { shown: ids.clone(), ids, groups: Vec::new() }
    }
}

/// The key of the group if the row is a heading.
pub fn heading(row: &str) -> Option<&str> {
    row.strip_prefix(MARK)
}

/// The id of the heading of a group.
pub fn heading_id(key: &str) -> Arc<str> {
    let mut id = String::from(MARK);
    id.push_str(key);
    id.into()
}

/// Puts rows, which are in their order, into groups. Groups without rows are left out.
pub(super) fn grouped<'a>(rows: impl Iterator<Item = (&'a Entry, &'a Arc<str>)>, grouping: &Grouping) -> Grouped {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<(Group, Vec<Arc<str>>)> = Vec::new();
    for (entry, key) in rows {
        let at = *places.entry(key).or_insert_with(|| {
            groups.push((Group { key: key.clone(), ..Group::default() }, Vec::new()));
            groups.len() - 1
        });
        let Some((group, ids)) = groups.get_mut(at) else { continue };
        group.rows += 1;
        match entry.size {
            Some(size) => {
                group.vcpus += u64::from(size.vcpus);
                group.ram_mb += size.ram_mb;
            }
            None => group.unknown += 1,
        }
        ids.push(entry.id.clone());
    }
    let keyed: Vec<(usize, Vec<u8>, usize)> = groups
        .iter()
        .enumerate()
        .map(|(at, (group, _))| (rank(&grouping.by, &group.key), natural_key(&group.key), at))
        .collect();
    let total = groups.iter().map(|(_, ids)| ids.len()).sum();
    let (mut ids, mut shown) = (Vec::with_capacity(total), Vec::with_capacity(total + groups.len()));
    let mut ordered = Vec::with_capacity(groups.len());
    for (_, _, at) in sorted(&keyed, |one, other| (one.0, &one.1).cmp(&(other.0, &other.1))) {
        let Some((group, rows)) = groups.get_mut(at) else { continue };
        shown.push(heading_id(&group.key));
        if !grouping.folded.contains(&*group.key) {
            shown.extend_from_slice(rows);
        }
        ids.append(rows);
        ordered.push(std::mem::take(group));
    }
    Grouped { shown: shown.into(), ids: ids.into(), groups: ordered }
}

/// The place of a group before its name counts; rows without a value come last.
fn rank(by: &GroupBy, key: &str) -> usize {
    let place = match by {
        _ if key.is_empty() => None,
        GroupBy::Status => StatusGroup::ALL.into_iter().position(|group| group_word(group) == key),
        GroupBy::Age => Age::ALL.into_iter().position(|age| age.as_str() == key),
        _ => Some(0),
    };
    place.unwrap_or(usize::MAX)
}

/// The group of an instance; `project`: the name of its project.
pub fn group_key(server: &Server, names: &Names, project: &str, by: &GroupBy, now: Timestamp) -> String {
    let of = |column| match value(column, server, names) {
        Datum::Text(text) => text,
        Datum::Texts(texts) => texts.join(", "),
        _ => String::new(),
    };
    match by {
        GroupBy::Status => group_word(StatusGroup::of(server)).to_owned(),
        GroupBy::Zone => of(Column::Zone),
        GroupBy::Flavor => of(Column::Flavor),
        GroupBy::Image => of(Column::Image),
        GroupBy::Key => of(Column::Key),
        GroupBy::Network => of(Column::Network),
        GroupBy::Project => project.to_owned(),
        GroupBy::Age => server.created.map(|created| Age::of(created, now).as_str()).unwrap_or_default().to_owned(),
        GroupBy::Prefix => prefix(&server.name).to_owned(),
        GroupBy::Meta(key) => server.metadata.said().and_then(|pairs| pairs.get(key)).cloned().unwrap_or_default(),
    }
}

/// A name without the number at its end; the whole name if nothing else is left.
fn prefix(name: &str) -> &str {
    let without = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let without = without.trim_end_matches(['-', '_', '.', ' ']);
    if without.is_empty() { name } else { without }
}
