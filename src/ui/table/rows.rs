//! The body of the table: the visible rows between two empty spaces.

use super::column::{Column, Width};
use super::slot::{Slot, Slots};
use super::{Doing, RowId};
use crate::browser::{dom, focus};
use crate::locales::{Text, filled};
use crate::ui::button::Kind;
use crate::ui::icon::Icon;
use crate::ui::live::live;
use crate::ui::menu::{Menu, MenuItem};
use leptos::prelude::*;
use std::sync::Arc;
use view::query::{decode, encode};
use view::window::Window;

/// The parameters for rendering the body.
#[derive(Clone)]
pub(super) struct Rows {
    pub columns: Arc<Vec<Column>>,
    pub rows: Signal<Arc<[RowId]>>,
    pub window: Memo<Window>,
    pub doing: Doing,
    pub prefix: String,
}

impl Rows {
    pub fn draw(self) -> AnyView {
        let window = self.window;
        let above = move || px(window.with(|window| window.before));
        let below = move || px(window.with(|window| window.after));
        let slots = StoredValue::new(Slots::default());
        let of = self.clone();
        let shown = move || of.shown(slots);
        view! {
            <tbody class="spacer" aria-hidden="true" style:height=live(above)></tbody>
            <tbody role="rowgroup">
                <For each=shown key=|slot| slot.number children=move |slot: Slot| self.row(slot) />
            </tbody>
            <tbody class="spacer" aria-hidden="true" style:height=live(below)></tbody>
        }
        .into_any()
    }

    fn shown(&self, slots: StoredValue<Slots>) -> Vec<Slot> {
        let Window { rows: seen, .. } = self.window.get();
        self.rows.with(|rows| {
            // There may be fewer rows by now than when the window was computed.
            let end = seen.end.min(rows.len());
            let ids = rows.get(seen.start.min(end)..end).unwrap_or_default();
            let held = row_inside(&self.prefix);
            if held.as_ref().is_some_and(|held| !ids.contains(held)) {
                // The focused element is removed or reused for another row.
                focus::focus_grid();
            }
            slots
                .try_update_value(|slots| {
                    slots.show(ids, seen.start, held.as_ref(), self.doing.groups.map(|groups| groups.is_heading))
                })
                .unwrap_or_default()
        })
    }

    fn row(&self, slot: Slot) -> AnyView {
        let Doing { open, menu, name, active, select, groups } = self.doing;
        if let Some(groups) = groups.filter(|groups| slot.id.with_untracked(|id| (groups.is_heading)(id))) {
            let columns = self.columns.len() + usize::from(select.is_some()) + usize::from(menu.is_some());
            return groups.row(slot, self.prefix.clone(), active, columns);
        }
        let (id, at) = (Signal::from(slot.id), slot.at);
        provide_context(InRow);
        let name = name.run(id);
        let mut cells: Vec<_> = select.map(|select| select.cell(id, name.clone())).into_iter().collect();
        cells.extend(self.columns.iter().map(|column| cell(column, id)));
        cells.extend(menu.map(|menu| menu_cell(menu, name, id, slot.menu_open.into())));
        let prefix = self.prefix.clone();
        // The heading is the first row of the grid; rows count from 1.
        let index = move || (at.get() + 2).to_string();
        let is_active = move || active.with(|active| active.as_ref() == Some(&id.get()));
        let selected = move || select.map(|select| if select.has(&id.get()) { "true" } else { "false" });
        view! {
            <tr role="row" class=open.map(|_| "opens") id=live(move || row_dom_id(&prefix, &id.get())) aria-rowindex=live(index)
                data-active=live(move || is_active().then_some("true")) aria-selected=live(selected)
                on:mousedown=move |event: dom::MouseEvent| {
                    // A click that selects a range must not mark the text between.
                    if select.is_some() && event.shift_key() {
                        event.prevent_default();
                        focus::focus_around(&event);
                    }
                }
                on:click=move |event: dom::MouseEvent| {
                    let id = id.get_untracked();
                    active.set(Some(id.clone()));
                    if select.is_some_and(|select| select.click(&event, &id)) {
                        return;
                    }
                    // A link or button handles its own clicks, and selecting text must not open the row.
                    if let Some(open) = open.filter(|_| !focus::on_control(&event) && !focus::text_marked()) {
                        open.run(id);
                    }
                }
            >{cells}</tr>
        }
        .into_any()
    }
}

fn cell(column: &Column, id: Signal<RowId>) -> AnyView {
    let content = (column.cell)(id);
    let role = if column.width == Width::Grow { "rowheader" } else { "gridcell" };
    view! { <td role=role class=column.class()><span class="cell-label" aria-hidden="true">{column.title.clone()}</span>{content}</td> }
        .into_any()
}

fn menu_cell(menu: Callback<RowId, Vec<MenuItem>>, name: Text, id: Signal<RowId>, open: RwSignal<bool>) -> AnyView {
    let label = filled(|t| t.common().actions_of, [("name", name)]);
    // Open only for the row it was opened on.
    let items = Callback::new(move |()| menu.run(id.get_untracked()));
    view! {
        <td role="gridcell" class="cell menu-cell">
            <Menu label items open kind=Kind::IconOnly icon_before=Icon::More />
        </td>
    }
    .into_any()
}

/// The id of a row's element.
pub(super) fn row_dom_id(prefix: &str, id: &str) -> String {
    let mut whole = String::from(prefix);
    whole.push('-');
    // Ids and names may contain characters that element ids may not.
    whole.push_str(&encode(id));
    whole
}

/// The row that contains the focus.
pub(super) fn row_inside(prefix: &str) -> Option<RowId> {
    focus::row_inside(prefix).map(|id| decode(&id).into())
}

/// The row in which an event happened.
pub(super) fn row_of(event: &dom::Event, prefix: &str) -> Option<RowId> {
    focus::row_of(event, prefix).map(|id| decode(&id).into())
}

/// Context for content of a row.
#[derive(Clone)]
struct InRow;

/// The `tabindex` of a link or button: in a row it is reached by arrow keys and not by Tab.
pub fn tab_index() -> Option<&'static str> {
    use_context::<InRow>().map(|InRow| "-1")
}

/// Rounded to two decimal places with integers: formatting `f64` would add 3 kB to the first load.
fn px(n: f64) -> String {
    let hundredths = (n * 100.0).round() as i64;
    let mut text = (hundredths / 100).to_string();
    text.push('.');
    text.push_str(if hundredths % 100 < 10 { "0" } else { "" });
    text.push_str(&(hundredths % 100).to_string());
    text.push_str("px");
    text
}

/// A row's name as a link, so that it can be opened in a new tab; a plain click calls `open`.
pub fn row_link(
    words: Text,
    href: impl Fn() -> Option<String> + Send + Sync + 'static,
    open: impl Fn() + 'static,
) -> AnyView {
    let press = move |event: dom::MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            open();
        }
    };
    view! { <a href=live(href) tabindex=tab_index() title=words.clone() dir="auto" on:click=press>{words.clone()}</a> }
        .into_any()
}
