//! Instances by status and by zone. Each part links to the table of instances with its search.

use ::view::instances::{Search, StatusGroup};
use ::view::overview::{self, ZoneCount};
use leptos::prelude::*;

use super::tile::{self, Part, figure, headline, parts, share};
use crate::data::{Instances, Live};
use crate::locales::{Text, Words, counted, filled, tx};
use crate::routes::{self, Route};

/// How many zones fit into the card.
const ZONES: usize = 4;

/// The numbers, and whether all instances have been read.
type Counts = (overview::Instances, bool);

/// By status.
pub fn by_status(list: Live<Instances>) -> AnyView {
    let title = tx(|t| t.overview().by_status);
    let draw = |(counts, complete): &Counts| by_group(counts, *complete, instances);
    tile::tile(title, Route::Instances, list, Text::default(), counts(list), draw)
}

/// The total, and the number in each status group; `table` returns the address for a search.
pub fn by_group(counts: &overview::Instances, complete: bool, table: fn(&Search) -> String) -> AnyView {
    let part = |group: StatusGroup| Part {
        tone: tone(group),
        name: tx(name(group)),
        count: counts.of(group),
        href: Some(table(&Search::of_group(group))),
    };
    view! {
        {headline(how_many(counts.all, complete))}
        {parts(counts.all, StatusGroup::ALL.into_iter().map(part).collect())}
    }
    .into_any()
}

/// By zone.
pub fn by_zone(list: Live<Instances>) -> AnyView {
    tile::tile(tx(|t| t.overview().by_zone), Route::Zones, list, Text::default(), counts(list), |(counts, _)| {
        let most = counts.zones.iter().map(|row| row.count.all).max().unwrap_or_default();
        let rows: Vec<_> = counts.zones.iter().take(ZONES).map(|row| zone(row, most)).collect();
        let more = counts.zones.len().saturating_sub(ZONES);
        let more = (more > 0).then(|| {
            view! { <p><a href=routes::href(&Route::Zones)>{counted(|t| &t.overview().more, more)}</a></p> }
        });
        match rows.is_empty() {
            true => view! { <p class="dim">{tx(|t| t.overview().no_instances)}</p> }.into_any(),
            false => view! { <ul class="bars">{rows}</ul>{more} }.into_any(),
        }
    })
}

fn counts(list: Live<Instances>) -> Memo<Option<Counts>> {
    Memo::new(move |_| list.value.get().map(|list| (overview::instances(&list.rows), list.complete)))
}

fn how_many(all: usize, complete: bool) -> Text {
    let words = counted(|t| &t.instances().count, all);
    if complete { words } else { filled(|t| t.overview().so_far, [("what", words)]) }
}

/// One zone: the running and the other instances as bars, in the same scale for all zones.
fn zone(row: &ZoneCount, most: usize) -> AnyView {
    let name = match &row.zone {
        None => view! { <span class="dim">{tx(|t| t.overview().no_zone)}</span> }.into_any(),
        Some(zone) => {
            let href = instances(&Search::of_zone(zone.as_str()));
            view! { <a href=href>{zone.as_str().to_owned()}</a> }.into_any()
        }
    };
    let (all, running) = (row.count.all, row.count.running);
    let said = counted(|t| &t.zones().running, running);
    view! {
        <li>
            <span class="bar-name">{name}</span>
            <span class="bar-value">{figure(all as u64)}<span class="dim">{said}</span></span>
            <svg class="stack" aria-hidden="true" focusable="false">
                <rect class="ok" x="0" y="0" width=share(running, most) height="100%" />
                <rect class="off" x=share(running, most) y="0" width=share(all - running, most) height="100%" />
            </svg>
        </li>
    }
    .into_any()
}

/// The address of the table of instances with this search.
pub fn instances(search: &Search) -> String {
    let mut href = routes::href(&Route::Instances);
    href.push('?');
    href.push_str(&search.to_query());
    href
}

fn tone(group: StatusGroup) -> &'static str {
    match group {
        StatusGroup::Error => "bad",
        StatusGroup::Busy => "busy",
        StatusGroup::Running => "ok",
        StatusGroup::Stopped => "off",
        StatusGroup::Other => "unknown",
    }
}

fn name(group: StatusGroup) -> Words {
    match group {
        StatusGroup::Error => |t| t.instances().group_error,
        StatusGroup::Busy => |t| t.instances().group_busy,
        StatusGroup::Running => |t| t.instances().group_running,
        StatusGroup::Stopped => |t| t.instances().group_stopped,
        StatusGroup::Other => |t| t.instances().group_other,
    }
}
