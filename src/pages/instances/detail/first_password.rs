//! The initial password of Windows: requested when the dialog opens, and decrypted in the browser with the private key.

use cloud::ServerId;
use cloud::rules::offers::{Feature, Offer, told_by};
use cloud::wire::{EncryptedPassword, Server};
use cloud::{Failure, KeyName};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::private_key_form;
use crate::browser::timers;
use crate::data;
use crate::locales::{filled, tx};
use crate::pages::instances::words::{self, Row};
use crate::ui::{Button, Dialog, FailureCard, Hint, Icon, live_view};

/// The pause in milliseconds before the cloud is asked again.
const AGAIN_MS: u64 = 10_000;

#[derive(Clone)]
enum Said {
    /// No answer yet.
    Asking,
    /// The cloud has no password yet.
    None,
    There(EncryptedPassword),
    /// The cloud does not have the call.
    NotOffered,
    Failed(Failure),
}

/// The button and its dialog; nothing on a cloud without the call.
pub fn password(row: Row) -> AnyView {
    let open = RwSignal::new(false);
    let offered = data::offered(Feature::Password);
    let title = crate::locales::Text::live(move || {
        let name = row.with(|server| server.as_deref().map(words::name)).unwrap_or_default();
        filled(|t| t.ways_in().password_title, [("name", name)])
    });
    view! {
        {live_view(move || match offered.get() {
            true => view! {
                <p><Button label=tx(|t| t.ways_in().password_ask) icon_before=Icon::Keypairs on_click=move || open.set(true) /></p>
            }
            .into_any(),
            false => view! { <p class="dim">{tx(|t| t.ways_in().password_not_offered)}</p> }.into_any(),
        })}
        <Dialog open title>{live_view(move || row.get_untracked().map(|server| ask(&server, open)).unwrap_or_else(|| ().into_any()))}</Dialog>
    }
    .into_any()
}

fn ask(server: &Server, open: RwSignal<bool>) -> AnyView {
    let key = server.key_name.said().cloned().flatten();
    let made_without = server.key_name.said().is_some_and(Option::is_none);
    let said = RwSignal::new(Said::Asking);
    let timer = StoredValue::new_local(None::<timers::Timeout>);
    let asked = Asked { id: StoredValue::new(server.id.clone()), said, timer };
    asked.again();
    live_view(move || match said.get() {
        Said::Asking => view! { <p class="dim" role="status">{tx(|t| t.ways_in().password_asking)}</p> }.into_any(),
        Said::None if made_without => view! { <Hint words=tx(|t| t.ways_in().password_no_key) /> }.into_any(),
        Said::None => none_yet(asked),
        Said::There(sent) => private_key_form::form(sent, key.as_ref().map(KeyName::as_str).unwrap_or("–"), open),
        Said::NotOffered => view! { <Hint words=tx(|t| t.ways_in().password_not_offered) /> }.into_any(),
        Said::Failed(failure) => view! { <FailureCard failure on_retry=move || asked.again() /> }.into_any(),
    })
    .into_any()
}

/// A request that is repeated until there is a password.
#[derive(Clone, Copy)]
struct Asked {
    id: StoredValue<ServerId>,
    said: RwSignal<Said>,
    timer: StoredValue<Option<timers::Timeout>, LocalStorage>,
}

impl Asked {
    fn again(self) {
        let Some(id) = self.id.try_get_value() else { return };
        self.timer.set_value(None);
        spawn_local(async move {
            let said = match data::windows_password(&id).await {
                Ok(Some(sent)) => Said::There(sent),
                Ok(None) => Said::None,
                Err(failure) if told_by(&failure) == Some(Offer::No) => Said::NotOffered,
                Err(failure) => Said::Failed(failure),
            };
            let wait = matches!(said, Said::None);
            // If the dialog is closed by now, its timer is gone too.
            if self.said.try_set(said).is_none() && wait {
                self.timer.set_value(Some(timers::after(AGAIN_MS, move || self.again())));
            }
        });
    }
}

fn none_yet(asked: Asked) -> AnyView {
    view! {
        <Hint words=tx(|t| t.ways_in().password_none) />
        <footer class="dialog-foot">
            <Button label=tx(|t| t.ways_in().password_again) icon_before=Icon::Refresh on_click=move || asked.again() />
        </footer>
    }
    .into_any()
}
