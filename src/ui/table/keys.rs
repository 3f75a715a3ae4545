//! Keyboard control of a table, following the ARIA grid pattern: the table is one Tab stop, and arrow keys reach
//! everything inside. Up and down move the active row, above the first one are the headings; left and right move
//! through the links and buttons of the row. Enter opens the row, the menu key its menu, Escape returns from a button
//! to the row. Where rows can be selected, the space bar does so, Shift with a movement selects a range, Ctrl+A all, and
//! Escape none.

use super::rows::{row_dom_id, row_inside};
use super::{Doing, RowId, Selecting};
use crate::browser::keyboard::{self, Key};
use crate::browser::{dom, focus, measure, theme};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use view::window::{Focus, Move, Viewport, moved};
use wasm_bindgen::JsCast;

/// The state that keys change.
#[derive(Clone)]
pub(super) struct Keys {
    pub rows: Signal<Arc<[RowId]>>,
    pub seen: Signal<Viewport>,
    pub scroll: NodeRef<html::Div>,
    pub doing: Doing,
    pub prefix: String,
    /// The index of the active row, in case it disappears from the list.
    pub was_at: StoredValue<usize>,
}

impl Keys {
    /// Handles a key.
    pub fn press(&self, event: &dom::KeyboardEvent) {
        // A menu button handles the arrow itself.
        if event.default_prevented() {
            return;
        }
        let on = event.target().and_then(|target| target.dyn_into::<dom::Element>().ok());
        let grid = event.current_target().and_then(|grid| grid.dyn_into::<dom::Element>().ok());
        let (Some(on), Some(grid)) = (on, grid) else { return };
        let key = keyboard::key(event);
        let taken = if key == Key::All {
            self.doing.select.map(Selecting::all).is_some()
        } else if on == grid {
            self.on_row(&grid, &key, event.shift_key())
        } else if on.matches("thead *").unwrap_or(false) {
            self.in_head(&grid, &on, &key)
        } else {
            self.in_row(&grid, &on, &key)
        };
        if taken {
            event.prevent_default();
        }
    }

    /// Activates the first row, from outside.
    pub fn enter(&self) {
        if self.go(Move::Home) {
            focus::focus("#content [role=grid]");
        }
    }

    fn on_row(&self, grid: &dom::Element, key: &Key, shift: bool) -> bool {
        if self.doing.groups.is_some_and(|groups| groups.press(self, key)) {
            return true;
        }
        if let Some(select) = self.doing.select
            && self.selects(select, key, shift)
        {
            return true;
        }
        let here = self.doing.active.get_untracked();
        let first = self.rows.with_untracked(|rows| rows.first().is_none_or(|first| here.as_ref() == Some(first)));
        match (key, here) {
            (Key::Up, _) if first => into_head(grid),
            (Key::Right, None) => into_head(grid),
            (Key::Right, Some(id)) => focus_at(&focus::controls(&row_dom_id(&self.prefix, &id)), 0),
            (Key::Enter, Some(id)) => self.doing.open.is_some_and(|open| {
                open.run(id);
                true
            }),
            (Key::Menu, Some(id)) => {
                press_menu(&row_dom_id(&self.prefix, &id));
                true
            }
            _ => movement(key).is_some_and(|movement| self.go(movement)),
        }
    }

    /// The active row.
    pub(super) fn active(&self) -> Option<RowId> {
        self.doing.active.get_untracked()
    }

    /// Goes to the nearest row above the active one for which `is` is true; false: there is none.
    pub(super) fn go_back_to(&self, is: fn(&str) -> bool) -> bool {
        let Some(here) = self.active() else { return false };
        let to = self.rows.with_untracked(|rows| {
            let end = rows.iter().position(|row| *row == here)?;
            let index = rows.get(..end)?.iter().rposition(|row| is(row))?;
            Some(Focus { id: rows.get(index)?.clone(), index })
        });
        to.map(|to| self.reach(to)).is_some()
    }

