//! The key pair. The list follows the cloud, so a key pair created in another tab appears.

use super::typed::{Typed, pick_or_type};
use super::{choose_the_only, column};
use crate::locales::{Text, tx};
use crate::pages::instances::create::form::Form;
use crate::pages::instances::create::part::part;
use crate::routes::{self, Route};
use crate::ui::{Button, Icon, Kind, Picker, PickerRow, icon, live_view};
use ::view::fold;
use cloud::create::Field;
use cloud::wire::KeyPair;
use leptos::prelude::*;
use std::sync::Arc;

pub fn key(form: Form) -> AnyView {
    let list = form.known.keys;
    let required = Memo::new(move |_| form.known.limits.with(|limits| limits.key_required));
    let rows = Signal::derive(move || {
        let keys = list.value.get().unwrap_or_default();
        let none = (!required.get() && !keys.is_empty()).then(without);
        none.into_iter().chain(keys.iter().map(row)).collect::<Arc<[_]>>()
    });
    let value = form.value(part!(key.0));
    choose_the_only(form, part!(key.0), list.settled, rows);
    let none = Memo::new(move |_| list.value.with(|keys| keys.as_ref().is_some_and(|keys| keys.is_empty())));
    let (error, loading) = (form.error(Field::Key), Signal::derive(move || list.value.with(Option::is_none)));
    let columns = || vec![column(tx(|t| t.common().name)), column(tx(|t| t.create().fingerprint))];
    let pick = move || {
        live_view(move || match none.get() {
            true => no_key_yet(form),
            false => view! {
                <div class="create-key">
                    <Picker label=tx(|t| t.create().key) columns=columns() rows value
                        hint=tx(|t| t.create().key_hint) error loading />
                </div>
            }
            .into_any(),
        })
        .into_any()
    };
    let type_in = move || {
        let (label, hint) = (tx(|t| t.create().key), tx(|t| t.create().key_hint));
        let optional = !required.get();
        Typed { label, value, hint, error, optional, trouble: list.trouble() }.draw()
    };
    pick_or_type(list.typed, pick, type_in)
}

fn without() -> PickerRow {
    let cells = vec![tx(|t| t.create().key_without), Text::default()];
    PickerRow { id: String::new(), cells, haystack: String::new(), excluded: None }
}

fn row(key: &KeyPair) -> PickerRow {
    PickerRow {
        id: key.name.0.clone(),
        cells: vec![key.name.0.clone().into(), key.fingerprint.clone().into()],
        haystack: fold(&key.name.0),
        excluded: None,
    }
}

/// A link to the page of key pairs. It opens in a new tab so that the form keeps its contents.
fn no_key_yet(form: Form) -> AnyView {
    let error = form.error(Field::Key);
    let invalid = crate::ui::live(move || error.with(Option::is_some).then_some("true"));
    let wrong = live_view(move || match error.get() {
        Some(words) => {
            view! { <p class="field-error" role="alert">{icon(Icon::Alert)}<span>{words}</span></p> }.into_any()
        }
        None => ().into_any(),
    });
    view! {
        <div class="field" role="group" tabindex="-1" aria-invalid=invalid>
            <div class="field-head"><span class="field-label">{tx(|t| t.create().key)}</span></div>
            <div class="create-note">
                <p>{tx(|t| t.create().key_none)}</p>
                <div class="create-note-actions">
                    <a class="button" href=routes::href(&Route::KeyPairs) target="_blank" rel="noopener">
                        <span class="button-label">{tx(|t| t.create().key_make)}</span>
                    </a>
                    <Button label=tx(|t| t.common().refresh) kind=Kind::Quiet icon_before=Icon::Refresh
                        on_click=move || form.known.keys.refetch() />
                </div>
            </div>
            {wrong}
        </div>
    }
    .into_any()
}
