//! The cells of the table.

use cloud::wire::Flavor;
use leptos::prelude::*;

use super::Flavors;
use crate::locales::{Text, filled, number, tx};
use crate::shared::opened::Opened;
use crate::ui::{Badge, Column, RowId, Tone, Width, live_view, row_link};

pub fn columns(list: Flavors, detail: Opened) -> Vec<Column> {
    let column =
        |id, title, width, read: fn(&Flavor) -> Text| Column::new(id, title, width, move |id| list.cell(id, read));
    let name_cell = move |id| name_cell(list, id, detail);
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name_cell),
        column("family", tx(|t| t.flavors().family), Width::Small, |f| f.family().to_owned().into()).priority(3),
        column("vcpus", tx(|t| t.flavors().vcpus), Width::Number, vcpus),
        column("ram", tx(|t| t.flavors().ram), Width::Number, ram),
        column("disk", tx(|t| t.flavors().disk), Width::Number, disk),
        column("ephemeral", tx(|t| t.flavors().ephemeral), Width::Number, ephemeral).priority(3),
        column("swap", tx(|t| t.flavors().swap), Width::Number, swap).priority(3),
        column("rxtx", tx(|t| t.flavors().rxtx), Width::Number, rxtx).priority(2),
        column("public", tx(|t| t.flavors().visibility), Width::Small, visibility).priority(2),
        column_of_specs(list),
    ]
}

fn column_of_specs(list: Flavors) -> Column {
    Column::new("specs", tx(|t| t.flavors().specs), Width::Middle, move |id| list.cell(id, specs))
        .priority(3)
        .unsorted()
}

fn name_cell(list: Flavors, id: Signal<RowId>, detail: Opened) -> AnyView {
    let off = Memo::new(move |_| list.get(&id.get(), |flavor| flavor.disabled).unwrap_or_default());
    view! {
        {row_link(list.text(id, name), move || Some(detail.href(&id.get())), move || detail.show(&id.get_untracked()))}
        {live_view(move || match off.get() {
            true => view! { <Badge tone=Signal::stored(Tone::Off) word=tx(|t| t.flavors().switched_off) /> }.into_any(),
            false => ().into_any(),
        })}
    }
    .into_any()
}

pub fn name(flavor: &Flavor) -> Text {
    flavor.name.clone().into()
}

/// Shows a dash for 0, so that the other values stand out.
fn some(count: u64, words: fn(u64) -> Text) -> Text {
    if count == 0 { "–".into() } else { words(count) }
}

fn gb(count: u64) -> Text {
    let n = Text::live(move || number(count as f64).into());
    filled(|t| t.common().gb, [("n", n)])
}

pub fn vcpus(flavor: &Flavor) -> Text {
    let count = flavor.vcpus;
    Text::live(move || number(count.into()).into())
}

/// RAM in GB if it is a whole number, otherwise in MB.
pub fn ram(flavor: &Flavor) -> Text {
    match flavor.ram_mb {
        mb if mb > 0 && mb.is_multiple_of(1024) => gb(mb / 1024),
        mb => filled(|t| t.common().mb, [("n", Text::live(move || number(mb as f64).into()))]),
    }
}

/// The root disk. 0 means that the root disk is a volume.
fn disk(flavor: &Flavor) -> Text {
    if flavor.disk_gb == 0 { tx(|t| t.flavors().disk_volume) } else { gb(flavor.disk_gb) }
}

pub fn ephemeral(flavor: &Flavor) -> Text {
    some(flavor.ephemeral_gb, gb)
}

fn swap(flavor: &Flavor) -> Text {
    some(flavor.swap, |swap| Text::live(move || number(swap as f64).into()))
}

pub fn rxtx(flavor: &Flavor) -> Text {
    match flavor.rxtx_factor {
        Some(factor) => Text::live(move || number(factor).into()),
        None => "–".into(),
    }
}

/// Whether the flavor is public.
pub fn visibility(flavor: &Flavor) -> Text {
    if flavor.is_public { tx(|t| t.flavors().public) } else { tx(|t| t.flavors().not_public) }
}

fn specs(flavor: &Flavor) -> Text {
    let mut words = String::new();
    for (key, value) in &flavor.extra_specs {
        if !words.is_empty() {
            words.push_str(", ");
        }
        for part in [key, "=", value] {
            words.push_str(part);
        }
    }
    if words.is_empty() { "–".into() } else { words.into() }
}
