//! Networks and subnets (row N03), the same for NHN's words and Neutron's: read only.

mod columns;

use std::sync::Arc;

use ::view::fold;
use ::view::instances::natural_key;
use ::view::network::{Place, places};
use ::view::query::encode;
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, counted, tx};
use crate::reactive::{Memo, Signal};
use crate::ui::*;

/// All lines, as far as they are known.
type Places = Memo<Option<Arc<[Place]>>>;

/// The page.
pub fn page() -> AnyView {
    let (networks, subnets) = (data::networks(), data::subnets());
    let instances = data::instances().value;
    let all: Places = Memo::new(move |_| {
        let (networks, subnets) = (networks.value.get(), subnets.value.get());
        if networks.is_none() && subnets.is_none() {
            return None;
        }
        let rows = instances.get().map(|list| list.rows).unwrap_or_default();
        Some(places(&networks.unwrap_or_default(), &subnets.unwrap_or_default(), &rows).into())
    });
    let counted = Memo::new(move |_| instances.with(|list| list.as_ref().is_some_and(|list| list.complete)));
    let search = RwSignal::new(String::new());
    let known = Signal::derive(move || all.with(Option::is_some));
    let failure = Signal::derive(move || networks.failure().or_else(|| subnets.failure()));
    let retry = move || {
        networks.refresh();
        subnets.refresh();
    };
    view! {
        <PageHead title=tx(|t| t.networks().title) beside=count(all) />
        <p class="lead">{tx(|t| t.networks().lead)}</p>
        <div class="toolbar" role="search">
            <SearchBox label=tx(|t| t.networks().search) value=search on_input=move |text| search.set(text) />
        </div>
        <div class="fill">
            <Standing known failure loaded_at=networks.loaded_at on_retry=retry>
                {table(all, counted, search)}
            </Standing>
        </div>
    }
    .into_any()
}

fn count(all: Places) -> AnyView {
    let subnets = Signal::derive(move || {
        all.with(|all| all.as_deref().unwrap_or_default().iter().filter(|place| place.subnet.is_some()).count())
    });
    let words = Text::live(move || match subnets.get() {
        0 => Text::default(),
        n => counted(|t| &t.networks().count, n),
    });
    view! { <span role="status">{words}</span> }.into_any()
}

fn table(all: Places, complete: Memo<bool>, search: RwSignal<String>) -> AnyView {
    let sort = RwSignal::new(Some(Sort { column: String::from("network"), descending: false }));
    let rows = Memo::new(move |_| rows(all, &search.get(), sort.get()));
    let loading = Signal::derive(move || all.with(Option::is_none));
    let menu = move |id: RowId| {
        let Some(place) = find(all, &id) else { return Vec::new() };
        let mut items = Vec::new();
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
    view! {
        <div class="labelled fill">
            <Table label=tx(|t| t.networks().title) columns=columns::columns(all, complete) rows
                row_name=move |id| name(all, id)
                sort on_sort=move |to: Sort| sort.set(Some(to)) menu loading empty=move || nothing(search) />
        </div>
    }
    .into_any()
}

fn row_id(place: &Place) -> RowId {
    encode(place.id()).into()
}

/// The line of a row.
fn find(all: Places, id: &RowId) -> Option<Place> {
    all.with(|all| all.as_deref()?.iter().find(|place| row_id(place) == *id).cloned())
}

/// What a row is called.
fn name(all: Places, id: Signal<RowId>) -> Text {
    Text::live(move || find(all, &id.get()).map(|place| place.name().to_owned()).unwrap_or_default().into())
}

fn rows(all: Places, search: &str, sort: Option<Sort>) -> Arc<[RowId]> {
    let Some(all) = all.get() else { return Arc::default() };
    let words: Vec<String> = search.split_whitespace().map(fold).collect();
    let holds = |place: &&Place| {
        let texts = [place.name(), place.network_name(), place.cidr().unwrap_or_default(), place.id()].map(fold);
        words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    };
    let mut shown: Vec<&Place> = all.iter().filter(holds).collect();
    let sort = sort.unwrap_or(Sort { column: String::new(), descending: false });
    shown.sort_by_cached_key(|place| natural_key(place.name()));
    match sort.column.as_str() {
        "network" => shown.sort_by_cached_key(|place| natural_key(place.network_name())),
        "cidr" => shown.sort_by_cached_key(|place| place.cidr().map(natural_key)),
        "gateway" => shown.sort_by_cached_key(|place| {
            place.subnet.as_ref().and_then(|subnet| subnet.gateway.as_deref()).map(natural_key)
        }),
        "free" => shown.sort_by_key(|place| place.subnet.as_ref().and_then(|subnet| subnet.free_addresses)),
        "instances" => shown.sort_by_key(|place| place.instances),
        _ => {}
    }
    if sort.descending {
        shown.reverse();
    }
    shown.into_iter().map(row_id).collect()
}

fn nothing(search: RwSignal<String>) -> AnyView {
    live_view(move || match search.with(|text| text.trim().is_empty()) {
        false => view! {
            <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.networks().no_match_text)>
                <Button label=tx(|t| t.common().clear_filters) on_click=move || search.set(String::new()) />
            </Empty>
        }
        .into_any(),
        true => {
            let words = tx(|t| t.networks().none_text);
            view! { <Empty title=tx(|t| t.networks().none_title) words mark=Icon::Networks /> }.into_any()
        }
    })
    .into_any()
}
