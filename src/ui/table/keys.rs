//! The keyboard in a table.

use super::rows::row_dom_id;
use super::{Doing, RowId};
use crate::browser::keyboard::{self, Key};
use crate::browser::{dom, focus, measure};
use crate::reactive::Signal;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use view::window::{Focus, Move, Viewport, moved};

/// Arrows move the active row, Enter opens it, the menu key opens its menu.
pub(super) fn keys(
    rows: Signal<Arc<[RowId]>>,
    seen: Signal<Viewport>,
    scroll: NodeRef<html::Div>,
    doing: Doing,
    prefix: String,
) -> impl Fn(dom::KeyboardEvent) + 'static {
    // Where the active row was, for when it is gone from the list.
    let was_at = StoredValue::new(0);
    move |event| {
        // Keys typed in a link, button or input inside the table are theirs.
        if event.target() != event.current_target() {
            return;
        }
        let here = doing.active.get_untracked();
        let key = keyboard::key(&event);
        if let Some(movement) = movement(&key) {
            event.prevent_default();
            let focus = here.map(|id| Focus { id, index: was_at.get_value() });
            let seen = seen.get_untracked();
            let to = rows.with_untracked(|rows| moved(rows, focus.as_ref(), movement, seen.page()));
            if let Some(to) = to {
                was_at.set_value(to.index);
                reveal(scroll, seen, to.index);
                doing.active.set(Some(to.id));
            }
        } else if let Some(id) = here {
            match (key, doing.open) {
                (Key::Enter, Some(open)) => open.run(id),
                (Key::Menu, _) => press_menu(&row_dom_id(&prefix, &id)),
                _ => return,
            }
            event.prevent_default();
        }
    }
}

fn movement(key: &Key) -> Option<Move> {
    Some(match key {
        Key::Up => Move::Up,
        Key::Down => Move::Down,
        Key::PageUp => Move::PageUp,
        Key::PageDown => Move::PageDown,
        Key::Home => Move::Home,
        Key::End => Move::End,
        _ => return None,
    })
}

/// Scrolls the least needed to show a row. The sticky heading covers the height of one row at the top.
fn reveal(scroll: NodeRef<html::Div>, seen: Viewport, row: usize) {
    let below_head = Viewport { height: seen.height - seen.row_height, ..seen };
    if let Some(top) = below_head.reveal(row) {
        measure::scroll_to(scroll, top);
    }
}

/// Presses the menu button of a drawn row.
fn press_menu(row: &str) {
    focus::press_inside(row, "[aria-haspopup=menu]");
}
