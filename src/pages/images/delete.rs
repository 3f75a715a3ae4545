//! The dialog that deletes one of the project's own images. The name must be typed.

use cloud::wire::Image;
use leptos::prelude::*;

use super::words;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::ui::{ConfirmDialog, Hint, Submit, Warning, toast};

pub fn dialog(open: RwSignal<bool>, image: Image) -> AnyView {
    let (name, id) = (words::name(&image), image.id);
    let victim = Text::from(name.clone());
    let title = filled(|t| t.images().delete_title, [("name", victim.clone())]);
    let submit = Submit::new(move || {
        let (id, victim) = (id.clone(), victim.clone());
        Some(async move {
            data::delete_image(&id).await?;
            let _ = open.try_set(false);
            toast::done(filled(|t| t.images().deleted, [("name", victim)]));
            Ok(())
        })
    });
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.images().delete) danger=true submit typed_name=Signal::stored(name)>
            <Warning words=tx(|t| t.images().delete_text) />
            <Hint words=tx(|t| t.images().delete_then) />
        </ConfirmDialog>
    }
    .into_any()
}
