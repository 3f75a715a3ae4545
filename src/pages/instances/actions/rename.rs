//! Renaming an instance (row S17): one form, used by a dialog of the table and in place on the instance's own page.

use crate::browser::dom;
use std::sync::Arc;

use cloud::rules::limits::{NameError, server_name};
use cloud::rules::managed::is_windows;
use cloud::wire::Server;
use leptos::prelude::*;

use super::here::limits;
use super::name_of;
use crate::browser::keyboard::{Key, key};
use crate::data;
use crate::locales::{Text, filled, tx, tx_of};
use crate::ui::{Button, Dialog, FailureCard, Kind, Submit, TextField, live_view, toast};

/// The dialog that the table opens.
pub fn dialog(server: Arc<Server>, open: RwSignal<bool>) -> AnyView {
    view! {
        <Dialog open title=filled(|t| t.questions().rename_title, name_of(&server))>
            <RenameForm server=server.clone() on_end=move || open.set(false) />
        </Dialog>
    }
    .into_any()
}

/// The form. Enter saves and Esc cancels. If the API refuses the name, the typed text stays in the field.
#[component]
pub fn RenameForm(
    server: Arc<Server>,
    /// Called after saving or cancelling.
    #[prop(into)]
    on_end: Callback<()>,
) -> AnyView {
    let (limits, windows) = (untrack(limits), is_windows(&server));
    let max = limits.name_max_for(windows);
    let value = RwSignal::new(server.name.clone());
    let checked = move || value.with(|typed| server_name(typed, &limits, windows));
    let checked = StoredValue::new(checked);
    let error = Signal::derive(move || checked.with_value(|check| check().err().map(sentence)));
    let counter = Signal::derive(move || (value.with(|typed| typed.trim().chars().count()), max));
    let submit = Submit::new(move || {
        let name = untrack(|| checked.with_value(|check| check())).ok()?;
        if name.as_str() == server.name {
            on_end.run(());
            return None;
        }
        let server = server.clone();
        Some(async move {
            data::rename(server, &name).await?;
            let done = tx_of(|t| &t.actions().rename, |texts| texts.done);
            toast::done(done.with([("name", name.as_str().to_owned().into())]));
            on_end.try_run(());
            Ok(())
        })
    });
    let keys = move |event: dom::KeyboardEvent| {
        if key(&event) == Key::Escape {
            event.prevent_default();
            event.stop_propagation();
            on_end.run(());
        }
    };
    view! {
        <form class="rename" on:submit=move |event| { event.prevent_default(); submit.run() } on:keydown=keys>
            <TextField label=tx(|t| t.questions().new_name) value counter error autofocus=true />
            {live_view(move || match submit.failure.get() {
                Some(failure) => view! { <FailureCard failure /> }.into_any(),
                None => ().into_any(),
            })}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=on_end />
                <Button label=tx(|t| t.questions().save) kind=Kind::Primary busy=submit.busy submit=true refused=error />
            </footer>
        </form>
    }
    .into_any()
}

pub fn sentence(error: NameError) -> Text {
    match error {
        NameError::Empty => tx(|t| t.questions().name_empty),
        NameError::TooLong { max, is } => filled(|t| t.questions().name_long, [("max", max.into()), ("is", is.into())]),
        NameError::ControlCharacter => tx(|t| t.questions().name_unseen),
    }
}
