//! Additional disks, and the type of the root volume (row S13).

use super::one_of::{OneOf, choice, one_of};
use super::row::{RowBox, error_in_row, leave_row, select_or_type};
use super::{disk_sources, label, limit};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::reactive::Value;
use crate::ui::{Button, CheckField, Choice, Icon, RadioCards, SelectField, TextField, live_view};
use cloud::create::{BootFrom, DiskEnd, Field, MadeOf};
use cloud::wire::VolumeType;
use leptos::prelude::*;

impl OneOf for MadeOf {
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Blank, "blank"), (Self::Image, "image"), (Self::Volume, "volume"), (Self::Snapshot, "snapshot")];
}

pub fn disks(form: Form) -> AnyView {
    let rows = form.disks;
    let n = Signal::derive(move || rows.len());
    let kind = form.value(part!(root_kind));
    let says = Text::live(move || {
        let more = (n.get() > 0).then(|| counted(|t| &t.create_more().disks_says, n));
        let kind = kind.get();
        let root = (!kind.is_empty()).then(|| filled(|t| t.create_more().root_kind_says, [("kind", kind.into())]));
        words::joined([root, more])
    });
    let holds =
        |field: Field| matches!(field, Field::RootKind | Field::Disk(_) | Field::DiskSize(_) | Field::DiskKind(_));
    let fold = Fold { title: tx(|t| t.create_more().disks), says, holds, open: false };
    fold.draw(form, move || {
        view! {
            {root_kind(form)}
            <For each=move || rows.numbers() key=|number| *number children=move |number| one(form, number) />
            <Button label=tx(|t| t.create_more().disk_add) icon_before=Icon::Plus on_click=move || rows.add(Default::default()) />
        }
        .into_any()
    })
}

/// The volume types, on clouds that have them. Without a list the cloud's default type is used.
fn kinds(form: Form) -> Signal<Vec<Choice>> {
    let taken = Memo::new(move |_| form.known.limits.with(|limits| limits.disk_kind));
    let list = form.known.volume_types.want();
    Signal::derive(move || {
        let types = list.value.get().filter(|_| taken.get()).unwrap_or_default();
        if types.is_empty() {
            return Vec::new();
        }
        let usual = Choice::new("", tx(|t| t.create_more().kind_usual));
        let choice = |kind: &VolumeType| Choice::new(kind.name.clone(), kind.name.clone());
        [usual].into_iter().chain(types.iter().map(choice)).collect()
    })
}

fn kind_field(form: Form, label: Text, value: Value<String>, error: Signal<Option<Text>>) -> AnyView {
    let choices = kinds(form);
    let any = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    live_view(move || match any.get() {
        true => view! { <SelectField label=label.clone() value choices optional=true error /> }.into_any(),
        false => ().into_any(),
    })
    .into_any()
}

fn root_kind(form: Form) -> AnyView {
    let volume = Memo::new(move |_| {
        form.checked.with(|checked| checked.root_is_volume() && checked.draft.boot_from != BootFrom::Volume)
    });
    live_view(move || match volume.get() {
        true => {
            let error = form.error(Field::RootKind);
            let field = kind_field(form, label(Field::RootKind), form.value(part!(root_kind)), error);
            view! { <div class="create-short">{field}</div> }.into_any()
        }
        false => ().into_any(),
    })
    .into_any()
}

fn one(form: Form, number: u32) -> AnyView {
    let rows = form.disks;
    let at = |field| rows.at(number, 0, field);
    let (on, size, kind) = (at(Field::Disk), at(Field::DiskSize), at(Field::DiskKind));
    let (made_of, size_gb) = (rows.value(number, part!(made_of)), rows.value(number, part!(size_gb)));
    let title = Text::live(move || label(on.field()));
    let error = error_in_row(form, on);
    let sources = Signal::derive(|| {
        vec![
            choice(MadeOf::Blank, tx(|t| t.create_more().blank)),
            choice(MadeOf::Image, tx(|t| t.create().image)),
            choice(MadeOf::Volume, tx(|t| t.create_more().volume)),
            choice(MadeOf::Snapshot, tx(|t| t.create_more().snapshot)),
        ]
    });
    let target = live_view(move || match made_of.get() {
        MadeOf::Blank => ().into_any(),
        MadeOf::Image => {
            let list = form.known.images;
            let typed = (tx(|t| t.create().image_id), list.typed, list.trouble());
            let (value, choices) = (rows.value(number, part!(image.0)), disk_sources::images(form, number));
            select_or_type(form, on, tx(|t| t.create().image), value, choices, error, typed)
        }
        MadeOf::Volume => {
            let list = form.known.volumes.want();
            let typed = (tx(|t| t.create_more().volume_id), list.typed, list.trouble());
            let choices = disk_sources::volumes(form, number);
            select_or_type(
                form,
                on,
                tx(|t| t.create_more().volume),
                rows.value(number, part!(volume.0)),
                choices,
                error,
                typed,
            )
        }
        MadeOf::Snapshot => {
            let list = form.known.snapshots.want();
            let typed = (tx(|t| t.create_more().snapshot_id), list.typed, list.trouble());
            let choices = disk_sources::snapshots(form, number);
            select_or_type(
                form,
                on,
                tx(|t| t.create_more().snapshot),
                rows.value(number, part!(snapshot.0)),
                choices,
                error,
                typed,
            )
        }
    });
    let made = live_view(move || match made_of.get() == MadeOf::Volume {
        true => ().into_any(),
        false => view! {
            <TextField label=tx(|t| t.create_more().size) value=size_gb numeric=true unit=tx(|t| t.create().gb)
                limit=limit(form, Signal::derive(move || size.field())) error=error_in_row(form, size)
                on_leave=leave_row(form, size, size_gb) />
            {kind_field(form, tx(|t| t.create_more().kind), rows.value(number, part!(kind)), error_in_row(form, kind))}
        }
        .into_any(),
    });
    let boots = live_view(move || {
        match made_of.get() == MadeOf::Blank {
        true => ().into_any(),
        false => view! {
            <CheckField label=tx(|t| t.create_more().boots) value=rows.value(number, part!(boots)) hint=tx(|t| t.create_more().boots_hint) />
        }
        .into_any(),
    }
    });
    let inside = view! {
        <SelectField label=tx(|t| t.create_more().made_of) value=one_of(made_of) choices=sources />
        {target} {made}
        <div class="create-segments create-row-wide">
            <RadioCards label=tx(|t| t.create().disk_end) value=one_of(rows.value(number, part!(end))) choices=ends() />
        </div>
        <div class="create-row-wide">{boots}</div>
    };
    let remove = filled(|t| t.create_more().remove, [("what", title.clone())]);
    RowBox { title, remove, on_remove: Callback::new(move |()| rows.remove(number)) }.draw(inside.into_any())
}

/// What happens to the disk when the instance is deleted.
fn ends() -> Signal<Vec<Choice>> {
    Signal::derive(|| {
        vec![
            choice(DiskEnd::Keep, tx(|t| t.create_more().end_keep)),
            choice(DiskEnd::Delete, tx(|t| t.create_more().end_delete)),
        ]
    })
}
