//! A virtual table: only visible rows are rendered. Focus and selection are by id and survive every refresh: the grid
//! itself has the focus and names the active row (`aria-activedescendant`), so a row that is scrolled away or removed
//! does not take the focus with it. `data-active` marks that row for the eye, `aria-selected` the selected ones ([`Selecting`]).
//! Below 640 px the same elements are laid out as cards.

mod column;
mod groups;
mod keys;
mod rows;
mod select;
mod slot;

pub use column::{Column, Sort, Width, sort_chip};
pub use groups::Groups;
pub use rows::{row_link, tab_index};
pub use select::{Selecting, bar as selection_bar};

use self::keys::Keys;
use self::rows::{Rows, row_dom_id};
use super::live::{fresh_id, live, live_view};
use super::menu::MenuItem;
use crate::browser::{dom, focus, measure, theme};
use crate::locales::{Text, tx};
use crate::reactive::effect;
use crate::routes::{Route, kept};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use view::window::Viewport;

/// Identifies a row.
pub type RowId = Arc<str>;

/// Focuses a table from outside: the search box moves to the first row.
#[derive(Clone, Copy)]
pub struct Entrance(RwSignal<u32>);

impl Entrance {
    pub fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// Moves to the first row.
    pub fn enter(self) {
        self.0.update(|times| *times = times.wrapping_add(1));
    }
}

/// What can be done with a row.
#[derive(Clone, Copy)]
struct Doing {
    open: Option<Callback<RowId>>,
    menu: Option<Callback<RowId, Vec<MenuItem>>>,
    name: Callback<Signal<RowId>, Text>,
    active: RwSignal<Option<RowId>>,
    select: Option<Selecting>,
    groups: Option<Groups>,
}

/// The table.
#[component]
pub fn Table(
    /// What it lists.
    #[prop(into)]
    label: Text,
    columns: Vec<Column>,
    /// Ids in display order.
    #[prop(into)]
    rows: Signal<Arc<[RowId]>>,
    /// The name of the row in the signal, for its menu button. Called once for many rows, like a cell.
    #[prop(into)]
    row_name: Callback<Signal<RowId>, Text>,
    #[prop(into, optional)] sort: Signal<Option<Sort>>,
    #[prop(into, optional)] on_sort: Option<Callback<Sort>>,
    /// Enter and click.
    #[prop(optional_no_strip)]
    on_open: Option<Callback<RowId>>,
    /// The row's menu.
    #[prop(optional_no_strip)]
    menu: Option<Callback<RowId, Vec<MenuItem>>>,
    /// The rows can be selected.
    #[prop(optional_no_strip)]
    select: Option<Selecting>,
    /// Some of the rows are headings of groups.
    #[prop(optional_no_strip)]
    groups: Option<Groups>,
    /// The list it shows, so that scroll position and active row are restored on return.
    #[prop(optional)]
    list: Option<Route>,
    #[prop(optional)] entrance: Option<Entrance>,
    /// Shows a skeleton instead of an empty table.
    #[prop(into, optional)]
    loading: Signal<bool>,
    /// Shown if there are no rows and none are loading.
    #[prop(into, optional)]
    empty: ViewFn,
) -> AnyView {
    let left = list.as_ref().map(kept::left).unwrap_or_default();
    let active = RwSignal::new(left.active.clone());
    let doing = Doing { open: on_open, menu, name: row_name, active, select, groups };
    let prefix = fresh_id("row");
    let scroll = NodeRef::<html::Div>::new();
    let port = measure::scrolling(scroll, left.top);
    let seen = Signal::derive(move || viewport(port.get(), rows.with(|rows| rows.len())));
    let window = Memo::new(move |_| seen.get().window());
    let columns = Arc::new(columns);
    let head = column::headings(&columns, sort, on_sort, select.map(Selecting::head), menu.is_some());
    let body = Rows { columns: columns.clone(), rows, window, doing, prefix: prefix.clone() };
    let keys = Keys { rows, seen, scroll, doing, prefix: prefix.clone(), was_at: StoredValue::new(0) };
    if let Some(list) = list {
        come_back(list, &keys, left.focused, port);
    }
    if let Some(Entrance(times)) = entrance {
        let (keys, before) = (keys.clone(), times.get_untracked());
        effect(move || {
            if times.get() != before {
                untrack(|| keys.enter());
            }
        });
    }
    let rows_of = StoredValue::new(prefix.clone());
    let named =
        move || active.get().filter(|id| rows.with(|rows| rows.contains(id))).map(|id| row_dom_id(&prefix, &id));
    let count = move || rows.with(|rows| rows.len() + 1).to_string();
    let none = Signal::derive(move || rows.with(|rows| rows.is_empty()));
    let down = move |event: dom::PointerEvent| {
        if let Some(select) = select {
            rows_of.with_value(|prefix| select.put_down(&event, prefix));
        }
    };
    let lift = move |_: dom::PointerEvent| select.into_iter().for_each(Selecting::lift);
    let no_menu = move |event: dom::MouseEvent| {
        if let Some(select) = select {
            rows_of.with_value(|prefix| select.no_menu(&event, prefix));
        }
    };
    view! {
        <div class="table-scroll" node_ref=scroll>
            <table class=live(move || if select.is_some_and(Selecting::any) { "table selects" } else { "table" }) role="grid" tabindex="0" aria-label=label aria-rowcount=live(count)
                aria-busy=live(move || loading.get().then_some("true")) aria-multiselectable=select.map(|_| "true")
                on:pointerdown=down on:pointerup=lift on:pointercancel=lift on:contextmenu=no_menu
                aria-activedescendant=live(named) on:keydown=move |event: dom::KeyboardEvent| keys.press(&event)
            >
                <thead role="rowgroup"><tr role="row" aria-rowindex="1">{head}</tr></thead>
                {body.draw()}
            </table>
            {live_view(move || match (none.get(), loading.get()) {
                (true, true) => view! { <super::page::Skeleton rows=12 /> }.into_any(),
                (true, false) => empty.run(),
                _ => ().into_any(),
            })}
        </div>
        {select.map(Selecting::foot)}
    }
    .into_any()
}

