//! What the quota leaves with this choice counted in (row N09); nothing where the cloud does not tell it.

use super::form::Form;
use super::words;
use crate::locales::{Text, filled};
use crate::reactive::Memo;
use crate::ui::{Icon, icon, live_view};
use cloud::rules::quota::{Line, Resource, weigh};
use leptos::prelude::*;

pub(super) fn quota(form: Form) -> AnyView {
    let lines = Memo::new(move |_| {
        let room = form.known.room.get();
        let lines = form.checked.with(|checked| weigh(&checked.takes, &room));
        lines.into_iter().filter(|line| line.room.left().is_some()).collect::<Vec<_>>()
    });
    live_view(move || match lines.get() {
        lines if lines.is_empty() => ().into_any(),
        lines => said(&lines),
    })
    .into_any()
}

fn said(lines: &[Line]) -> AnyView {
    let over: Vec<_> = lines.iter().filter(|line| line.over > 0).map(|line| Some(amount(line, line.over))).collect();
    if !over.is_empty() {
        let words = filled(|t| t.create_more().quota_over, [("what", words::joined(over))]);
        return view! {
            <p class="create-quota over" role="status">{icon(Icon::Alert)}<span>{words}</span></p>
        }
        .into_any();
    }
    let left = lines.iter().map(|line| Some(amount(line, line.room.left().unwrap_or(0).saturating_sub(line.asked))));
    let words = filled(|t| t.create_more().quota_left, [("what", words::joined(left))]);
    view! { <p class="create-quota">{words}</p> }.into_any()
}

fn amount(line: &Line, n: u64) -> Text {
    match line.resource {
        Resource::RamMb => filled(|t| t.create_more().quota_ram, [("size", words::megabytes(n))]),
        Resource::VolumeGb => filled(|t| t.create_more().quota_disk, [("size", words::gigabytes(n))]),
        Resource::Instances => filled(|t| t.create_more().quota_instances, [("n", words::number(n))]),
        Resource::Vcpus => filled(|t| t.create_more().quota_vcpus, [("n", words::number(n))]),
        Resource::Volumes => filled(|t| t.create_more().quota_volumes, [("n", words::number(n))]),
    }
}
