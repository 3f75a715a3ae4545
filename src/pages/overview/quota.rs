//! The card of the quota of compute and block storage (row N09). Hidden if the cloud does not report a quota.

use std::sync::Arc;

use ::view::human::{SizeUnit, megabytes};
use ::view::overview::{Fill, gauge, used};
use cloud::calls::flavors::FlavorQuery;
use cloud::rules::offers::Feature;
use cloud::wire::{Allowance, ComputeQuota};
use leptos::prelude::*;

use super::tile::{self, figure};
use crate::data::{self, Instances, Live};
use crate::locales::{Text, filled, number, tx};
use crate::routes::Route;
use crate::ui::live_view;

pub fn tile(servers: Live<Instances>) -> AnyView {
    let quota = data::compute_quota();
    let offered = data::offered(Feature::Limits);
    let shown = Memo::new(move |_| offered.get());
    // Usage is computed from flavors only if the cloud does not report it.
    let untold =
        Memo::new(move |_| quota.value.with(|quota| quota.as_ref().is_some_and(|quota| quota.vcpus.used.is_none())));
    live_view(move || match (shown.get(), untold.get()) {
        (false, _) => ().into_any(),
        (true, false) => card(quota, Memo::new(move |_| quota.value.get())),
        (true, true) => {
            let flavors = data::flavors(FlavorQuery::default);
            let reckoned = Memo::new(move |_| {
                let (quota, list) = (quota.value.get()?, servers.value.get().filter(|list| list.complete));
                let flavors = flavors.value.get();
                Some(list.map_or(quota.clone(), |list| Arc::new(used(&quota, &list.rows, flavors.as_deref()))))
            });
            card(quota, reckoned)
        }
    })
    .into_any()
}

fn card(live: Live<Arc<ComputeQuota>>, compute: Memo<Option<Arc<ComputeQuota>>>) -> AnyView {
    let storage = data::if_offered(Feature::VolumeLimits, data::volume_quota);
    // Block storage has its own quota call, which may be missing.
    let told = move || storage.and_then(|storage| storage.value.get()).unwrap_or_default();
    let both = Memo::new(move |_| Some((compute.get()?, told())));
    tile::tile(tx(|t| t.overview().quota), Route::Flavors, live, Text::default(), both, |(compute, storage)| {
        view! {
            <ul class="bars">
                {line(tx(|t| t.overview().instances), compute.instances, figure)}
                {line(tx(|t| t.overview().vcpus), compute.vcpus, figure)}
                {line(tx(|t| t.overview().ram), compute.ram_mb, size)}
                {line(tx(|t| t.shell().volumes), storage.volumes, figure)}
                {line(tx(|t| t.overview().volume_size), storage.gb, |gb| size(gb.saturating_mul(1024)))}
            </ul>
        }
        .into_any()
    })
}

fn line(name: Text, allowance: Allowance, say: fn(u64) -> Text) -> AnyView {
    let words = match (allowance.used, allowance.limit) {
        (Some(used), Some(limit)) => filled(|t| t.overview().used_of, [("used", say(used)), ("limit", say(limit))]),
        (Some(used), None) => filled(|t| t.overview().used_free, [("used", say(used))]),
        (None, Some(limit)) => filled(|t| t.overview().at_most, [("limit", say(limit))]),
        (None, None) => return ().into_any(),
    };
    let bar = gauge(allowance).map(|gauge| {
        let tone = match gauge.fill {
            Fill::Enough => "ok",
            Fill::Tight => "busy",
            Fill::Full => "bad",
        };
        let mut width = gauge.percent.to_string();
        width.push('%');
        view! {
            <svg class="stack" aria-hidden="true" focusable="false">
                <rect class=tone x="0" y="0" width=width height="100%" />
            </svg>
        }
    });
    view! { <li><span class="bar-name">{name}</span><span class="bar-value">{words}</span>{bar}</li> }.into_any()
}

/// A size in MB, in the most readable unit.
pub fn size(mb: u64) -> Text {
    let (value, unit) = megabytes(mb);
    let n = Text::live(move || number(value).into());
    match unit {
        SizeUnit::TB => filled(|t| t.overview().tb, [("n", n)]),
        SizeUnit::GB => filled(|t| t.common().gb, [("n", n)]),
        _ => filled(|t| t.common().mb, [("n", n)]),
    }
}
