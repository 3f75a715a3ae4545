//! How many.

use super::limit;
use crate::locales::tx;
use crate::pages::instances::create::form::Form;
use crate::ui::TextField;
use cloud::create::Field;
use leptos::prelude::*;

pub fn count(form: Form) -> AnyView {
    view! {
        <div class="create-short">
            <TextField label=tx(|t| t.create().count) value=form.count numeric=true limit=limit(form, Field::Count)
                hint=tx(|t| t.create().count_hint) error=form.error(Field::Count)
                on_leave=form.leave(Field::Count, form.count) />
        </div>
    }
    .into_any()
}
