//! Headings of groups among the rows. Enter and Space fold a group, the arrow keys to the left and right fold and unfold it, and on
//! a row inside the left arrow goes to its heading.

use super::RowId;
use super::keys::Keys;
use super::rows::row_dom_id;
use super::slot::Slot;
use crate::browser::dom;
use crate::browser::keyboard::Key;
use crate::ui::icon::{Icon, live_icon};
use crate::ui::live::live;
use leptos::prelude::*;

/// The headings of a table.
#[derive(Clone, Copy)]
pub struct Groups {
    /// Whether a row is a heading.
    pub is_heading: fn(&str) -> bool,
    /// Whether the group of a heading is folded; tracked.
    pub folded: Callback<RowId, bool>,
    /// Folds the group, or unfolds it.
    pub fold: Callback<(RowId, bool)>,
    /// Draws the words of a heading. Called once for many, like a cell.
    pub draw: Callback<Signal<RowId>, AnyView>,
}

impl Groups {
    fn toggle(self, id: RowId) {
        let folded = untrack(|| self.folded.run(id.clone()));
        self.fold.run((id, !folded));
    }

    /// A heading. `columns`: how many cells other rows have.
    pub(super) fn row(self, slot: Slot, prefix: String, active: RwSignal<Option<RowId>>, columns: usize) -> AnyView {
        let (id, at) = (Signal::from(slot.id), slot.at);
        let folded = Signal::derive(move || self.folded.run(id.get()));
        let press = move |event: dom::MouseEvent| {
            event.stop_propagation();
            active.set(Some(id.get_untracked()));
            self.toggle(id.get_untracked());
        };
        view! {
            <tr role="row" class="group-row" id=live(move || row_dom_id(&prefix, &id.get()))
                aria-rowindex=live(move || (at.get() + 2).to_string())
                data-active=live(move || active.with(|active| active.as_ref() == Some(&id.get())).then_some("true"))
                on:click=press on:pointerdown=|event: dom::PointerEvent| event.stop_propagation()
            >
                <td role="gridcell" class="group-cell" aria-colspan=columns.to_string()>
                    <button type="button" class="fold" tabindex="-1"
                        aria-expanded=live(move || if folded.get() { "false" } else { "true" })
                    >
                        {live_icon(move || if folded.get() { Icon::Right } else { Icon::Down })}
                        {self.draw.run(id)}
                    </button>
                </td>
            </tr>
        }
        .into_any()
    }

    /// Handles a key on the active row.
    pub(super) fn press(self, keys: &Keys, key: &Key) -> bool {
        let Some(id) = keys.active() else { return false };
        let heading = (self.is_heading)(&id);
        match key {
            Key::Enter | Key::Char(' ') if heading => self.toggle(id),
            Key::Left | Key::Right if heading => self.fold.run((id, *key == Key::Left)),
            Key::Left => return keys.go_back_to(self.is_heading),
            _ => return false,
        }
        true
    }
}
