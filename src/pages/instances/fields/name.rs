//! The name. Its maximum length depends on the image.

use crate::locales::{Text, filled, tx};
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::pages::instances::create::words;
use crate::ui::TextField;
use cloud::create::Field;
use leptos::prelude::*;

pub fn name(form: Form) -> AnyView {
    let limit = form.limit(Field::Name);
    let counter = Signal::derive(move || limit.get().map(words::used).unwrap_or_default());
    let windows = Memo::new(move |_| form.checked.with(|checked| checked.windows));
    let shorter = Memo::new(move |_| form.known.limits.with(|limits| limits.windows_name_max));
    let hint = Text::live(move || match shorter.get().filter(|_| windows.get()) {
        Some(max) => filled(|t| t.create().name_hint_windows, [("max", max.into())]),
        None => tx(|t| t.create().name_hint),
    });
    let value = form.value(part!(name));
    view! {
        <TextField label=tx(|t| t.common().name) value hint counter error=form.error(Field::Name)
            on_leave=form.leave(Field::Name, value) />
    }
    .into_any()
}