    /// Handles a key that changes the selection.
    fn selects(&self, select: Selecting, key: &Key, shift: bool) -> bool {
        match (key, self.doing.active.get_untracked()) {
            (Key::Char(' '), Some(id)) => select.toggle(&id),
            (Key::Escape, _) if untrack(|| select.any()) => select.clear(),
            (key, here) if shift => {
                let Some(movement) = movement(key) else { return false };
                if !self.go_to(movement) {
                    return false;
                }
                if let Some(to) = self.doing.active.get_untracked() {
                    if here.is_none() {
                        select.begin(&to);
                    }
                    select.extend(&to);
                }
            }
            _ => return false,
        }
        true
    }

    fn in_head(&self, grid: &dom::Element, on: &dom::Element, key: &Key) -> bool {
        let heads = focus::all(grid, "thead .sort, thead .tick");
        match (key, heads.iter().position(|head| head == on)) {
            (Key::Down | Key::Escape, _) => {
                focus::focus_element(grid);
                *key == Key::Escape || self.go(Move::Home)
            }
            (Key::Left, Some(at)) => at > 0 && focus_at(&heads, at - 1),
            (Key::Right, Some(at)) => focus_at(&heads, at + 1),
            (Key::Home, _) => focus_at(&heads, 0),
            (Key::End, _) => focus_at(&heads, heads.len().saturating_sub(1)),
            _ => false,
        }
    }

    fn in_row(&self, grid: &dom::Element, on: &dom::Element, key: &Key) -> bool {
        let Some(id) = row_inside(&self.prefix) else { return false };
        let here = focus::controls(&row_dom_id(&self.prefix, &id));
        let Some(at) = here.iter().position(|control| control == on) else { return false };
        self.doing.active.set(Some(id));
        match (key, movement(key)) {
            (Key::Left | Key::Escape, _) if at == 0 || *key == Key::Escape => focus::focus_element(grid),
            (Key::Left, _) => _ = focus_at(&here, at - 1),
            (Key::Right, _) => _ = focus_at(&here, at + 1),
            (_, Some(movement)) => {
                focus::focus_element(grid);
                self.go(movement);
                self.refocus(at);
            }
            _ => return false,
        }
        true
    }

    /// Focuses the button at the same position in the new active row, once it is rendered.
    fn refocus(&self, at: usize) {
        let Some(id) = self.doing.active.get_untracked() else { return };
        let row = row_dom_id(&self.prefix, &id);
        request_animation_frame(move || _ = focus_at(&focus::controls(&row), at));
    }

    /// Moves the active row, where the next range begins; false if there are no rows.
    fn go(&self, movement: Move) -> bool {
        let moved = self.go_to(movement);
        if let (Some(select), Some(id)) = (self.doing.select, self.doing.active.get_untracked()) {
            select.begin(&id);
        }
        moved
    }

    /// Moves the active row and scrolls as little as necessary; false if there are no rows.
    fn go_to(&self, movement: Move) -> bool {
        let was = self.doing.active.get_untracked();
        let was = was.map(|id| Focus { id, index: self.was_at.get_value() });
        let seen = self.seen.get_untracked();
        let to = self.rows.with_untracked(|rows| moved(rows, was.as_ref(), movement, seen.page()));
        let Some(to) = to else { return false };
        self.reach(to);
        true
    }

    fn reach(&self, to: Focus<RowId>) {
        let seen = self.seen.get_untracked();
        self.was_at.set_value(to.index);
        // The sticky heading covers one row at the top.
        let below_head = Viewport { height: seen.height - seen.row_height, ..seen };
        if let Some(top) = below_head.reveal(to.index) {
            measure::scroll_to(self.scroll, top);
        }
        self.doing.active.set(Some(to.id));
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

/// Focuses the heading of the sorted column, else the first one. A phone shows none.
fn into_head(grid: &dom::Element) -> bool {
    let sorted = focus::all(grid, "thead [aria-sort$=ending] > .sort");
    !theme::narrow().get_untracked() && (focus_at(&sorted, 0) || focus_at(&focus::all(grid, "thead .sort"), 0))
}

fn focus_at(elements: &[dom::Element], at: usize) -> bool {
    elements.get(at).map(focus::focus_element).is_some()
}

/// Presses the menu button of a rendered row.
fn press_menu(row: &str) {
    focus::press_inside(row, "[aria-haspopup=menu]");
}
