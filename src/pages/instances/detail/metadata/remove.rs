//! Removing a key.

use cloud::calls::metadata::is_nameable;
use cloud::{Failure, ServerId};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Chosen;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::Signal;
use crate::ui::{ConfirmDialog, Hint, Warning, live_view, toast};

/// The question.
pub fn dialog(chosen: Chosen, id: Signal<Option<ServerId>>) -> AnyView {
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let key = move || Text::from(chosen.key.get().unwrap_or_default());
    let title = Text::live(move || filled(|t| t.metadata().remove_title, [("key", key())]));
    let confirm = Text::live(move || filled(|t| t.metadata().remove, [("key", key())]));
    let remove = move |()| {
        let (Some(id), Some(key)) = (id.get_untracked(), chosen.key.get_untracked()) else { return };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match data::remove_metadata(&id, &key).await {
                Ok(()) => {
                    let _ = chosen.open.try_set(false);
                    toast::done(filled(|t| t.metadata().removed, [("key", key.into())]));
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
            let _ = busy.try_set(false);
        });
    };
    crate::reactive::effect(move || {
        if chosen.open.get() {
            failure.set(None);
        }
    });
    view! {
        <ConfirmDialog open=chosen.open title confirm danger=true busy failure on_confirm=remove>
            <Hint words=tx(|t| t.metadata().remove_text) />
            {live_view(move || match chosen.key.with(|key| key.as_deref().is_some_and(|key| !is_nameable(key))) {
                true => view! { <Warning words=tx(|t| t.metadata().remove_by_rest) /> }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmDialog>
    }
    .into_any()
}
