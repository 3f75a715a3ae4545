//! The fields of the create form, one file each: choices, limit and error message. This file has their order and labels.

mod config_drive;
mod count;
mod disk_sources;
mod disks;
mod flavor;
mod groups;
mod image;
mod key;
mod metadata;
mod name;
mod network;
mod nics;
mod one_of;
mod policy;
mod root_disk;
mod row;
mod rules;
mod script;
mod source;
mod templates;
mod typed;
mod zone;

use super::create::form::Form;
use super::create::part::Part;
use super::create::words;
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::effect;
use crate::ui::{PickerColumn, PickerRow, Section};
use cloud::create::{Draft, Field};
use leptos::prelude::*;
use std::sync::Arc;

/// All fields, in the order of the form.
pub(super) fn all(form: Form) -> AnyView {
    view! {
        <Section title=tx(|t| t.create().what)>
            {name::name(form)} {source::source(form)} {flavor::flavor(form)} {root_disk::root_disk(form)}
            {disks::disks(form)}
        </Section>
        <Section title=tx(|t| t.create().place)>
            {zone::zone(form)} {network::network(form)} {nics::nics(form)}
        </Section>
        <Section title=tx(|t| t.create().access)>{groups::groups(form)} {key::key(form)}</Section>
        <Section title=tx(|t| t.create().how_many)>{count::count(form)} {count::batch(form)}</Section>
        <Section title=tx(|t| t.create_more().title)>
            {script::script(form)} {metadata::metadata(form)} {config_drive::config_drive(form)} {policy::policy(form)}
        </Section>
    }
    .into_any()
}

/// The label of a field.
pub(super) fn label(field: Field) -> Text {
    match field {
        Field::Name => tx(|t| t.common().name),
        Field::Image => tx(|t| t.create().image),
        Field::Flavor => tx(|t| t.create().flavor),
        Field::RootDisk => tx(|t| t.create().root_disk),
        Field::RootKind => tx(|t| t.create().root_kind),
        Field::Disk(row) => numbered(|t| t.create().disk_number, row),
        Field::DiskSize(row) => numbered(|t| t.create().disk_size, row),
        Field::DiskKind(row) => numbered(|t| t.create().disk_kind, row),
        Field::Zone => tx(|t| t.create().zone),
        Field::Nic(row) => numbered(|t| t.create().nic_number, row),
        Field::FixedIp(row) => numbered(|t| t.create().fixed_ip_number, row),
        Field::UserData => tx(|t| t.create().user_data),
        Field::MetadataKey(row) => numbered(|t| t.create().metadata_key, row),
        Field::MetadataValue(row) => numbered(|t| t.create().metadata_value, row),
        Field::Mark => tx(|t| t.create_more().mark),
        Field::ServerGroup => tx(|t| t.create().server_group),
        Field::MinCount => tx(|t| t.create().min_count),
        Field::Network => tx(|t| t.create().network),
        Field::SecurityGroups => tx(|t| t.create().groups),
        Field::Key => tx(|t| t.create().key),
        Field::Count => tx(|t| t.create().count),
    }
}

/// The label of a row, numbered from 1.
fn numbered(words: Words, row: u32) -> Text {
    filled(words, [("n", words::number(u64::from(row) + 1))])
}

/// The limit shown beside a field.
fn limit(form: Form, field: impl Into<Signal<Field>>) -> Text {
    let limit = form.limit(field);
    Text::live(move || limit.get().map(words::limit).unwrap_or_default())
}

fn column(title: Text) -> PickerColumn {
    PickerColumn { title, number: false }
}

fn number_column(title: Text) -> PickerColumn {
    PickerColumn { title, number: true }
}

/// Selects the only possible row once the whole list is loaded.
fn choose_the_only(form: Form, part: Part<Draft, String>, settled: Memo<bool>, rows: Signal<Arc<[PickerRow]>>) {
    effect(move || {
        if !settled.get() {
            return;
        }
        let only = rows.with(|rows| {
            let mut possible = rows.iter().filter(|row| row.excluded.is_none());
            let first = possible.next().map(|row| row.id.clone());
            first.filter(|_| possible.next().is_none())
        });
        if let Some(only) = only {
            form.suggest(part, only);
        }
    });
}
