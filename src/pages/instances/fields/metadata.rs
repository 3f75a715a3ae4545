//! Metadata of the instance (rows S13, S14).

use super::label;
use super::row::{RowBox, error_in_row, leave_row};
use crate::locales::{Text, counted, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::rows::At;
use crate::pages::instances::create::words;
use crate::ui::{Button, CheckField, Icon, TextField};
use cloud::create::Field;
use leptos::prelude::*;

pub fn metadata(form: Form) -> AnyView {
    let rows = form.pairs;
    let n = Memo::new(move |_| {
        form.draft.with(|draft| draft.metadata.iter().filter(|(key, _)| !key.trim().is_empty()).count())
    });
    let marks = form.value(part!(marked));
    let pairs = Text::live(move || match n.get() {
        0 => Text::default(),
        _ => counted(|t| &t.create_more().pairs_says, n),
    });
    let marked = Text::live(move || match marks.get() {
        true => tx(|t| t.create_more().mark_says),
        false => Text::default(),
    });
    let says = words::joined([Some(pairs), Some(marked)]);
    let holds = |field: Field| matches!(field, Field::MetadataKey(_) | Field::MetadataValue(_) | Field::Mark);
    let fold = Fold { title: tx(|t| t.create_more().metadata), says, holds, open: false };
    fold.draw(form, move || {
        view! {
            <p class="field-hint">{tx(|t| t.create_more().metadata_hint)}</p>
            <For each=move || rows.numbers() key=|number| *number children=move |number| one(form, number) />
            <Button label=tx(|t| t.create_more().pair_add) icon_before=Icon::Plus on_click=move || rows.add(Default::default()) />
            {mark(form)}
        }
        .into_any()
    })
}

/// Whether to send the mark by which the console recognizes the instance. It counts as one pair.
fn mark(form: Form) -> AnyView {
    let used = Memo::new(move |_| form.checked.with(|checked| checked.pairs));
    let of = Text::live(move || match used.get() {
        Some((is, max)) => {
            filled(|t| t.create_more().pairs_of, [("is", words::number(is)), ("max", words::number(max))])
        }
        None => Text::default(),
    });
    view! {
        <CheckField label=tx(|t| t.create_more().mark) value=form.value(part!(marked)) hint=tx(|t| t.create_more().mark_hint)
            error=form.error(Field::Mark) />
        <p class="field-hint create-pairs">{of}</p>
    }
    .into_any()
}

fn one(form: Form, number: u32) -> AnyView {
    let rows = form.pairs;
    let at = |field| rows.at(number, 0, field);
    let (key, value) = (at(Field::MetadataKey), at(Field::MetadataValue));
    let title = Text::live(move || {
        filled(|t| t.create_more().pair_number, [("n", words::number(u64::from(rows.position(number)) + 1))])
    });
    let remove = filled(|t| t.create_more().remove, [("what", title.clone())]);
    let (key_label, value_label) = (Text::live(move || label(key.field())), Text::live(move || label(value.field())));
    let (typed_key, typed_value) = (rows.value(number, part!(0)), rows.value(number, part!(1)));
    let inside = view! {
        <TextField label=key_label value=typed_key mono=true counter=counter(form, key) error=error_in_row(form, key)
            on_leave=leave_row(form, key, typed_key) />
        <TextField label=value_label value=typed_value optional=true counter=counter(form, value)
            error=error_in_row(form, value) on_leave=leave_row(form, value, typed_value) />
    };
    RowBox { title, remove, on_remove: Callback::new(move |()| rows.remove(number)) }.draw(inside.into_any())
}

/// The number of characters and the limit.
fn counter(form: Form, at: At) -> Signal<(usize, usize)> {
    let limit = form.limit(Signal::derive(move || at.field()));
    Signal::derive(move || limit.get().map(words::used).unwrap_or_default())
}