/// Placeholder for a table whose rows are loading: its headings, and bars. Nothing in it can be reached with the keyboard,
/// because the focus would be lost when the table replaces it.
#[component]
pub fn TableSkeleton(
    /// Label of the table.
    #[prop(into)]
    label: Text,
    columns: Vec<Column>,
    #[prop(into, optional)] sort: Signal<Option<Sort>>,
    #[prop(into, optional)] on_sort: Option<Callback<Sort>>,
    /// The rows have a menu.
    menu: bool,
    /// The rows can be selected.
    #[prop(optional)]
    select: bool,
) -> AnyView {
    let check = select.then(|| {
        let title = tx(|t| t.selection().title);
        view! { <th role="columnheader" scope="col" class="cell tick-cell"><span class="sr-only">{title}</span></th> }
            .into_any()
    });
    let head = column::headings(&columns, sort, on_sort, check, menu);
    view! {
        <div class="table-scroll loading">
            <table class="table" role="grid" aria-label=label aria-busy="true">
                <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            </table>
            <super::page::Skeleton rows=12 />
        </div>
    }
    .into_any()
}

/// Restores the scroll position as soon as there are enough rows, and saves it when the list is left. The focus returns
/// to the table if it was there.
fn come_back(list: Route, keys: &Keys, focused: bool, port: ReadSignal<measure::Port>) {
    let Keys { rows, seen, scroll, doing, ref prefix, .. } = *keys;
    let (place, due, inside) = (list.clone(), StoredValue::new(true), StoredValue::new(focused));
    effect(move || {
        let top = kept::left(&place).top;
        let height = seen.with(|seen| seen.row_height) * rows.with(|rows| rows.len()) as f64;
        if due.get_value() && scroll.get().is_some() && height > top {
            due.set_value(false);
            // Inside `Suspense` the table is built before it is attached to the page.
            request_animation_frame(move || {
                measure::scroll_to(scroll, top);
                if focused && inside.try_set_value(true).is_none() {
                    focus::focus("#content [role=grid]");
                }
            });
        }
    });
    let prefix = prefix.clone();
    effect(move || {
        // Saved whenever the active row changes: on leaving, the focus is gone already.
        doing.active.track();
        inside.set_value(focus::in_grid() || rows::row_inside(&prefix).is_some());
    });
    on_cleanup(move || {
        let top = port.try_get_untracked().map_or(0.0, |port| port.top);
        kept::leave(&list, top, doing.active.try_get_untracked().flatten(), inside.try_get_value() == Some(true));
    });
}

/// The viewport for `count` rows; the row heights are also in `style/table.css`.
fn viewport(port: measure::Port, count: usize) -> Viewport {
    let row_height = match (theme::narrow().get(), theme::roomy().get()) {
        (true, _) => 96.0,
        (false, true) => 40.0,
        (false, false) => 32.0,
    };
    // The heading covers one row; overscan rows are rendered before they are visible.
    Viewport { scroll_top: port.top, height: port.height, row_height, count, overscan: 6 }
}
