//! Sorting, compiled once: `slice::sort` is compiled for each type and comparison, 5 kB of wasm each.

use std::cmp::Ordering;

/// The stable sort order of `count` items, as indices.
///
/// A merge sort that skips what is sorted already.
fn permutation(count: u32, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    let mut merged = Vec::with_capacity(order.len());
    let mut width = 1;
    while width < order.len() {
        merged.clear();
        for pair in order.chunks(width * 2) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            if let (Some(one), Some(other)) = (left.last(), right.first())
                && compare(*one, *other).is_le()
            {
                merged.extend_from_slice(pair);
                continue;
            }
            while let ([one, rest @ ..], [other, others @ ..]) = (left, right) {
                if compare(*one, *other).is_le() {
                    merged.push(*one);
                    left = rest;
                } else {
                    merged.push(*other);
                    right = others;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// The items in the order of `compare`; stable.
pub fn in_order<T>(list: &[T], compare: impl Fn(&T, &T) -> Ordering) -> impl Iterator<Item = &T> {
    let mut by_number = |one: u32, other: u32| match (list.get(one as usize), list.get(other as usize)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    let order = permutation(u32::try_from(list.len()).unwrap_or(u32::MAX), &mut by_number);
    order.into_iter().filter_map(|at| list.get(at as usize))
}

/// [`in_order`], cloned.
pub fn sorted<T: Clone>(list: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    in_order(list, compare).cloned().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sorted;

    proptest! {
        /// Compares by the first of two fields, so that stability is visible.
        #[test]
        fn sorts_as_the_standard_library(list in prop::collection::vec((0u8..20, any::<u8>()), 0..300)) {
            let mut expect = list.clone();
            expect.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(sorted(&list, |one, other| one.0.cmp(&other.0)), expect);
        }
    }
}
