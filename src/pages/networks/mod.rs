//! The networks and subnets page (row N03), read-only. It shows NHN's VPCs and Neutron's networks in the same way.
//!
//! * `columns`: the cells of the table. `detail`: one row in a dialog.

mod columns;
mod detail;

use std::sync::Arc;

use ::view::network::{NETWORK_FIELDS, Place, network_cells, networks as networks_by, places};
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, tx};
use crate::routes::{Route, Thing};
use crate::shared::list::{self, List, ListTable, Standing, count, count_of};
use crate::shared::opened::Opened;
use crate::ui::*;

/// The rows: subnets with their networks, and networks without known subnets.
type Networks = List<Place>;

pub fn page() -> AnyView {
    let (networks, subnets) = (data::networks(), data::subnets());
    let instances = data::instances().value;
    let all: Memo<Option<Arc<[Place]>>> = Memo::new(move |_| {
        let (networks, subnets) = (networks.value.get(), subnets.value.get());
        if networks.is_none() && subnets.is_none() {
            return None;
        }
        let rows = instances.get().map(|list| list.rows).unwrap_or_default();
        Some(places(&networks.unwrap_or_default(), &subnets.unwrap_or_default(), &rows).into())
    });
    let counted = Memo::new(move |_| instances.with(|list| list.as_ref().is_some_and(|list| list.complete)));
    let known = Signal::derive(move || all.with(Option::is_some));
    let failure = Signal::derive(move || networks.failure().or_else(|| subnets.failure()));
    let standing = Standing::new(known, failure, networks.loaded_at, move || {
        networks.refetch();
        subnets.refetch();
    });
    let listed = list::listed(Route::Networks, "network");
    let list = List::new(all.into(), standing, listed, NETWORK_FIELDS, Place::id, network_cells, networks_by);
    let detail = Opened::new(listed, Thing::Network);
    view! {
        <PageHead title=tx(|t| t.networks().title) beside=count_of(count(list.shown, |t| &t.networks().count)) />
        <p class="lead">{tx(|t| t.networks().lead)}</p>
        {table(list, counted, detail)}
        {detail::dialog(detail, list, counted)}
    }
    .into_any()
}

fn table(list: Networks, complete: Memo<bool>, detail: Opened) -> AnyView {
    let menu = move |id: RowId| {
        let Some(place) = list.get(&id, Clone::clone) else { return Vec::new() };
        let mut items = vec![MenuItem::new(tx(|t| t.common().details), move || detail.show(&id)).icon(Icon::Details)];
        if let Some(subnet) = place.subnet {
            let id = subnet.id.0;
            items.push(MenuItem::new(tx(|t| t.networks().copy_subnet), move || copy_text(id.clone())).icon(Icon::Copy));
        }
        if let Some(network) = place.network {
            let id = network.id.0;
            items
                .push(MenuItem::new(tx(|t| t.networks().copy_network), move || copy_text(id.clone())).icon(Icon::Copy));
        }
        items
    };
    let none = || {
        let words = tx(|t| t.networks().none_text);
        view! { <Empty title=tx(|t| t.networks().none_title) words mark=Icon::Networks /> }
    };
    view! {
        <ListTable shown=list.shown label=tx(|t| t.networks().title) search=tx(|t| t.networks().search)
            columns=columns::columns(list, detail, complete) row_name=move |id| list.text(id, name)
            on_open=move |id: RowId| detail.show(&id) menu no_match=tx(|t| t.networks().no_match_text) none />
    }
    .into_any()
}

fn name(place: &Place) -> Text {
    place.name().to_owned().into()
}
