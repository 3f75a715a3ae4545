//! Columns and their headings.

use super::RowId;
use crate::locales::{Text, tx};
use crate::ui::button::{Button, Kind};
use crate::ui::field::Choice;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::{live, live_view};
use crate::ui::search::Select;
use leptos::prelude::*;
use std::sync::Arc;

/// The width of a column, defined in `style/table.css`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// The remaining space, for the name.
    Grow,
    /// A badge.
    Wide,
    /// One or two addresses.
    Address,
    /// A flavor.
    Middle,
    /// A zone or an age.
    Small,
    Number,
}

/// A column. Not generic, so that all tables share one instance of generated code.
#[derive(Clone)]
pub struct Column {
    /// Its name in the address (`sort=name`).
    pub id: &'static str,
    pub title: Text,
    pub width: Width,
    /// 1 is always visible; 2 and 3 are hidden first when space is short.
    pub priority: u8,
    pub sortable: bool,
    /// The displayed value decreases as the sort key increases: an age, sorted by creation time.
    pub falling: bool,
    /// Renders a cell of the row in the signal. Called once for many rows: a cell is reused for another row, so
    /// everything it shows must be read from signals inside the view.
    pub cell: Arc<dyn Fn(Signal<RowId>) -> AnyView + Send + Sync>,
}

impl Column {
    /// A sortable column that is always visible.
    pub fn new(
        id: &'static str,
        title: Text,
        width: Width,
        cell: impl Fn(Signal<RowId>) -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { id, title, width, priority: 1, sortable: true, falling: false, cell: Arc::new(cell) }
    }

    /// Hidden when space is short: 2 below 1100 px, 3 below 1280 px.
    pub fn priority(self, priority: u8) -> Self {
        Self { priority, ..self }
    }

    /// Not sortable.
    pub fn unsorted(self) -> Self {
        Self { sortable: false, ..self }
    }

    /// Shows an age and sorts by creation time: ascending means youngest first.
    pub fn age(self) -> Self {
        Self { falling: true, ..self }
    }

    pub(super) fn class(&self) -> &'static str {
        match (self.width, self.priority) {
            (Width::Small, _) if self.falling => "cell small age",
            (Width::Grow, _) => "cell grow",
            (Width::Wide, 0 | 1) => "cell wide",
            (Width::Wide, 2) => "cell wide second",
            (Width::Wide, _) => "cell wide third",
            (Width::Address, _) => "cell address",
            (Width::Middle, 0 | 1) => "cell middle",
            (Width::Middle, 2) => "cell middle second",
            (Width::Middle, _) => "cell middle third",
            (Width::Small, 0 | 1) => "cell small",
            (Width::Small, 2) => "cell small second",
            (Width::Small, _) => "cell small third",
            (Width::Number, 0 | 1) => "cell number",
            (Width::Number, 2) => "cell number second",
            (Width::Number, _) => "cell number third",
        }
    }
}

/// Column and direction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sort {
    /// [`Column::id`].
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// The direction of the displayed values: `Some(true)` is largest (for an age: oldest) first; `None` if the table is
/// not sorted by it.
pub(super) fn way_of(sort: &Sort, id: &str, falling: bool) -> Option<bool> {
    (sort.column == id).then_some(sort.descending != falling)
}

/// The headings, after that of the checkboxes (`check`), and one for the menus if there are any.
pub(super) fn headings(
    columns: &[Column],
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
    check: Option<AnyView>,
    menu: bool,
) -> Vec<AnyView> {
    let mut head: Vec<_> = check.into_iter().collect();
    head.extend(columns.iter().map(|column| heading(column, sort, on_sort)));
    if menu {
        let words = tx(|t| t.common().actions);
        head.push(view! { <th role="columnheader" scope="col" class="cell menu-cell"><span class="sr-only">{words}</span></th> }.into_any());
    }
    head
}

fn heading(column: &Column, sort: Signal<Option<Sort>>, on_sort: Option<Callback<Sort>>) -> AnyView {
    let (id, title) = (column.id, column.title.clone());
    let Some(on_sort) = on_sort.filter(|_| column.sortable) else {
        return view! { <th role="columnheader" scope="col" class=column.class()>{title}</th> }.into_any();
    };
    let falling = column.falling;
    let way = Signal::derive(move || way_of(&sort.get()?, id, falling));
    let said = move || match way.get() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let press = move |_| {
        on_sort.run(Sort { column: id.to_string(), descending: (way.get_untracked() == Some(false)) != falling })
    };
    let mark = live_view(move || match way.get() {
        None => ().into_any(),
        Some(false) => icon(Icon::Rising),
        Some(true) => icon(Icon::Falling),
    });
    view! {
        <th role="columnheader" scope="col" class=column.class() aria-sort=live(said)>
            <button type="button" class="sort" tabindex="-1" on:click=press><span>{title}</span>{mark}</button>
        </th>
    }
    .into_any()
}

/// A select for column and direction where headings are hidden: on a phone, and for columns hidden in a narrow window.
pub fn sort_chip(columns: &[Column], sort: Signal<Option<Sort>>, on_sort: Callback<Sort>) -> AnyView {
    let sortable = columns.iter().filter(|column| column.sortable);
    let known: Arc<[(&'static str, Text, bool)]> =
        sortable.map(|column| (column.id, column.title.clone(), column.falling)).collect();
    let falling: Arc<dyn Fn(&str) -> bool + Send + Sync> = {
        let known = known.clone();
        Arc::new(move |id| known.iter().any(|(of, _, falling)| *of == id && *falling))
    };
    let value = Signal::derive(move || sort.get().map(|sort| sort.column).unwrap_or_default());
    let choices =
        Signal::derive(move || known.iter().map(|(id, title, _)| Choice::new(*id, title.clone())).collect::<Vec<_>>());
    let of = falling.clone();
    let way = Signal::derive(move || sort.get().is_some_and(|sort| sort.descending != of(&sort.column)));
    let change = {
        let falling = falling.clone();
        move |column: String| {
            if !column.is_empty() {
                on_sort.run(Sort { descending: falling(&column), column });
            }
        }
    };
    let turn = move || {
        if let Some(sort) = sort.get_untracked() {
            on_sort.run(Sort { descending: !sort.descending, ..sort });
        }
    };
    let label =
        Text::live(move || if way.get() { tx(|t| t.common().descending) } else { tx(|t| t.common().ascending) });
    view! {
        <div class="sort-chip">
            <Select label=tx(|t| t.common().sort_by) value choices on_change=change />
            {live_view(move || {
                let mark = if way.get() { Icon::Falling } else { Icon::Rising };
                view! { <Button label=label.clone() kind=Kind::IconOnly icon_before=mark on_click=turn /> }.into_any()
            })}
        </div>
    }
    .into_any()
}
