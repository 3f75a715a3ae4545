//! Which rendered row shows which row of the list next.

use proptest::prelude::*;
use view::recycled;

/// Rows by letter; the result is the letter that the reused row showed before, or `+` for a new one.
fn check(before: &str, now: &str, held: Option<char>, expect: &str) {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), now.chars().collect());
    let plan = recycled(&old, &new, held.as_ref());
    let taken: String = plan.into_iter().map(|place| place.map_or('+', |place| old[place])).collect();
    assert_eq!(taken, expect, "{before} to {now}, {held:?} held");
}

#[test]
fn rows_are_handed_on() {
    check("", "abc", None, "+++");
    check("abc", "", None, "");
    check("abc", "abc", None, "abc");
    // Another page: every position has another row.
    check("abcde", "fghij", None, "abcde");
    check("abcde", "fgh", None, "abc");
    check("abc", "fghij", None, "abc++");
    // A row was added, removed, or scrolled by one: the others stay as they are.
    check("abcdefghij", "xabcdefghi", None, "+abcdefghi");
    check("abcdefghij", "abcefghijk", None, "abcefghij+");
    check("abcdefghij", "bcdefghijk", None, "bcdefghij+");
    // One row is another: it reuses the one that was removed.
    check("abcde", "abxde", None, "abcde");
    // Reversed: nothing moves and nothing is rendered.
    check("abcde", "edcba", None, "abcde");
    // The row with the focus keeps its element at any cost.
    check("abcde", "edcba", Some('e'), "e++++");
    check("abcde", "edcba", Some('c'), "abcde");
    check("abcde", "xcyza", Some('c'), "acde+");
    check("abcde", "edcba", Some('x'), "abcde");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_row_moves_and_the_held_one_stays(
        (before, now) in (0u8..30, 0u8..30).prop_flat_map(|(old, new)| {
            let all: Vec<u8> = (0..40).collect();
            (prop::sample::subsequence(all.clone(), old as usize), prop::sample::subsequence(all, new as usize))
        }).prop_flat_map(|(old, new)| (Just(old).prop_shuffle(), Just(new).prop_shuffle())),
        held in 0u8..40,
    ) {
        let plan = recycled(&before, &now, Some(&held));
        prop_assert_eq!(plan.len(), now.len());
        let places: Vec<usize> = plan.iter().flatten().copied().collect();
        prop_assert!(places.is_sorted_by(|one, other| one < other), "{:?}", places);
        prop_assert!(places.iter().all(|place| *place < before.len()));
        if let (Some(old), Some(new)) = (before.iter().position(|id| *id == held), now.iter().position(|id| *id == held)) {
            prop_assert_eq!(plan[new], Some(old));
        }
    }
}
