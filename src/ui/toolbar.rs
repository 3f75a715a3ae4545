//! The toolbar of a list: search and filter menus. The address has the search.

use super::field::Choice;
use super::query_box::QueryBox;
use super::searching::{FieldMenu, Searching};
use super::table::{Entrance, Sort};
use crate::locales::{Text, filled};
use crate::routes::listed::Listed;
use ::view::listing::{Listing, Order};
use leptos::prelude::*;

/// A choice with its row count: "Error (3)".
pub fn choice_of(value: &str, name: impl Into<Text>, rows: usize) -> Choice {
    Choice::new(value, filled(|t| t.common().choice_count, [("name", name.into()), ("n", rows.into())]))
}

/// Search and filters of a list.
#[component]
pub fn ListBar(
    /// "Search volumes".
    #[prop(into)]
    search: Text,
    listed: Listed,
    searching: Searching,
    filters: Vec<FieldMenu>,
    /// The sort select for phones ([`sort_chip`](super::sort_chip)).
    order: AnyView,
    entrance: Entrance,
    /// Further filters.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let narrows = Memo::new(move |_| listed.with(Listing::narrows));
    let filters: Vec<_> = filters.into_iter().map(|filter| searching.menu(filter)).collect();
    view! {
        <div class="toolbar" role="search" on:focusout=move |_| listed.flush()>
            <QueryBox label=search searching on_rows=move || entrance.enter() narrows on_clear=move || listed.clear() />
            <div class="filters">
                {order}
                {filters}
                {children.map(|children| children())}
            </div>
        </div>
    }
    .into_any()
}

/// The sort order, for the table.
pub fn sort_of(listed: Listed) -> Signal<Option<Sort>> {
    Signal::derive(move || {
        listed.with(|listing| {
            let order = listing.order.as_ref()?;
            Some(Sort { column: order.column.clone(), descending: order.descending })
        })
    })
}

/// Handles a click on a heading.
pub fn sort_by(listed: Listed, sort: Sort) {
    let order = Order { column: sort.column, descending: sort.descending };
    listed.change(|listing| listing.order = Some(order));
    listed.flush();
}
