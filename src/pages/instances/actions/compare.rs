//! The old and the new flavor side by side.

use cloud::rules::resize::{Change, Part};
use leptos::prelude::*;

use super::resize::Known;
use super::targets;
use crate::locales::{Text, Words, tx};
use crate::pages::instances::words;
use crate::ui::live_view;

/// The comparison, once a flavor is selected.
pub fn compare(known: Known, chosen: RwSignal<String>) -> AnyView {
    live_view(move || {
        let Some(target) = known.target(chosen) else { return ().into_any() };
        let (old, changes) = known.with(|resizing, _| {
            let old = resizing.current.map(|flavor| flavor.name.clone()).unwrap_or_default();
            (old, resizing.compare(&target))
        });
        let lines: Vec<_> = changes.into_iter().filter(said).map(line).collect();
        view! {
            <table class="compare">
                <caption class="sr-only">{tx(|t| t.questions().compare)}</caption>
                <thead><tr>
                    <td></td>
                    <th scope="col">{tx(|t| t.questions().now)}<span class="compare-name">{old}</span></th>
                    <th scope="col">{tx(|t| t.questions().then)}<span class="compare-name">{target.name}</span></th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        }
        .into_any()
    })
    .into_any()
}

/// The ephemeral disk is shown only if one of the flavors has one.
fn said(change: &Change) -> bool {
    change.part != Part::EphemeralGb || change.new > 0 || change.old.is_some_and(|old| old > 0)
}

fn line(change: Change) -> AnyView {
    let label: Words = match change.part {
        Part::Vcpus => |t| t.questions().vcpus,
        Part::RamMb => |t| t.questions().ram,
        Part::DiskGb => |t| t.questions().disk,
        Part::EphemeralGb => |t| t.questions().ephemeral,
    };
    let old = change.old.map_or_else(|| "–".into(), |old| value(change.part, old));
    let class = if change.old == Some(change.new) { "" } else { "changed" };
    view! {
        <tr class=class><th scope="row">{tx(label)}</th><td>{old}</td><td>{value(change.part, change.new)}</td></tr>
    }
    .into_any()
}

fn value(part: Part, n: u64) -> Text {
    match part {
        Part::Vcpus => words::number(n),
        Part::RamMb => words::megabytes(n),
        Part::DiskGb | Part::EphemeralGb => targets::disk(n),
    }
}
