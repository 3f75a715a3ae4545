//! The dialog that removes a metadata key.

use cloud::ServerId;
use cloud::calls::metadata::is_nameable;
use leptos::prelude::*;

use super::metadata::Chosen;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::ui::{ConfirmDialog, Hint, Submit, Warning, live_view, toast};

pub fn dialog(chosen: Chosen, id: Signal<Option<ServerId>>) -> AnyView {
    let key = move || Text::from(chosen.key.get().unwrap_or_default());
    let title = Text::live(move || filled(|t| t.metadata().remove_title, [("key", key())]));
    let confirm = Text::live(move || filled(|t| t.metadata().remove, [("key", key())]));
    let submit = Submit::new(move || {
        let (id, key) = (id.get_untracked()?, chosen.key.get_untracked()?);
        Some(async move {
            data::remove_metadata(&id, &key).await?;
            let _ = chosen.open.try_set(false);
            toast::done(filled(|t| t.metadata().removed, [("key", key.into())]));
            Ok(())
        })
    });
    view! {
        <ConfirmDialog open=chosen.open title confirm danger=true submit>
            <Hint words=tx(|t| t.metadata().remove_text) />
            {live_view(move || match chosen.key.with(|key| key.as_deref().is_some_and(|key| !is_nameable(key))) {
                true => view! { <Warning words=tx(|t| t.metadata().remove_by_rest) /> }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmDialog>
    }
    .into_any()
}
