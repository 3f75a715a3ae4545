//! Search and filters.

use cloud::{FlavorId, ZoneName};
use leptos::prelude::*;
use view::instances::{Facet, StatusGroup};
use view::order::sorted;

use super::address::Shown;
use super::rows::Rows;
use crate::locales::{Text, Words, filled, tx};
use crate::ui::{Button, Choice, Entrance, Filter, Icon, Kind, SearchBox, live_view};

/// The line between heading and table. `order`: the sort select for narrow windows; `more`: what follows the filters.
pub fn toolbar(rows: Rows, filter: Shown, entrance: Entrance, order: AnyView, more: AnyView) -> AnyView {
    let search = Signal::derive(move || filter.with(|filter| filter.search.clone()));
    let narrows = Memo::new(move |_| filter.with(view::instances::Filter::narrows));
    view! {
        <div class="toolbar" role="search" on:focusout=move |_| filter.flush()>
            <SearchBox label=tx(|t| t.instances().search) value=search
                on_input=move |typed: String| filter.change(|filter| filter.search = typed) on_rows=move || entrance.enter() />
            <div class="filters">
                {order}
                {by_status(rows, filter)}
                {by_zone(rows, filter)}
                {by_flavor(rows, filter)}
                {live_view(move || match narrows.get() {
                    true => view! {
                        <Button label=tx(|t| t.common().clear_filters) kind=Kind::Quiet icon_before=Icon::Close
                            on_click=move || filter.clear() />
                    }.into_any(),
                    false => ().into_any(),
                })}
                {more}
            </div>
        </div>
    }
    .into_any()
}

fn by_status(rows: Rows, filter: Shown) -> AnyView {
    let value = Signal::derive(move || {
        filter.with(|filter| filter.status.map_or_else(String::new, |group| group.as_str().to_owned()))
    });
    let choices = Signal::derive(move || {
        let count = |group| rows.facets.with(|facets| facets.of_group(group));
        StatusGroup::ALL.into_iter().map(|group| choice(group.as_str(), group_name(group), count(group))).collect()
    });
    let change = move |value: String| filter.change(|filter| filter.status = StatusGroup::parse(&value));
    view! { <Filter label=tx(|t| t.common().status) value choices on_change=change /> }.into_any()
}

fn by_zone(rows: Rows, filter: Shown) -> AnyView {
    let value = Signal::derive(move || {
        filter.with(|filter| filter.zone.as_ref().map_or_else(String::new, |zone| zone.as_str().to_owned()))
    });
    let choices = Signal::derive(move || {
        let known = rows.facets.with(|facets| choices(&facets.zones));
        with_chosen(known, value.get())
    });
    let change = move |value: String| {
        filter.change(|filter| filter.zone = Some(ZoneName(value)).filter(|zone| !zone.0.is_empty()));
    };
    view! { <Filter label=tx(|t| t.instances().zone) value choices on_change=change /> }.into_any()
}

fn by_flavor(rows: Rows, filter: Shown) -> AnyView {
    let value = Signal::derive(move || {
        filter.with(|filter| filter.flavor.as_ref().map_or_else(String::new, |flavor| flavor.as_str().to_owned()))
    });
    let choices = Signal::derive(move || {
        let known = rows.facets.with(|facets| choices(&sorted(&facets.flavors, |a, b| a.name.cmp(&b.name))));
        with_chosen(known, value.get())
    });
    let change = move |value: String| {
        filter.change(|filter| filter.flavor = Some(FlavorId(value)).filter(|flavor| !flavor.0.is_empty()));
    };
    view! { <Filter label=tx(|t| t.instances().flavor) value choices on_change=change /> }.into_any()
}

fn choices(facets: &[Facet]) -> Vec<Choice> {
    facets.iter().map(|facet| choice(&facet.id, facet.name.clone().into(), facet.rows)).collect()
}

fn choice(value: &str, name: Text, n: usize) -> Choice {
    Choice::new(value, filled(|t| t.instances().choice, [("name", name), ("n", n.into())]))
}

/// The value in the address stays in the menu even if no row has it.
fn with_chosen(mut known: Vec<Choice>, chosen: String) -> Vec<Choice> {
    if !chosen.is_empty() && known.iter().all(|choice| choice.value != chosen) {
        known.push(choice(&chosen, chosen.clone().into(), 0));
    }
    known
}

fn group_name(group: StatusGroup) -> Text {
    let which: Words = match group {
        StatusGroup::Error => |t| t.instances().group_error,
        StatusGroup::Busy => |t| t.instances().group_busy,
        StatusGroup::Running => |t| t.instances().group_running,
        StatusGroup::Stopped => |t| t.instances().group_stopped,
        StatusGroup::Other => |t| t.instances().group_other,
    };
    tx(which)
}
