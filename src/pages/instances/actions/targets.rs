//! The flavors an instance can be resized to, and why the others are not possible.

use ::view::fold;
use cloud::rules::resize::{NotATarget, Target};
use cloud::wire::Flavor;
use leptos::prelude::*;

use super::resize::Known;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::words;
use crate::ui::{Picker, PickerColumn, PickerRow};

pub fn picker(known: Known, chosen: RwSignal<String>) -> AnyView {
    let rows = Signal::derive(move || {
        known.with(|resizing, flavors| {
            let mut targets = resizing.targets(flavors);
            targets.sort_by_cached_key(|target| {
                let flavor = target.flavor;
                (fold(flavor.family()), flavor.vcpus, flavor.ram_mb)
            });
            targets.into_iter().map(row).collect()
        })
    });
    let column = |title, number| PickerColumn { title, number };
    let columns = vec![
        column(tx(|t| t.common().name), false),
        column(tx(|t| t.questions().vcpus), true),
        column(tx(|t| t.questions().ram), true),
        column(tx(|t| t.questions().disk), true),
    ];
    let loading = Signal::derive(move || known.flavors.with(Option::is_none));
    view! { <Picker label=tx(|t| t.questions().new_flavor) columns rows value=chosen loading /> }.into_any()
}

fn row(target: Target<'_>) -> PickerRow {
    let Flavor { id, name, vcpus, ram_mb, disk_gb, .. } = target.flavor;
    let cells = vec![name.clone().into(), words::number((*vcpus).into()), words::megabytes(*ram_mb), disk(*disk_gb)];
    PickerRow { id: id.0.clone(), cells, haystack: fold(name), excluded: target.refused.map(why) }
}

/// The flavor's root disk. Most flavors of NHN have none because the root disk is a volume.
pub fn disk(gb: u64) -> Text {
    if gb == 0 { tx(|t| t.questions().no_disk) } else { words::gigabytes(gb) }
}

/// Why a flavor is not possible.
pub fn why(reason: NotATarget) -> Text {
    match reason {
        NotATarget::Current => tx(|t| t.questions().current),
        NotATarget::Disabled => tx(|t| t.questions().disabled),
        NotATarget::FromU2 => tx(|t| t.questions().from_u2),
        NotATarget::ToU2 => tx(|t| t.questions().to_u2),
        NotATarget::RamTooSmall { needs_mb } => {
            filled(|t| t.questions().ram_small, [("size", words::megabytes(needs_mb))])
        }
        NotATarget::DiskTooSmall { needs_gb } => {
            filled(|t| t.questions().disk_small, [("size", words::gigabytes(needs_gb))])
        }
    }
}
