//! Selecting rows of a table: the checkboxes, the long press on a phone, and the line below the table. Which rows are
//! selected is kept by `view::selection`.

use super::RowId;
use super::rows::row_of;
use crate::browser::timers::{self, Timeout};
use crate::browser::{dom, focus, keyboard, theme};
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::effect;
use crate::routes::{Route, kept};
use crate::ui::button::{Button, Kind};
use crate::ui::icon::Icon;
use crate::ui::late::LATE_UI;
use crate::ui::live::live;
use crate::ui::menu::{Menu, MenuItem};
use leptos::prelude::*;
use std::sync::Arc;
use view::selection::Selection;

/// How long a finger rests on a row to select it, in ms. Browsers open their own menu after the same time.
const LONG_PRESS_MS: u64 = 500;

/// The selected rows of a list.
#[derive(Clone, Copy)]
pub struct Selecting {
    state: RwSignal<Selection<RowId>>,
    rows: Signal<Arc<[RowId]>>,
    /// How many of the rows that are shown are selected.
    shown: Memo<usize>,
    menu: Callback<(), Vec<MenuItem>>,
    finger: Finger,
}

/// A finger that rests on a row.
#[derive(Clone, Copy)]
struct Finger {
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// It has selected a row; the click that may follow does nothing.
    pressed: StoredValue<bool>,
}

impl Selecting {
    /// The selection of `list`; none at first, unless the person comes back from a page of one of its rows. `rows` are those
    /// that match. `keep` forgets deleted rows by [`Selection::keep`], and is called again when what it reads changes.
    /// `menu` is called when the menu of what can be done opens.
    pub fn new(
        list: Route,
        rows: Signal<Arc<[RowId]>>,
        keep: Callback<Selection<RowId>, Selection<RowId>>,
        menu: Callback<Selecting, Vec<MenuItem>>,
    ) -> Self {
        let state = RwSignal::new(kept::take_selected(&list));
        let shown = Memo::new(move |_| rows.with(|rows| state.with(|state| state.among(rows))));
        let finger = Finger { timer: StoredValue::new_local(None), pressed: StoredValue::new(false) };
        effect(move || {
            state.maybe_update(|state| {
                let before = state.len();
                *state = keep.run(std::mem::take(state));
                state.len() != before
            });
        });
        on_cleanup(move || kept::leave_selected(&list, state.try_get_untracked().unwrap_or_default()));
        let mut selecting = Self { state, rows, shown, menu: Callback::new(|()| Vec::new()), finger };
        selecting.menu = Callback::new(move |()| menu.run(selecting));
        selecting
    }

    /// The selected rows, those that are shown first and in their order; tracked.
    pub fn ids(self) -> Vec<RowId> {
        self.rows.with(|rows| self.state.with(|state| state.in_order(rows)))
    }

    /// Selects nothing.
    pub fn clear(self) {
        if self.any() {
            self.state.set(Selection::default());
        }
    }

    pub(super) fn any(self) -> bool {
        self.state.with(|state| !state.is_empty())
    }

    pub(super) fn has(self, id: &RowId) -> bool {
        self.state.with(|state| state.has(id))
    }

    pub(super) fn toggle(self, id: &RowId) {
        self.state.update(|state| state.toggle(id));
    }

    /// Selects all rows that match.
    pub(super) fn all(self) {
        self.rows.with_untracked(|rows| self.state.update(|state| state.add(rows)));
    }

    /// Selects the range to a row.
    pub(super) fn extend(self, to: &RowId) {
        self.rows.with_untracked(|rows| self.state.update(|state| state.extend(rows, to)));
    }

    /// The next range begins at a row, which has become the active one.
    pub(super) fn begin(self, id: &RowId) {
        self.state.update_untracked(|state| state.begin(id));
    }

    /// Handles a click on a row; false if it is not about the selection.
    pub(super) fn click(self, event: &dom::MouseEvent, id: &RowId) -> bool {
        if self.finger.pressed.get_value() {
            self.finger.pressed.set_value(false);
            return true;
        }
        let on_check = focus::on(event, ".tick-cell");
        if !on_check && focus::on_control(event) {
            return false;
        }
        // On a phone a tap goes on with what a long press has begun.
        let tap = theme::narrow().get_untracked() && untrack(|| self.any());
        match (event.shift_key(), on_check || tap || event.ctrl_key() || event.meta_key()) {
            (true, _) => self.extend(id),
            (false, true) => self.toggle(id),
            (false, false) => return false,
        }
        true
    }

