//! How much more of the quota the selected flavor needs (row N09), on clouds that report a quota.

use cloud::rules::offers::Feature;
use cloud::rules::quota::{Demand, Line, Quota, Resource, compare};
use leptos::prelude::*;

use super::resize::Known;
use crate::data;
use crate::locales::{Text, Words, filled, tx};
use crate::pages::instances::words;
use crate::ui::{Warning, live_view};

/// The lines, with a warning if the quota is exceeded. A cloud without the quota call is not asked again.
pub fn lines(known: Known, chosen: RwSignal<String>) -> AnyView {
    let Some(quota) = data::if_offered(Feature::Limits, data::compute_quota) else { return ().into_any() };
    let weighed = Memo::new(move |_| {
        let (Some(target), Some(quota)) = (known.target(chosen), quota.value.get()) else { return Vec::new() };
        known.with(|resizing, _| compare(&Demand::resize(resizing.current, &target), &Quota::of(&quota)))
    });
    live_view(move || {
        let lines = weighed.get();
        if lines.is_empty() {
            return ().into_any();
        }
        let over = lines.iter().any(|line| line.over > 0);
        let said: Vec<_> = lines.iter().filter_map(line).map(|words| view! { <li>{words}</li> }.into_any()).collect();
        view! {
            <ul class="quota-lines">{said}</ul>
            {over.then(|| view! { <Warning words=tx(|t| t.questions().quota_over) /> })}
        }
        .into_any()
    })
    .into_any()
}

fn line(line: &Line) -> Option<Text> {
    let (which, size): (Words, fn(u64) -> Text) = match line.resource {
        Resource::Vcpus => (|t| t.questions().quota_vcpus, words::number),
        Resource::RamMb => (|t| t.questions().quota_ram, words::megabytes),
        _ => return None,
    };
    let (limit, used) = (line.allowance.limit?, line.allowance.used?);
    Some(filled(which, [("used", size(used)), ("limit", size(limit)), ("asked", size(line.demand))]))
}
