//! The size of the root disk, and what happens to it when the instance is deleted.

use super::limit;
use super::one_of::{OneOf, choice, one_of};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::reactive::effect;
use crate::ui::{RadioCards, TextField, live_view};
use cloud::create::{DiskEnd, Field, RootDiskQuestion};
use leptos::prelude::*;

impl OneOf for DiskEnd {
    const ALL: &'static [(Self, &'static str)] = &[(Self::Keep, "keep"), (Self::Delete, "delete")];
}

pub fn root_disk(form: Form) -> AnyView {
    let question = Memo::new(move |_| form.checked.with(|checked| checked.root));
    // The smallest possible size is the default. It follows the image until the user types a size.
    effect(move || {
        let own = match question.get() {
            RootDiskQuestion::Required(range) => range.min.to_string(),
            RootDiskQuestion::NotAsked { .. } | RootDiskQuestion::Given { .. } | RootDiskQuestion::Optional { .. } => {
                String::new()
            }
        };
        form.suggest(part!(root_disk_gb), own);
    });
    let asked = Memo::new(move |_| {
        !matches!(question.get(), RootDiskQuestion::NotAsked { .. } | RootDiskQuestion::Given { .. })
    });
    live_view(move || if asked.get() { size(form, question) } else { given(form, question) }).into_any()
}

/// The text shown when the size cannot be chosen because the flavor or an existing volume determines it.
fn given(form: Form, question: Memo<RootDiskQuestion>) -> AnyView {
    let words = Text::live(move || match question.get() {
        RootDiskQuestion::NotAsked { flavor_gb } if flavor_gb > 0 => {
            filled(|t| t.create().disk_of_flavor, [("size", words::gigabytes(flavor_gb))])
        }
        RootDiskQuestion::Given { size_gb: Some(gb) } => words::gigabytes(gb),
        RootDiskQuestion::Given { size_gb: None } => tx(|t| t.create().disk_of_source),
        _ => tx(|t| t.create().disk_of_image),
    });
    view! {
        <div class="field">
            <div class="field-head"><span class="field-label">{tx(|t| t.create().root_disk)}</span></div>
            <p class="create-note">{words}</p>
        </div>
        {in_the_end(form)}
    }
    .into_any()
}

fn size(form: Form, question: Memo<RootDiskQuestion>) -> AnyView {
    let optional = matches!(question.get_untracked(), RootDiskQuestion::Optional { .. });
    let hint = Text::live(move || match question.get() {
        RootDiskQuestion::Optional { flavor_gb: Some(gb), .. } if gb > 0 => {
            filled(|t| t.create().disk_hint_optional, [("size", words::gigabytes(gb))])
        }
        RootDiskQuestion::Optional { .. } => tx(|t| t.create().disk_hint_image),
        _ => tx(|t| t.create().disk_hint),
    });
    let value = form.value(part!(root_disk_gb));
    view! {
        <div class="create-short">
            <TextField label=tx(|t| t.create().root_disk) value numeric=true optional
                unit=tx(|t| t.create().gb) limit=limit(form, Field::RootDisk) hint error=form.error(Field::RootDisk)
                on_leave=form.leave(Field::RootDisk, value) />
        </div>
        {in_the_end(form)}
    }
    .into_any()
}

/// Whether to delete the volume with the instance. It is always shown because the API's default keeps the volume, which
/// costs money.
fn in_the_end(form: Form) -> AnyView {
    let volume = Memo::new(move |_| form.checked.with(|checked| checked.root_is_volume()));
    let choices = Signal::derive(|| {
        vec![
            choice(DiskEnd::Keep, tx(|t| t.create().disk_keep)).note(tx(|t| t.create().disk_keep_note)),
            choice(DiskEnd::Delete, tx(|t| t.create().disk_delete)).note(tx(|t| t.create().disk_delete_note)),
        ]
    });
    let value = one_of(form.value(part!(root_end)));
    live_view(move || match volume.get() {
        true => view! { <RadioCards label=tx(|t| t.create().disk_end) value choices /> }.into_any(),
        false => ().into_any(),
    })
    .into_any()
}
