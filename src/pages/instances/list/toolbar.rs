//! Search and filters.

use ::query::Op;
use leptos::prelude::*;
use view::instances::{Facet, Search, StatusGroup, group_word};

use super::address::Shown;
use super::changed;
use super::rows::Rows;
use crate::locales::{Text, Words, filled, tx};
use crate::ui::{Choice, Entrance, FieldMenu, QueryBox};

/// The line between heading and table. `order`: the sort select for narrow windows; `more`: what follows the filters.
pub fn toolbar(rows: Rows, search: Shown, entrance: Entrance, order: AnyView, more: AnyView) -> AnyView {
    let searching = search.searching;
    let narrows = Memo::new(move |_| search.with(Search::narrows));
    view! {
        <div class="toolbar" role="search" on:focusout=move |_| search.flush()>
            <QueryBox label=tx(|t| t.instances().search) searching on_rows=move || entrance.enter() narrows
                on_clear=move || search.clear() />
            <div class="filters">
                {order}
                {searching.menu(by_status(rows))}
                {searching.menu(by_zone(rows))}
                {searching.menu(by_flavor(rows))}
                {changed::chip(search)}
                {more}
            </div>
        </div>
    }
    .into_any()
}

fn by_status(rows: Rows) -> FieldMenu {
    let choices = Signal::derive(move || {
        let count = |group| rows.facets.with(|facets| facets.of_group(group));
        StatusGroup::ALL.into_iter().map(|group| choice(group_word(group), group_name(group), count(group))).collect()
    });
    FieldMenu { field: "status", op: Op::Contains, label: tx(|t| t.common().status), choices }
}

fn by_zone(rows: Rows) -> FieldMenu {
    let choices = Signal::derive(move || rows.facets.with(|facets| choices(&facets.zones)));
    FieldMenu { field: "zone", op: Op::Equals, label: tx(|t| t.instances().zone), choices }
}

fn by_flavor(rows: Rows) -> FieldMenu {
    let choices = Signal::derive(move || rows.facets.with(|facets| choices(&facets.flavors_by_name())));
    FieldMenu { field: "flavor", op: Op::Equals, label: tx(|t| t.instances().flavor), choices }
}

fn choices(facets: &[Facet]) -> Vec<Choice> {
    facets.iter().map(|facet| choice(&facet.name, facet.name.clone().into(), facet.rows)).collect()
}

fn choice(value: &str, name: Text, n: usize) -> Choice {
    Choice::new(value, filled(|t| t.instances().choice, [("name", name), ("n", n.into())]))
}

/// The name of a status group.
pub fn group_name(group: StatusGroup) -> Text {
    let which: Words = match group {
        StatusGroup::Error => |t| t.instances().group_error,
        StatusGroup::Busy => |t| t.instances().group_busy,
        StatusGroup::Running => |t| t.instances().group_running,
        StatusGroup::Stopped => |t| t.instances().group_stopped,
        StatusGroup::Other => |t| t.instances().group_other,
    };
    tx(which)
}
