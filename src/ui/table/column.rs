//! A column and its heading.

use super::RowId;
use crate::locales::{Text, tx};
use crate::reactive::Observed;
use crate::ui::button::{Button, Kind};
use crate::ui::field::Choice;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::{live, live_view};
use crate::ui::search::Select;
use leptos::prelude::*;
use std::sync::Arc;

/// How wide a column is; the widths stand in `style/table.css`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// Takes what is left: the name.
    Grow,
    /// A badge.
    Wide,
    /// An address or two.
    Address,
    /// A flavor.
    Middle,
    /// A zone, an age.
    Small,
    /// A number.
    Number,
}

/// A column: data, not a type, so that all tables share one piece of generated code.
#[derive(Clone)]
pub struct Column {
    /// Its name in the address (`sort=name`).
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// How wide it is.
    pub width: Width,
    /// 1 is always there; 2 and 3 go first when it gets narrow.
    pub priority: u8,
    /// Whether its heading sorts.
    pub sortable: bool,
    /// What is shown falls as what it sorts by rises: an age, sorted by the time of creation.
    pub falling: bool,
    /// Draws a cell of the row that the signal names. Called once for many rows: the cell is handed on from one that went
    /// out of sight to one that came, so all it shows must be read from signals inside the view.
    pub cell: Arc<dyn Fn(Observed<RowId>) -> AnyView + Send + Sync>,
}

impl Column {
    /// A sortable column that is always there.
    pub fn new(
        id: &'static str,
        title: Text,
        width: Width,
        cell: impl Fn(Observed<RowId>) -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { id, title, width, priority: 1, sortable: true, falling: false, cell: Arc::new(cell) }
    }

    /// Goes when it gets narrow: 2 below 1100 px, 3 below 1280 px.
    pub fn priority(self, priority: u8) -> Self {
        Self { priority, ..self }
    }

    /// Its heading does not sort.
    pub fn unsorted(self) -> Self {
        Self { sortable: false, ..self }
    }

    /// Shows an age and sorts by the time of creation: ascending, for the person, is youngest first.
    pub fn age(self) -> Self {
        Self { falling: true, ..self }
    }

    pub(super) fn class(&self) -> &'static str {
        match (self.width, self.priority) {
            _ if self.falling => "cell small age",
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

/// By which column and which way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sort {
    /// [`Column::id`].
    pub column: String,
    /// Largest first.
    pub descending: bool,
}

/// Whether what a column shows falls: `Some(true)` is largest (for an age: oldest) first; `None` if it is not the one that is
/// sorted by.
pub(super) fn way_of(sort: &Sort, id: &str, falling: bool) -> Option<bool> {
    (sort.column == id).then_some(sort.descending != falling)
}

/// The headings, and one for the menus if there are any.
pub(super) fn headings(
    columns: &[Column],
    sort: Observed<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
    menu: bool,
) -> Vec<AnyView> {
    let mut head: Vec<_> = columns.iter().map(|column| heading(column, sort, on_sort)).collect();
    if menu {
        let words = tx(|t| t.common().actions);
        head.push(view! { <th role="columnheader" scope="col" class="cell menu-cell"><span class="sr-only">{words}</span></th> }.into_any());
    }
    head
}

fn heading(column: &Column, sort: Observed<Option<Sort>>, on_sort: Option<Callback<Sort>>) -> AnyView {
    let (id, title) = (column.id, column.title.clone());
    let Some(on_sort) = on_sort.filter(|_| column.sortable) else {
        return view! { <th role="columnheader" scope="col" class=column.class()>{title}</th> }.into_any();
    };
    let falling = column.falling;
    let way = Observed::derive(move || way_of(&sort.get()?, id, falling));
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

/// Column and direction to choose where the headings are out of sight: on a phone, and for columns that a narrow window
/// leaves out.
pub fn sort_chip(columns: &[Column], sort: Observed<Option<Sort>>, on_sort: Callback<Sort>) -> AnyView {
    let sortable = columns.iter().filter(|column| column.sortable);
    let known: Arc<[(&'static str, Text, bool)]> =
        sortable.map(|column| (column.id, column.title.clone(), column.falling)).collect();
    let falling: Arc<dyn Fn(&str) -> bool + Send + Sync> = {
        let known = known.clone();
        Arc::new(move |id| known.iter().any(|(of, _, falling)| *of == id && *falling))
    };
    let value = Observed::derive(move || sort.get().map(|sort| sort.column).unwrap_or_default());
    let choices = Observed::derive(move || {
        known.iter().map(|(id, title, _)| Choice::new(*id, title.clone())).collect::<Vec<_>>()
    });
    let of = falling.clone();
    let way = Observed::derive(move || sort.get().is_some_and(|sort| sort.descending != of(&sort.column)));
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
