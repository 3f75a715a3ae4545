//! The fields, one file each: what is offered, the limit beside it, what is wrong with it.

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
mod policy;
mod root_disk;
mod row;
mod rules;
mod script;
mod source;
mod templates;
mod typed;
mod zone;

pub(super) use count::{batch, count};
pub(super) use disks::disks;
pub(super) use flavor::flavor;
pub(super) use groups::groups;
pub(super) use key::key;
pub(super) use metadata::metadata;
pub(super) use name::name;
pub(super) use network::network;
pub(super) use nics::nics;
pub(super) use policy::policy;
pub(super) use root_disk::root_disk;
pub(super) use script::script;
pub(super) use source::source;
pub(super) use zone::zone;

use super::form::Form;
use super::words;
use crate::locales::Text;
use crate::reactive::{Memo, Signal, effect};
use crate::ui::{PickerColumn, PickerRow};
use cloud::create::Field;
use leptos::prelude::*;
use std::sync::Arc;

/// The limit beside a field, as it stands now.
fn limit(form: Form, field: Field) -> Text {
    limit_of(form, Signal::stored(field))
}

/// The same of a field that has no fixed place.
fn limit_of(form: Form, field: Signal<Field>) -> Text {
    let limit = Memo::new(move |_| form.checked.with(|checked| checked.limit(field.get())));
    Text::live(move || limit.get().map(words::limit).unwrap_or_default())
}

fn column(title: Text) -> PickerColumn {
    PickerColumn { title, number: false }
}

fn number_column(title: Text) -> PickerColumn {
    PickerColumn { title, number: true }
}

/// Chooses the only possible row of a list that is there as a whole.
fn choose_the_only(
    form: Form,
    field: Field,
    value: RwSignal<String>,
    settled: Memo<bool>,
    rows: Signal<Arc<[PickerRow]>>,
) {
    effect(move || {
        if !settled.get() {
            return;
        }
        let only = rows.with(|rows| {
            let mut possible = rows.iter().filter(|row| row.excluded.is_none());
            let first = possible.next().map(|row| row.id.clone());
            first.filter(|_| possible.next().is_none())
        });
        if only.is_some() {
            form.suggest(field, value, only);
        }
    });
}
