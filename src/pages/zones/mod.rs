//! Availability zones (row S03), and how many instances are in each.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::view::instances::Filter;
use ::view::zones::{Count, count};
use cloud::ZoneName;
use cloud::wire::Zone;
use leptos::prelude::*;

use crate::data::{self, Instances, Live, LiveState};
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::ui::{Badge, Empty, Icon, PageHead, Skeleton, Standing, Tone, live, live_view};

/// How many instances are where; `None` while they cannot be told.
type Counts = Memo<Option<Arc<BTreeMap<Option<ZoneName>, Count>>>>;

/// The page.
pub fn page() -> AnyView {
    let zones = data::zones();
    let instances = data::instances();
    let counts: Counts = Memo::new(move |_| {
        let list = instances.value.get().filter(|list| list.complete)?;
        Some(Arc::new(count(&list.rows)))
    });
    let known = Signal::derive(move || zones.value.with(Option::is_some));
    let failure = Signal::derive(move || zones.failure());
    view! {
        <PageHead title=tx(|t| t.zones().title) />
        <p class="lead">{tx(|t| t.zones().lead)}</p>
        <Standing known failure loaded_at=zones.loaded_at on_retry=move || zones.refresh()>
            {live_view(move || match zones.value.get() {
                None => view! { <Skeleton rows=4 /> }.into_any(),
                Some(list) => cards(&list, counts, instances),
            })}
        </Standing>
    }
    .into_any()
}

fn cards(zones: &[Zone], counts: Counts, instances: Live<Instances>) -> AnyView {
    if zones.is_empty() {
        return view! { <Empty title=tx(|t| t.zones().none_title) words=tx(|t| t.zones().none_text) mark=Icon::Zones /> }
            .into_any();
    }
    let cards: Vec<_> = zones.iter().map(|zone| card(zone, counts, instances)).collect();
    let listed: Arc<[ZoneName]> = zones.iter().map(|zone| zone.name.clone()).collect();
    view! {
        <ul class="zones">{cards}</ul>
        {live_view(move || elsewhere(&listed, counts))}
    }
    .into_any()
}

fn card(zone: &Zone, counts: Counts, instances: Live<Instances>) -> AnyView {
    let (tone, word) = match zone.available {
        true => (Tone::Ok, tx(|t| t.zones().available)),
        false => (Tone::Bad, tx(|t| t.zones().unavailable)),
    };
    let name = zone.name.clone();
    let mine =
        Memo::new(move |_| counts.get().map(|counts| counts.get(&Some(name.clone())).copied().unwrap_or_default()));
    let warning = if zone.available { Text::default() } else { tx(|t| t.zones().unavailable_text) };
    view! {
        <li class="zone">
            <header class="zone-head"><h2>{zone.name.as_str().to_owned()}</h2><Badge tone=Signal::stored(tone) word /></header>
            <p class="zone-count">{how_many(&zone.name, mine, instances)}</p>
            {bar(mine)}
            <p class="zone-split">{split(mine)}</p>
            <p class="zone-note">{warning}</p>
        </li>
    }
    .into_any()
}

/// The number, as a link to those instances.
fn how_many(zone: &ZoneName, mine: Memo<Option<Count>>, instances: Live<Instances>) -> AnyView {
    let filter = Filter { zone: Some(zone.clone()), ..Filter::default() };
    let mut href = routes::href(&Route::Instances);
    href.push('?');
    href.push_str(&filter.to_query());
    let label = filled(|t| t.zones().show, [("zone", zone.as_str().to_owned().into())]);
    live_view(move || match mine.get() {
        Some(Count { all: 0, .. }) => view! { <span>{counted(|t| &t.zones().instances, 0)}</span> }.into_any(),
        Some(Count { all, .. }) => {
            view! { <a href=href.clone() title=label.clone()>{counted(|t| &t.zones().instances, all)}</a> }.into_any()
        }
        None if matches!(instances.state.get(), LiveState::Failed(_)) => {
            view! { <span class="dim">{tx(|t| t.zones().uncounted)}</span> }.into_any()
        }
        None => view! { <span class="dim">{tx(|t| t.zones().counting)}</span> }.into_any(),
    })
    .into_any()
}

/// Running and others as lengths; the words below say the same.
fn bar(mine: Memo<Option<Count>>) -> AnyView {
    let share = move |part: fn(Count) -> usize| {
        mine.get().filter(|count| count.all > 0).map_or(0.0, |count| part(count) as f64 * 100.0 / count.all as f64)
    };
    let width = move |part| {
        let mut text = share(part).to_string();
        text.push('%');
        text
    };
    view! {
        <div class="zone-bar" aria-hidden="true">
            <span class="running" style:width=live(move || width(|count| count.running))></span>
            <span class="other" style:width=live(move || width(|count| count.all - count.running))></span>
        </div>
    }
    .into_any()
}

fn split(mine: Memo<Option<Count>>) -> AnyView {
    let running = Signal::derive(move || mine.get().unwrap_or_default().running);
    let others = Signal::derive(move || mine.get().map_or(0, |count| count.all - count.running));
    let some = Memo::new(move |_| mine.get().is_some_and(|count| count.all > 0));
    live_view(move || match some.get() {
        false => view! { <span>" "</span> }.into_any(),
        true => view! {
            <span class="running">{counted(|t| &t.zones().running, running)}</span>
            <span class="other">{counted(|t| &t.zones().not_running, others)}</span>
        }
        .into_any(),
    })
    .into_any()
}

/// Instances that stand in none of the zones above.
fn elsewhere(listed: &[ZoneName], counts: Counts) -> AnyView {
    let Some(counts) = counts.get() else { return ().into_any() };
    let lost = counts.iter().filter(|(zone, _)| zone.as_ref().is_none_or(|zone| !listed.contains(zone)));
    let all: usize = lost.map(|(_, count)| count.all).sum();
    if all == 0 {
        return ().into_any();
    }
    view! {
        <p class="zone-elsewhere">
            <strong>{tx(|t| t.zones().elsewhere_title)}": "{counted(|t| &t.zones().instances, all)}</strong>
            <span>{tx(|t| t.zones().elsewhere_text)}</span>
        </p>
    }
    .into_any()
}
