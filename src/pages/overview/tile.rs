//! A card of the overview: a heading that links to the page, and counts with a chart.

use ::query::{Op, Term};
use ::view::listing::showing;
use cloud::FailureKind;
use leptos::prelude::*;

use crate::data::Live;
use crate::locales::{Text, number};
use crate::routes::{self, Route};
use crate::ui::{Skeleton, Standing, live_view};

/// The card. It shows `missing` if the region does not have the service.
pub fn tile<T, C>(
    title: Text,
    to: Route,
    live: Live<T>,
    missing: Text,
    counts: Memo<Option<C>>,
    draw: fn(&C) -> AnyView,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    C: Send + Sync + 'static,
{
    let body = move || live_view(move || counts.with(|counts| counts.as_ref().map_or_else(waiting, draw))).into_any();
    let known = Signal::derive(move || live.value.with(Option::is_some));
    let failure = Signal::derive(move || live.failure());
    let absent = Memo::new(move |_| {
        failure.get().is_some_and(|failure| matches!(failure.kind, FailureKind::NoService(_))) && !known.get()
    });
    let inside = live_view(move || match absent.get() {
        true => view! { <p class="dim">{missing.clone()}</p> }.into_any(),
        false => view! {
            <Standing answer=live.answer() known failure loaded_at=live.loaded_at on_retry=move || live.refetch()
                fallback=waiting>
                {body()}
            </Standing>
        }
        .into_any(),
    });
    let heading = view! { <a href=routes::href(&to)>{title}</a> };
    view! { <section class="tile"><h2>{heading}</h2>{inside}</section> }.into_any()
}

fn waiting() -> AnyView {
    view! { <Skeleton rows=3 /> }.into_any()
}

/// One part of a bar.
pub struct Part {
    /// The CSS class of its colour: `ok`, `busy`, `off`, `bad` or `unknown`.
    pub tone: &'static str,
    pub name: Text,
    pub count: usize,
    /// Link to the list of these.
    pub href: Option<String>,
}

/// The parts as one bar, with a legend below. Empty parts are left out.
pub fn parts(all: usize, parts: Vec<Part>) -> AnyView {
    let parts: Vec<Part> = parts.into_iter().filter(|part| part.count > 0).collect();
    let mut from = 0;
    let segments: Vec<_> = parts
        .iter()
        .map(|part| {
            let x = share(from, all);
            from += part.count;
            view! { <rect class=part.tone x=x y="0" width=share(part.count, all) height="100%" /> }.into_any()
        })
        .collect();
    let named: Vec<_> = parts.into_iter().map(named).collect();
    view! {
        <svg class="stack" aria-hidden="true" focusable="false">{segments}</svg>
        <ul class="legend">{named}</ul>
    }
    .into_any()
}

fn named(part: Part) -> AnyView {
    let name = match part.href {
        Some(href) => view! { <a href=href>{part.name}</a> }.into_any(),
        None => view! { <span>{part.name}</span> }.into_any(),
    };
    view! { <li class=part.tone>{name}<span class="legend-count">{figure(part.count as u64)}</span></li> }.into_any()
}

/// The address of the list of unattached volumes.
pub fn free_volumes() -> String {
    narrowed(&Route::Volumes, "status", "available")
}

/// The address of the list of unattached floating IPs.
pub fn free_addresses() -> String {
    narrowed(&Route::FloatingIps, "is", "free")
}

fn narrowed(route: &Route, field: &str, value: &str) -> String {
    routes::href(route) + &showing(&[Term::field(field, Op::Contains, value)])
}

/// The large number of a card.
pub fn headline(words: Text) -> AnyView {
    view! { <p class="tile-number">{words}</p> }.into_any()
}

/// A number in the format of the language.
pub fn figure(n: u64) -> Text {
    Text::live(move || number(n as f64).into())
}

/// A share as a CSS length, to a tenth of a percent.
pub fn share(part: usize, all: usize) -> String {
    let tenths = part.saturating_mul(1000) / all.max(1);
    let mut text = (tenths / 10).to_string();
    text.push('.');
    text.push_str(&(tenths % 10).to_string());
    text.push('%');
    text
}
