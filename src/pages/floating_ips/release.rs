//! The dialog that releases an address: the project cannot get the same one back, and the instance that uses it loses
//! it.

use leptos::prelude::*;

use crate::data;
use crate::flows::floating::Held;
use crate::locales::{Text, filled, tx};
use crate::ui::{ConfirmDialog, Submit, Warning, live_view, toast};

pub fn dialog(open: RwSignal<bool>, held: RwSignal<Option<Held>>) -> AnyView {
    let address = Text::live(move || held.get().map(|held| held.ip.address).unwrap_or_default().into());
    let done = address.clone();
    let submit = Submit::new(move || {
        let victim = held.get_untracked()?;
        let words = filled(|t| t.floating_ips().released, [("address", done.now().into())]);
        Some(async move {
            let server = victim.user.as_ref().map(|(id, _)| id);
            data::delete_floating_ip(&victim.ip.id, server).await?;
            toast::done(words);
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let used = Memo::new(move |_| held.with(|held| held.as_ref().is_some_and(|held| !held.ip.is_free())));
    let loses =
        move || held.get().map(|held| filled(|t| t.floating_ips().release_used, held.names())).unwrap_or_default();
    view! {
        <ConfirmDialog open title=filled(|t| t.floating_ips().release_title, [("address", address)])
            confirm=tx(|t| t.floating_ips().release) danger=true submit>
            {live_view(move || match used.get() {
                true => view! { <Warning words=Text::live(loses) /> }.into_any(),
                false => ().into_any(),
            })}
            <p>{tx(|t| t.floating_ips().release_text)}</p>
        </ConfirmDialog>
    }
    .into_any()
}
