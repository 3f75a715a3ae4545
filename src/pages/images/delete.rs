//! Deleting an image of one's own: its name must be typed.

use cloud::Failure;
use cloud::wire::Image;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::words;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::reactive::Signal;
use crate::ui::{ConfirmDialog, Hint, Warning, toast};

/// The question.
pub fn dialog(open: RwSignal<bool>, image: Image) -> AnyView {
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let (name, id) = (words::name(&image), image.id);
    let victim = Text::from(name.clone());
    let title = filled(|t| t.images().delete_title, [("name", victim.clone())]);
    let confirm = move || {
        let (id, victim) = (id.clone(), victim.clone());
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::delete_image(&id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    toast::done(filled(|t| t.images().deleted, [("name", victim)]));
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
        });
    };
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.images().delete) danger=true busy failure
            typed_name=Signal::stored(name) on_confirm=confirm>
            <Warning words=tx(|t| t.images().delete_text) />
            <Hint words=tx(|t| t.images().delete_then) />
        </ConfirmDialog>
    }
    .into_any()
}
