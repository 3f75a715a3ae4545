//! The cells of the table.

use ::view::instances::Search;
use cloud::ZoneName;
use leptos::prelude::*;

use super::{Count, Zones, name};
use crate::locales::{Text, counted, filled, tx};
use crate::routes::{self, Route};
use crate::ui::{Badge, Column, RowId, Tone, Width, live_view, tab_index};

/// The columns. `uncounted`: the instances could not be loaded.
pub fn columns(list: Zones, uncounted: Signal<bool>) -> Vec<Column> {
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, move |id| list.cell(id, name)),
        Column::new("status", tx(|t| t.common().status), Width::Wide, move |id| status(list, id)),
        Column::new("instances", tx(|t| t.shell().instances), Width::Middle, move |id| how_many(list, id, uncounted)),
        Column::new("running", tx(|t| t.zones().how_they_run), Width::Address, move |id| split(list, id)),
    ]
}

fn status(list: Zones, id: Signal<RowId>) -> AnyView {
    let available = Memo::new(move |_| list.get(&id.get(), |line| line.zone.available));
    let tone = Signal::derive(move || match available.get() {
        Some(true) => Tone::Ok,
        Some(false) => Tone::Bad,
        None => Tone::Unknown,
    });
    let word = Text::live(move || match available.get() {
        Some(true) => tx(|t| t.zones().available),
        Some(false) => tx(|t| t.zones().unavailable),
        None => Text::default(),
    });
    view! { <Badge tone word /> }.into_any()
}

/// The number of instances, as a link to them, and how many of them run.
fn how_many(list: Zones, id: Signal<RowId>, uncounted: Signal<bool>) -> AnyView {
    let line = Memo::new(move |_| list.get(&id.get(), Clone::clone));
    live_view(move || {
        let Some(line) = line.get() else { return ().into_any() };
        match line.count {
            Some(Count { all: 0, .. }) => view! { <span>{counted(|t| &t.zones().instances, 0)}</span> }.into_any(),
            Some(count) => (link(&line.zone.name, count.all), bar(count)).into_any(),
            None if uncounted.get() => view! { <span class="dim">{tx(|t| t.zones().uncounted)}</span> }.into_any(),
            None => view! { <span class="dim">{tx(|t| t.zones().counting)}</span> }.into_any(),
        }
    })
    .into_any()
}

fn link(zone: &ZoneName, all: usize) -> AnyView {
    let mut href = routes::href(&Route::Instances);
    href.push('?');
    href.push_str(&Search::of_zone(zone.as_str()).to_query());
    let title = filled(|t| t.zones().show, [("zone", zone.as_str().to_owned().into())]);
    view! { <a href=href tabindex=tab_index() title=title>{counted(|t| &t.zones().instances, all)}</a> }.into_any()
}

/// How many of them run and how many do not.
fn split(list: Zones, id: Signal<RowId>) -> AnyView {
    let count = Memo::new(move |_| list.get(&id.get(), |line| line.count).flatten().unwrap_or_default());
    live_view(move || match count.get() {
        Count { all: 0, .. } => view! { <span class="dim">"–"</span> }.into_any(),
        Count { all, running } => view! {
            <span class="zone-split">
                <span class="running">{counted(|t| &t.zones().running, running)}</span>
                <span class="other">{counted(|t| &t.zones().not_running, all - running)}</span>
            </span>
        }
        .into_any(),
    })
    .into_any()
}

/// The same as a bar.
fn bar(count: Count) -> AnyView {
    let width = |part: usize| {
        // A number of instances fits into the type.
        let mut text = (part as f64 * 100.0 / count.all.max(1) as f64).to_string();
        text.push('%');
        text
    };
    view! {
        <span class="zone-bar" aria-hidden="true">
            <span class="running" style:width=width(count.running)></span>
            <span class="other" style:width=width(count.all - count.running)></span>
        </span>
    }
    .into_any()
}
