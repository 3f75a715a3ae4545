//! The number of instances and the smallest acceptable number (rows S13, S15).

use super::limit;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::fold::Fold;
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::ui::TextField;
use cloud::create::Field;
use leptos::prelude::*;

pub fn count(form: Form) -> AnyView {
    let value = form.value(part!(count));
    view! {
        <div class="create-short">
            <TextField label=tx(|t| t.create().count) value numeric=true limit=limit(form, Field::Count)
                hint=tx(|t| t.create().count_hint) error=form.error(Field::Count)
                on_leave=form.leave(Field::Count, value) />
        </div>
    }
    .into_any()
}

pub fn batch(form: Form) -> AnyView {
    let (min, count) = (form.value(part!(min_count)), form.value(part!(count)));
    let says = Text::live(move || match min.with(|min| min.trim().to_owned()) {
        min if min.is_empty() => Text::default(),
        min => filled(|t| t.create_more().batch_says, [("min", min.into()), ("max", count.get().into())]),
    });
    let holds = |field: Field| field == Field::MinCount;
    let fold = Fold { title: tx(|t| t.create_more().batch), says, holds, open: false };
    fold.draw(form, move || {
        view! {
            <div class="create-short">
                <TextField label=tx(|t| t.create().min_count) value=min numeric=true optional=true
                    limit=limit(form, Field::MinCount) hint=tx(|t| t.create_more().min_hint)
                    error=form.error(Field::MinCount) on_leave=form.leave(Field::MinCount, min) />
            </div>
        }
        .into_any()
    })
}
