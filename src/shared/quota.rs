//! The quota that remains after a choice (row N09); empty if the cloud does not report a quota.

use cloud::rules::offers::Feature;
use cloud::rules::quota::{Demand, Line, Quota, Resource, compare};
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, counted, filled};
use crate::ui::amounts::{gigabytes, joined, megabytes};
use crate::ui::{Icon, icon, live_view};

/// The remaining quota, or by how much it is exceeded.
pub fn left(takes: impl Fn() -> Demand + Send + Sync + 'static, quota: Memo<Quota>) -> AnyView {
    let lines = Memo::new(move |_| {
        let lines = compare(&takes(), &quota.get());
        lines.into_iter().filter(|line| line.allowance.left().is_some()).collect::<Vec<_>>()
    });
    live_view(move || match lines.get() {
        lines if lines.is_empty() => ().into_any(),
        lines => said(&lines),
    })
    .into_any()
}

/// [`left`] for block storage alone. A cloud without the call is not asked again.
pub fn left_of_storage(takes: impl Fn() -> Demand + Send + Sync + 'static) -> AnyView {
    let Some(quota) = data::if_offered(Feature::VolumeLimits, data::volume_quota) else { return ().into_any() };
    let quota = Memo::new(move |_| {
        quota.value.with(|quota| quota.as_ref().map(|quota| Quota::default().with_storage(quota))).unwrap_or_default()
    });
    left(takes, quota)
}

/// The remaining quota, or by how much it is exceeded, of lines that are known; those without a limit say nothing.
pub fn of_lines(lines: &[Line]) -> AnyView {
    let limited: Vec<Line> = lines.iter().filter(|line| line.allowance.left().is_some()).cloned().collect();
    if limited.is_empty() { ().into_any() } else { said(&limited) }
}

fn said(lines: &[Line]) -> AnyView {
    let over: Vec<_> = lines.iter().filter(|line| line.over > 0).map(|line| Some(amount(line, line.over))).collect();
    if !over.is_empty() {
        let words = filled(|t| t.create_more().quota_over, [("what", joined(over))]);
        return view! {
            <p class="quota-left over" role="status">{icon(Icon::Alert)}<span>{words}</span></p>
        }
        .into_any();
    }
    let rest = |line: &Line| Some(amount(line, line.allowance.left().unwrap_or(0).saturating_sub(line.demand)));
    let words = filled(|t| t.create_more().quota_left, [("what", joined(lines.iter().map(rest)))]);
    view! { <p class="quota-left">{words}</p> }.into_any()
}

fn amount(line: &Line, n: u64) -> Text {
    let count = usize::try_from(n).unwrap_or(usize::MAX);
    match line.resource {
        Resource::RamMb => filled(|t| t.create_more().quota_ram, [("size", megabytes(n))]),
        Resource::VolumeGb => filled(|t| t.create_more().quota_disk, [("size", gigabytes(n))]),
        Resource::Instances => counted(|t| &t.create_more().quota_instances, Signal::stored(count)),
        Resource::Vcpus => counted(|t| &t.create_more().quota_vcpus, Signal::stored(count)),
        Resource::Volumes => counted(|t| &t.create_more().quota_volumes, Signal::stored(count)),
    }
}
