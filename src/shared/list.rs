//! What all list pages share: search, filters, order, count, table and the states without rows. A page provides the
//! rows, the columns and the row menu.

use std::sync::Arc;

use ::query::{Cells, Compiled, Fields};
use ::view::Known;
use ::view::listing::{Listing, Order};
use ::view::selection::Selection;
use cloud::{Failure, Timestamp};
use leptos::prelude::*;

use crate::data::{FirstAnswer, Live, first_answer};
use crate::locales::{Plural, Text, Texts, counted, filled, tx};
use crate::routes::Route;
use crate::routes::listed::{self, Listed};
use crate::ui::*;

use super::exports;

/// The state of a list.
#[derive(Clone, Copy)]
pub struct Standing {
    /// Pending until the first answer.
    pub resource: FirstAnswer,
    /// Whether there is data, perhaps old.
    pub known: Signal<bool>,
    /// The error of the last request.
    pub failure: Signal<Option<Arc<Failure>>>,
    /// When the cloud last confirmed the data.
    pub loaded_at: Signal<Option<Timestamp>>,
    /// Loads the list again.
    pub retry: Callback<()>,
}

impl Standing {
    /// The state of one list of the cloud.
    pub fn of<T: Clone + Send + Sync + 'static>(live: Live<T>) -> Self {
        Self {
            resource: live.resource,
            known: Signal::derive(move || live.value.with(Option::is_some)),
            failure: Signal::derive(move || live.failure()),
            loaded_at: live.loaded_at,
            retry: Callback::new(move |()| live.refetch()),
        }
    }

    /// The state of a list that combines several lists of the cloud.
    pub fn new(
        known: Signal<bool>,
        failure: Signal<Option<Arc<Failure>>>,
        loaded_at: Signal<Option<Timestamp>>,
        retry: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let resource = first_answer(known, failure);
        Self { resource, known, failure, loaded_at, retry: Callback::new(move |()| retry()) }
    }
}

/// The visible part of a list, without the type of its rows.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The visible rows in their order.
    pub rows: Memo<Arc<[RowId]>>,
    /// The number of all rows.
    pub total: Memo<usize>,
    /// Search, order, and the other parameters of the page.
    pub listed: Listed,
    /// The search, for the box, the filter menus and the rows.
    pub searching: Searching,
    pub standing: Standing,
    /// What is in each row, for the export. It is put together when it is called.
    pub cells: Callback<(), Vec<(RowId, Cells)>>,
    entrance: Entrance,
}

/// The rows and which of them are visible.
pub struct List<T: Send + Sync + 'static> {
    /// All rows by id.
    pub all: Memo<Known<T>>,
    pub shown: Shown,
}

impl<T: Send + Sync + 'static> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for List<T> {}

impl<T: Send + Sync + 'static> List<T> {
    /// A list that follows its data and the address. `fields`: what it can be searched by. `find` returns the rows that fit
    /// a query, in order. `cells`: what is in a row, for suggestions and the export.
    pub fn new(
        all: Signal<Option<Arc<[T]>>>,
        standing: Standing,
        listed: Listed,
        fields: Fields,
        id: fn(&T) -> &str,
        cells: impl Fn(&T) -> Cells + Send + Sync + 'static,
        find: impl for<'a> Fn(&'a [T], &Compiled, Option<&Order>) -> Vec<&'a T> + Send + Sync + 'static,
    ) -> Self {
        let all = Memo::new(move |_| Known::new(all.get().unwrap_or_default(), id));
        let rows_of = move || all.with(|all| all.rows().iter().map(|row| (RowId::from(id(row)), cells(row))).collect());
        let cells: Callback<(), Vec<(RowId, Cells)>> = Callback::new(move |()| rows_of());
        let text = Signal::derive(move || listed.with(|listing| listing.search.clone()));
        let searching = Searching::new(fields, text, move |text| listed.change(|listing| listing.search = text));
        searching.suggest_by(move |text, caret| {
            let Some(late) = LATE_UI.now() else { return Default::default() };
            let cells: Vec<Cells> = cells.run(()).into_iter().map(|(_, cells)| cells).collect();
            (late.complete)(text, caret, fields, &cells.as_slice())
        });
        let rows = Memo::new(move |_| {
            let order = listed.with(|listing| listing.order.clone());
            searching.compiled.with(|query| {
                all.with(|all| {
                    find(all.rows(), query, order.as_ref()).into_iter().map(|row| RowId::from(id(row))).collect()
                })
            })
        });
        let total = Memo::new(move |_| all.with(|all| all.rows().len()));
        Self { all, shown: Shown { rows, total, listed, searching, standing, cells, entrance: Entrance::new() } }
    }

    /// The selection of its rows. `menu` is called when the menu of what can be done to them opens.
    pub fn selecting(self, menu: Callback<Selecting, Vec<MenuItem>>) -> Selecting {
        let keep = Callback::new(move |mut known: Selection<RowId>| {
            if self.shown.standing.known.get() {
                self.all.with(|all| known.retain(|id| all.get(id).is_some()));
            }
            known
        });
        Selecting::new(self.shown.listed.list(), self.shown.rows.into(), keep, menu)
    }

    /// Reads a row; reactive.
    pub fn get<R>(self, id: &str, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.all.with(|all| all.get(id).map(look))
    }

    /// A text of a row.
    pub fn text(self, id: Signal<RowId>, read: impl Fn(&T) -> Text + Send + Sync + 'static) -> Text {
        Text::live(move || self.get(&id.get(), &read).unwrap_or_default())
    }

    /// A text of a row as a cell, with the full text as a tooltip.
    pub fn cell(self, id: Signal<RowId>, read: impl Fn(&T) -> Text + Send + Sync + 'static) -> AnyView {
        let words = self.text(id, read);
        view! { <span title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
    }
}

