//! Sorts all rows by a column. In wasm, comparing strings in different places of memory is the expensive part, so
//! nearly all comparisons use numbers in adjacent memory.

use std::cmp::Ordering;
use std::net::IpAddr;

use super::index::{Entry, zone};
use super::{Column, Names, Sort, natural_key, value};
use crate::datum::Datum;
use crate::order::in_order;

/// The sort key of a row, compared field by field in this order.
pub(super) struct Place<'a> {
    /// Rows without a value come last, in both directions.
    missing: bool,
    /// The first 16 bytes of the key, inverted for descending order.
    head: u128,
    /// The key, for rows with the same first bytes.
    key: &'a [u8],
    pub(super) at: u32,
}

/// The sort keys of the rows for a column that has none in [`Entry`]. `None`: no value.
pub(super) type Keys = Vec<Option<Vec<u8>>>;

/// The sort keys for a column, or none where [`Entry`] has them.
pub(super) fn keys(rows: &[Entry], column: Column, names: &Names) -> Keys {
    use Column::*;
    match column {
        Name | Status | Zone | Flavor | Key | Address | Created | Project | Region | Cloud => Vec::new(),
        column => rows.iter().map(|row| key(&value(column, &row.server, names))).collect(),
    }
}

fn key(value: &Datum) -> Option<Vec<u8>> {
    // Shifted, so that negative numbers sort before others.
    let number = |number: i64| Some((number as u64 ^ 1 << 63).to_be_bytes().to_vec());
    match value {
        Datum::Nothing => None,
        Datum::Text(text) => Some(natural_key(text)),
        Datum::Number(n) => number(*n),
        Datum::Time(at) => number(at.0),
        Datum::Texts(texts) => Some(natural_key(&texts.join("\n"))),
    }
}

/// The row indices in the order of their ids; computed once, because ids do not change.
pub(super) fn by_id(rows: &[Entry]) -> Vec<u32> {
    let mut places = Vec::with_capacity(rows.len());
    for (at, row) in (0..).zip(rows) {
        let key = row.server.id.as_str().as_bytes();
        places.push(Place { missing: false, head: head_of(key), key, at });
    }
    order_of(&places, false)
}

/// The row indices in sort order. It is stable and starts from the order of ids, so ties stay sorted by id.
pub(super) fn sorted(rows: &[Entry], by_id: &[u32], sort: Sort, keys: &Keys) -> Vec<u32> {
    let row = |at: &u32| rows.get(*at as usize).map(|row| place(*at, row, sort, keys));
    order_of(&by_id.iter().filter_map(row).collect::<Vec<_>>(), sort.descending)
}

fn order_of(places: &[Place], descending: bool) -> Vec<u32> {
    in_order(places, |a, b| compare(a, b, descending)).map(|place| place.at).collect()
}

pub(super) fn compare(a: &Place, b: &Place, descending: bool) -> Ordering {
    let long = || {
        let tails = if a.key.len() > 16 || b.key.len() > 16 { a.key.cmp(b.key) } else { Ordering::Equal };
        if descending { tails.reverse() } else { tails }
    };
    a.missing.cmp(&b.missing).then(a.head.cmp(&b.head)).then_with(long)
}

pub(super) fn place<'a>(at: u32, row: &'a Entry, sort: Sort, keys: &'a Keys) -> Place<'a> {
    let (head, key): (Option<u128>, &[u8]) = match sort.column {
        Column::Name => text(Some(&row.name)),
        Column::Zone => text(zone(&row.server).map(|zone| zone.as_str().as_bytes())),
        Column::Flavor => text(row.flavor.as_deref()),
        Column::Key => text(row.key.as_deref()),
        Column::Status => {
            let word = row.server.status.as_str().as_bytes();
            (Some((row.group as u128) << 120 | head_of(word) >> 8), &[])
        }
        // Of all rows of an index they are the same.
        Column::Project | Column::Region | Column::Cloud => (None, &[]),
        Column::Address => (row.address.map(number), &[]),
        Column::Task
        | Column::Reason
        | Column::Since
        | Column::Vcpus
        | Column::Ram
        | Column::Disk
        | Column::Image
        | Column::Network
        | Column::Group
        | Column::Metadata
        | Column::Updated
        | Column::Id => text(keys.get(at as usize).and_then(Option::as_deref)),
        Column::Created => {
            // Shifted, so that times before 1970 sort before later ones.
            (row.server.created.map(|at| (i128::from(at.0) + (1 << 64)).unsigned_abs()), &[])
        }
    };
    let turned = head.map(|head| if sort.descending { !head } else { head });
    Place { missing: turned.is_none(), head: turned.unwrap_or_default(), key, at }
}

fn text(key: Option<&[u8]>) -> (Option<u128>, &[u8]) {
    (key.map(head_of), key.unwrap_or_default())
}

/// The first 16 bytes as a number with the same order.
fn head_of(bytes: &[u8]) -> u128 {
    let mut head = [0; 16];
    for (to, from) in head.iter_mut().zip(bytes) {
        *to = *from;
    }
    u128::from_be_bytes(head)
}

/// IPv4 before IPv6, whose first 32 bits are never all zero in practice.
fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}