    /// A finger was put on the table.
    pub(super) fn put_down(self, event: &dom::PointerEvent, prefix: &str) {
        self.finger.pressed.set_value(false);
        let Some(id) = row_of(event, prefix).filter(|_| event.pointer_type() == "touch") else { return };
        let timer = timers::after(LONG_PRESS_MS, move || self.press(&id));
        self.finger.timer.set_value(Some(timer));
    }

    /// It was lifted, or the table scrolls.
    pub(super) fn lift(self) {
        // Dropping the timer ends it.
        self.finger.timer.set_value(None);
    }

    /// The browser is about to open its menu: not for a long press.
    pub(super) fn no_menu(self, event: &dom::MouseEvent, prefix: &str) {
        let rests = self.finger.timer.with_value(Option::is_some);
        if rests || self.finger.pressed.get_value() {
            event.prevent_default();
        }
        if let Some(id) = row_of(event, prefix).filter(|_| rests) {
            self.press(&id);
        }
    }

    fn press(self, id: &RowId) {
        self.lift();
        if self.finger.pressed.try_get_value() == Some(false) {
            self.finger.pressed.set_value(true);
            self.toggle(id);
        }
    }

    /// "12 selected, 3 hidden by the filter"; empty if none is.
    fn words(self) -> Text {
        let n = Signal::derive(move || self.state.with(Selection::len));
        let selected = counted(|t| &t.selection().selected, n);
        Text::live(move || match (n.get(), self.shown.get()) {
            (0, _) => Text::default(),
            (n, shown) if n == shown => selected.clone(),
            (n, shown) => {
                let hidden = n.saturating_sub(shown).into();
                filled(|t| t.selection().hidden, [("selected", selected.clone()), ("hidden", hidden)])
            }
        })
    }

    /// The heading of the checkboxes: selects all that match, or clears them.
    pub(super) fn head(self) -> AnyView {
        let all = move || self.rows.with(|rows| rows.len());
        let state = move || match (all(), self.shown.get()) {
            (_, 0) => "false",
            (all, shown) if all == shown => "true",
            _ => "mixed",
        };
        let press = move |_| match untrack(all) == self.shown.get_untracked() {
            true => self.rows.with_untracked(|rows| self.state.update(|state| state.remove(rows))),
            false => self.all(),
        };
        let label = tx(|t| t.selection().all);
        view! {
            <th role="columnheader" scope="col" class="cell tick-cell">
                <button type="button" class="tick" role="checkbox" tabindex="-1" aria-checked=live(state)
                    aria-label=label.clone() title=label on:click=press></button>
            </th>
        }
        .into_any()
    }

    /// The checkbox of a row. The row handles the click.
    pub(super) fn cell(self, id: Signal<RowId>, name: Text) -> AnyView {
        let checked = live(move || if self.has(&id.get()) { "true" } else { "false" });
        let label = filled(|t| t.selection().row, [("name", name)]);
        view! { <td role="gridcell" class="cell tick-cell"><span class="tick" role="checkbox" aria-checked=checked aria-label=label></span></td> }
            .into_any()
    }

    /// The line below the table while rows are selected, and what is announced.
    pub(super) fn foot(self) -> AnyView {
        let was = StoredValue::new(false);
        let words = self.words();
        let announced = Text::live(move || match (self.any(), was.get_value()) {
            (true, _) => {
                was.set_value(true);
                words.clone()
            }
            (false, true) => tx(|t| t.selection().none),
            (false, false) => Text::default(),
        });
        let any = Memo::new(move |_| self.any());
        view! {
            <span class="sr-only" role="status">{announced}</span>
            {LATE_UI.view_while(move || any.get(), move |late| (late.selection)(self))}
        }
        .into_any()
    }
}

/// The line below the table: how many rows are selected, and what can be done to them.
pub fn bar(selecting: Selecting) -> AnyView {
    let all = Signal::derive(move || selecting.rows.with(|rows| rows.len()));
    let rest = Memo::new(move |_| all.get() > selecting.shown.get());
    let clear = move || {
        selecting.clear();
        focus::focus("#content [role=grid]");
    };
    let keys = move |event: dom::KeyboardEvent| {
        if !event.default_prevented() && keyboard::key(&event) == keyboard::Key::Escape {
            event.prevent_default();
            clear();
        }
    };
    view! {
        <div class="selection-bar" role="group" aria-label=tx(|t| t.selection().title) on:keydown=keys>
            <span class="selection-count">{selecting.words()}</span>
            <Menu label=tx(|t| t.common().actions) items=selecting.menu />
            {move || rest.get().then(|| view! {
                <Button label=counted(|t| &t.selection().all_of, all) kind=Kind::Quiet on_click=move || selecting.all() />
            })}
            <Button label=tx(|t| t.selection().clear) kind=Kind::Quiet icon_before=Icon::Close on_click=clear />
        </div>
    }
    .into_any()
}