/// The address of a list that is sorted by a column by default.
pub fn listed(list: Route, column: &'static str) -> Listed {
    listed::follow(list, move |query| Listing::of_query(&[], query).usually_by(column, false))
}

/// The number of rows, or how many of them are visible: "16 instances", "3 of 16 instances".
pub fn count(shown: Shown, which: fn(Texts) -> &'static Plural) -> Text {
    let total: Signal<usize> = shown.total.into();
    Text::live(move || match (total.get(), shown.rows.with(|rows| rows.len())) {
        (0, _) => Text::default(),
        (all, rows) if all == rows => counted(which, total),
        (_, rows) => filled(|t| t.common().shown_of, [("shown", rows.into()), ("total", counted(which, total))]),
    })
}

/// The count for the page's heading.
pub fn count_of(words: Text) -> AnyView {
    view! { <span class="count" role="status">{words}</span> }.into_any()
}

/// Search, filters and table of a list.
#[component]
pub fn ListTable(
    shown: Shown,
    /// The accessible name of the table.
    #[prop(into)]
    label: Text,
    /// The placeholder of the search field, such as "Search volumes".
    #[prop(into)]
    search: Text,
    #[prop(optional)] filters: Vec<FieldMenu>,
    columns: Vec<Column>,
    /// The name of a row.
    #[prop(into)]
    row_name: Callback<Signal<RowId>, Text>,
    /// Called for Enter and click.
    #[prop(into, optional)]
    on_open: Option<Callback<RowId>>,
    /// The row's menu.
    #[prop(into, optional)]
    menu: Option<Callback<RowId, Vec<MenuItem>>>,
    /// The rows can be selected.
    #[prop(optional)]
    select: Option<Selecting>,
    /// The text for a search without results: which fields are searched.
    #[prop(into)]
    no_match: Text,
    /// Shown if the list is empty.
    #[prop(into)]
    none: ViewFn,
    /// Further controls in the toolbar.
    #[prop(optional)]
    tools: Option<AnyView>,
    /// Content between the toolbar and the table.
    #[prop(optional)]
    above: Option<AnyView>,
) -> AnyView {
    let Shown { rows, listed, searching, standing, entrance, .. } = shown;
    let Standing { resource, known, failure, loaded_at, retry } = standing;
    let (sort, on_sort) = (sort_of(listed), Callback::new(move |sort| sort_by(listed, sort)));
    let order = sort_chip(&columns, sort, on_sort);
    let loading = Signal::derive(move || !known.get());
    let empty = ViewFn::from(move || {
        let (none, no_match) = (none.clone(), no_match.clone());
        live_view(move || match listed.with(Listing::narrows) {
            true => view! {
                <Empty title=tx(|t| t.common().nothing_found) words=no_match.clone()>
                    <Button label=tx(|t| t.common().clear_filters) on_click=move || listed.clear() />
                </Empty>
            }
            .into_any(),
            false => none.run(),
        })
        .into_any()
    });
    let (name, headings, menus) = (label.clone(), columns.clone(), menu.is_some());
    let skeleton = move || {
        view! {
            <div class="labelled fill">
                <TableSkeleton label=name.clone() columns=headings.clone() sort on_sort menu=menus select=select.is_some() />
            </div>
        }
    };
    let table = move || {
        view! {
            <div class="labelled fill">
                <Table label=label.clone() columns=columns.clone() rows row_name sort on_sort on_open menu select
                    list=listed.list() entrance loading empty=empty.clone() />
            </div>
        }
    };
    view! {
        <ListBar search listed searching filters order entrance>{tools}{exports::menu(shown, select)}</ListBar>
        {above}
        <div class="fill" on:focusout=move |_| listed.flush()>
            <crate::ui::Standing answer=Signal::derive(move || resource.get()) known failure loaded_at on_retry=retry fallback=skeleton>
                {table()}
            </crate::ui::Standing>
        </div>
    }
    .into_any()
}
