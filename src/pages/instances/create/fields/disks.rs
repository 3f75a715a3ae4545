//! More disks, and the type of the root volume (row S13).

use super::row::{RowBox, error_in_row, leave_row, select_or_type};
use super::{disk_sources, limit_of};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::{DELETE, Form, KEEP};
use crate::pages::instances::create::more::{BLANK, DiskRow, IMAGE, SNAPSHOT, VOLUME};
use crate::pages::instances::create::rows::{At, Row};
use crate::pages::instances::create::words;
use crate::reactive::{Memo, Signal};
use crate::ui::{Button, CheckField, Choice, Icon, RadioCards, SelectField, TextField, live_view};
use cloud::create::Field;
use cloud::wire::VolumeType;
use leptos::prelude::*;

pub fn disks(form: Form) -> AnyView {
    let rows = form.more.disks;
    let n = Signal::derive(move || rows.len());
    let says = Text::live(move || {
        let more = (n.get() > 0).then(|| counted(|t| &t.create_more().disks_says, n));
        let kind = form.more.root_kind.get();
        let root = (!kind.is_empty()).then(|| filled(|t| t.create_more().root_kind_says, [("kind", kind.into())]));
        words::joined([root, more])
    });
    let holds =
        |field: Field| matches!(field, Field::RootKind | Field::Disk(_) | Field::DiskSize(_) | Field::DiskKind(_));
    let fold = Fold { title: tx(|t| t.create_more().disks), says, holds, open: false };
    fold.draw(form, move || {
        view! {
            {root_kind(form)}
            <For each=move || rows.get() key=|row| row.number() children=move |row| one(form, row) />
            <Button label=tx(|t| t.create_more().disk_add) icon_before=Icon::Plus on_click=move || _ = rows.add() />
        }
        .into_any()
    })
}

/// Types are chosen where the cloud takes one; whoever cannot list them gets the cloud's usual one.
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

fn kind_field(form: Form, label: Text, value: RwSignal<String>, error: Signal<Option<Text>>) -> AnyView {
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
        form.checked.with(|checked| checked.root_is_volume() && !form.more.source.with(|source| source == VOLUME))
    });
    live_view(move || match volume.get() {
        true => {
            let error = form.error(Field::RootKind);
            let field = kind_field(form, words::field(Field::RootKind), form.more.root_kind, error);
            view! { <div class="create-short">{field}</div> }.into_any()
        }
        false => ().into_any(),
    })
    .into_any()
}

fn one(form: Form, row: DiskRow) -> AnyView {
    let rows = form.more.disks;
    let at = |field| At { rows, row, from: 0, field };
    let (on, size, kind) = (at(Field::Disk), at(Field::DiskSize), at(Field::DiskKind));
    let source = Memo::new(move |_| row.source.get());
    let title = Text::live(move || words::field(on.field()));
    let error = error_in_row(form, on);
    let sources = Signal::derive(|| {
        vec![
            Choice::new(BLANK, tx(|t| t.create_more().blank)),
            Choice::new(IMAGE, tx(|t| t.create().image)),
            Choice::new(VOLUME, tx(|t| t.create_more().volume)),
            Choice::new(SNAPSHOT, tx(|t| t.create_more().snapshot)),
        ]
    });
    let target = live_view(move || match source.get().as_str() {
        IMAGE => {
            let list = form.known.images;
            let typed = (tx(|t| t.create().image_id), list.typed, list.trouble());
            select_or_type(form, on, tx(|t| t.create().image), row.image, disk_sources::images(form, row), error, typed)
        }
        VOLUME => {
            let list = form.known.volumes.want();
            let typed = (tx(|t| t.create_more().volume_id), list.typed, list.trouble());
            let choices = disk_sources::volumes(form, row);
            select_or_type(form, on, tx(|t| t.create_more().volume), row.volume, choices, error, typed)
        }
        SNAPSHOT => {
            let list = form.known.snapshots.want();
            let typed = (tx(|t| t.create_more().snapshot_id), list.typed, list.trouble());
            let choices = disk_sources::snapshots(form, row);
            select_or_type(form, on, tx(|t| t.create_more().snapshot), row.snapshot, choices, error, typed)
        }
        _ => ().into_any(),
    });
    let made = live_view(move || match source.get() == VOLUME {
        true => ().into_any(),
        false => view! {
            <TextField label=tx(|t| t.create_more().size) value=row.size numeric=true unit=tx(|t| t.create().gb)
                limit=limit_of(form, Signal::derive(move || size.field())) error=error_in_row(form, size)
                on_leave=leave_row(form, size, row.size) />
            {kind_field(form, tx(|t| t.create_more().kind), row.kind, error_in_row(form, kind))}
        }
        .into_any(),
    });
    let boots = live_view(move || match source.get() == BLANK {
        true => ().into_any(),
        false => view! {
            <CheckField label=tx(|t| t.create_more().boots) value=row.boots hint=tx(|t| t.create_more().boots_hint) />
        }
        .into_any(),
    });
    let inside = view! {
        <SelectField label=tx(|t| t.create_more().made_of) value=row.source choices=sources />
        {target} {made}
        <div class="create-segments create-row-wide">
            <RadioCards label=tx(|t| t.create().disk_end) value=row.end choices=ends() />
        </div>
        <div class="create-row-wide">{boots}</div>
    };
    let remove = filled(|t| t.create_more().remove, [("what", title.clone())]);
    RowBox { title, remove, on_remove: Callback::new(move |()| rows.remove(row)) }.draw(inside.into_any())
}

/// What becomes of it with its instance.
fn ends() -> Signal<Vec<Choice>> {
    Signal::derive(|| {
        vec![
            Choice::new(KEEP, tx(|t| t.create_more().end_keep)),
            Choice::new(DELETE, tx(|t| t.create_more().end_delete)),
        ]
    })
}
