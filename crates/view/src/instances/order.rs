//! Sorting all rows by a column. In wasm a comparison of two strings in different places of memory is what costs, so
//! nearly all comparisons are made of numbers that stand beside each other.

use std::cmp::Ordering;
use std::net::IpAddr;

use super::index::{Entry, zone};
use super::{Column, Sort};
use crate::order::in_order;

/// One row's place: compared field by field, in this order.
struct Place<'a> {
    /// Rows without a value stand last, in both directions.
    missing: bool,
    /// The first 16 bytes of the key, turned round when the order is.
    head: u128,
    /// The key, for those that do not differ so early.
    key: &'a [u8],
    at: u32,
}

/// The rows' indexes in the order of their ids: made once, as ids do not change.
pub(super) fn by_id(rows: &[Entry]) -> Vec<u32> {
    let mut places = Vec::with_capacity(rows.len());
    for (at, row) in (0..).zip(rows) {
        let key = row.server.id.as_str().as_bytes();
        places.push(Place { missing: false, head: head_of(key), key, at });
    }
    order_of(&places, false)
}

/// The rows' indexes in the order of a sort. Begins with the order of ids and is stable: ties stay by id, without a
/// comparison of ids.
pub(super) fn sorted(rows: &[Entry], by_id: &[u32], sort: Sort) -> Vec<u32> {
    let row = |at: &u32| rows.get(*at as usize).map(|row| place(*at, row, sort));
    order_of(&by_id.iter().filter_map(row).collect::<Vec<_>>(), sort.descending)
}

fn order_of(places: &[Place], descending: bool) -> Vec<u32> {
    in_order(places, |a, b| compare(a, b, descending)).map(|place| place.at).collect()
}

fn compare(a: &Place, b: &Place, descending: bool) -> Ordering {
    let long = || {
        let tails = if a.key.len() > 16 || b.key.len() > 16 { a.key.cmp(b.key) } else { Ordering::Equal };
        if descending { tails.reverse() } else { tails }
    };
    a.missing.cmp(&b.missing).then(a.head.cmp(&b.head)).then_with(long)
}

fn place(at: u32, row: &Entry, sort: Sort) -> Place<'_> {
    let (head, key): (Option<u128>, &[u8]) = match sort.column {
        Column::Name => text(Some(&row.name)),
        Column::Zone => text(zone(&row.server).map(|zone| zone.as_str().as_bytes())),
        Column::Flavor => text(row.flavor.as_deref()),
        Column::Key => text(row.key.as_deref()),
        Column::Status => {
            let word = row.server.status.as_str().as_bytes();
            (Some((row.group as u128) << 120 | head_of(word) >> 8), &[])
        }
        Column::Address => (row.address.map(number), &[]),
        Column::Created => {
            // Shifted, so that what lies before 1970 stands before what lies after it.
            (row.server.created.map(|at| (i128::from(at.0) + (1 << 64)).unsigned_abs()), &[])
        }
    };
    let turned = head.map(|head| if sort.descending { !head } else { head });
    Place { missing: turned.is_none(), head: turned.unwrap_or_default(), key, at }
}

fn text(key: Option<&[u8]>) -> (Option<u128>, &[u8]) {
    (key.map(head_of), key.unwrap_or_default())
}

/// The first 16 bytes as a number that compares as they do.
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
