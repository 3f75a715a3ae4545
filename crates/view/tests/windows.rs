//! Which rows are rendered, and where the keyboard moves.

use proptest::prelude::*;
use view::window::{Focus, Move, Viewport, moved};

fn viewport(scroll_top: f64, height: f64, row_height: f64, count: usize, overscan: usize) -> Viewport {
    Viewport { scroll_top, height, row_height, count, overscan }
}

#[test]
fn some_windows() {
    let cases = [
        // scroll, height, row, count, overscan → rows
        ((0.0, 320.0, 32.0, 10_000, 0), 0..11),
        ((16.0, 320.0, 32.0, 10_000, 0), 0..11),
        ((32.0, 320.0, 32.0, 10_000, 2), 0..14),
        ((3200.0, 320.0, 32.0, 10_000, 5), 95..116),
        ((1e9, 320.0, 32.0, 10_000, 5), 9_985..10_000),
        ((-50.0, 320.0, 32.0, 10_000, 0), 0..11),
        ((0.0, 320.0, 32.0, 3, 5), 0..3),
        ((0.0, 320.0, 32.0, 0, 5), 0..0),
        ((f64::NAN, 320.0, 32.0, 100, 0), 0..11),
        ((0.0, f64::NAN, 0.0, 100, 4), 0..5),
    ];
    for ((scroll, height, row, count, overscan), rows) in cases {
        let viewport = viewport(scroll, height, row, count, overscan);
        assert_eq!(viewport.window().rows, rows, "{viewport:?}");
    }
}

#[test]
fn the_keyboard_goes_where_it_should() {
    let rows = ["a", "b", "c", "d", "e"];
    let at = |index: usize| Focus { id: rows[index], index };
    let table = [
        (None, Move::Down, 0),
        (None, Move::Up, 0),
        (None, Move::End, 4),
        (Some(0), Move::Up, 0),
        (Some(0), Move::Down, 1),
        (Some(4), Move::Down, 4),
        (Some(1), Move::PageDown, 4),
        (Some(4), Move::PageUp, 1),
        (Some(1), Move::PageUp, 0),
        (Some(3), Move::Home, 0),
    ];
    for (from, movement, to) in table {
        let focus = from.map(at);
        assert_eq!(moved(&rows, focus.as_ref(), movement, 3), Some(at(to)), "{from:?} {movement:?}");
    }
    assert_eq!(moved::<&str>(&[], None, Move::Down, 3), None);
}

#[test]
fn the_focus_survives_a_refresh() {
    let focus = Focus { id: "c", index: 2 };
    assert_eq!(focus.settle(&["x", "a", "b", "c"]), Some(Focus { id: "c", index: 3 }), "rows came before it");
    assert_eq!(focus.settle(&["a", "b", "d"]), Some(Focus { id: "d", index: 2 }), "it went: the one in its place");
    assert_eq!(focus.settle(&["a"]), Some(Focus { id: "a", index: 0 }));
    assert_eq!(focus.settle(&[]), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Everything visible is rendered, and little more; the scroll bar is that of the whole list.
    #[test]
    fn what_is_seen_is_drawn(
        share in 0.0f64..1.0, height in 1.0f64..2_000.0, row_height in 1.0f64..80.0, count in 0usize..20_000,
        overscan in 0usize..20,
    ) {
        let total = count as f64 * row_height;
        let scroll_top = share * (total - height).max(0.0);
        let window = viewport(scroll_top, height, row_height, count, overscan).window();
        let drawn = window.rows.len() as f64 * row_height;
        prop_assert!((window.before + drawn + window.after - total).abs() < 1e-3);
        prop_assert!(window.before <= scroll_top + 1e-6);
        prop_assert!(window.before + drawn + 1e-6 >= (scroll_top + height).min(total));
        let most = (height / row_height).ceil() as usize + 1 + 2 * overscan;
        prop_assert!(window.rows.len() <= most, "{} > {most}", window.rows.len());
    }

    #[test]
    fn any_numbers_give_a_window(
        scroll_top: f64, height: f64, row_height: f64, count in 0usize..20_000, overscan in 0usize..50, row in 0usize..20_000,
    ) {
        let viewport = viewport(scroll_top, height, row_height, count, overscan);
        let window = viewport.window();
        prop_assert!(window.rows.start <= window.rows.end && window.rows.end <= count);
        prop_assert!(window.before >= 0.0 && window.after >= 0.0);
        prop_assert!(viewport.page() >= 1);
        let _ = viewport.reveal(row);
    }

    #[test]
    fn a_revealed_row_is_seen(scroll_top in 0.0f64..100_000.0, height in 100.0f64..1_000.0, row in 0usize..3_000) {
        let mut viewport = viewport(scroll_top, height, 32.0, 3_000, 0);
        if let Some(scroll) = viewport.reveal(row) {
            viewport.scroll_top = scroll;
        }
        let top = row as f64 * 32.0;
        prop_assert!(viewport.scroll_top <= top && top + 32.0 <= viewport.scroll_top + height + 1e-9);
        prop_assert_eq!(viewport.reveal(row), None);
    }
}
