//! Views of the table of instances: a view is what its address contains, search, columns, order and groups.
//!
//! * `menu`: the menu. `editor`: columns and groups. `save`, `manage`: saved views, which `kept` keeps in this browser.
//! * `heading`: the headings of groups.

mod editor;
mod heading;
mod kept;
mod manage;
mod menu;
mod save;

use leptos::prelude::*;
use view::instances::Column;

pub use heading::heading;
pub use menu::entries;

use super::list::Shown;
use crate::ui::{live_view, nothing};

/// A dialog of the view menu.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Editor,
    Save,
    Manage,
}

/// The view of a page.
#[derive(Clone, Copy)]
pub struct Viewing {
    search: Shown,
    /// Whether the rows are of several scopes.
    everywhere: bool,
    asked: RwSignal<Option<Asked>>,
}

impl Viewing {
    /// The view of a page; `everywhere`: its rows are of several scopes.
    pub fn new(search: Shown, everywhere: bool) -> Self {
        Self { search, everywhere, asked: RwSignal::new(None) }
    }

    /// The columns that are shown.
    pub fn columns(self) -> Signal<Vec<Column>> {
        let chosen = self.search.columns();
        Signal::derive(move || {
            let chosen = chosen.get();
            let all = if chosen.is_empty() { Column::USUAL.to_vec() } else { chosen };
            all.into_iter().filter(|column| self.offers(*column)).collect()
        })
    }

    /// Whether a dialog is open; tracked.
    pub fn asks(self) -> bool {
        self.asked.with(Option::is_some)
    }

    fn offers(self, column: Column) -> bool {
        self.everywhere || !column.is_of_scope()
    }
}

/// The dialogs.
pub fn dialogs(viewing: Viewing) -> AnyView {
    live_view(move || {
        let Some(asked) = viewing.asked.get() else { return nothing() };
        let open = RwSignal::new(true);
        crate::reactive::effect(move || {
            if !open.get() {
                viewing.asked.set(None);
            }
        });
        match asked {
            Asked::Editor => editor::dialog(viewing, open),
            Asked::Save => save::dialog(viewing, open),
            Asked::Manage => manage::dialog(open),
        }
    })
    .into_any()
}
