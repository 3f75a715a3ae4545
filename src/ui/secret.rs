//! Shows a secret and allows copying it. A secret is never put into a notice, which would outlive its dialog.

use super::button::Button;
use super::icon::Icon;
use super::live::live_view;
use crate::browser::clipboard;
use crate::browser::leaving::LeavingAsks;
use crate::browser::navigation::{self, Leaving};
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A secret with a copy button. If the browser forbids copying, a click selects the whole text.
#[component]
pub fn SecretText(
    #[prop(into)] text: Text,
    /// "Password".
    #[prop(into)]
    what: Text,
    /// Called when it was copied, with the button or by hand.
    #[prop(into, optional)]
    on_copied: Option<Callback<()>>,
) -> AnyView {
    let (copied, by_hand) = (RwSignal::new(false), RwSignal::new(false));
    let took = move || {
        let _ = copied.try_set(true);
        if let Some(on_copied) = on_copied {
            on_copied.try_run(());
        }
    };
    let secret = text.clone();
    let press = move || {
        let secret = secret.now().into_owned();
        spawn_local(async move {
            match clipboard::copy(&secret).await {
                Ok(()) => took(),
                Err(_) => drop(by_hand.try_set(true)),
            }
        });
    };
    let label = Text::live(move || match copied.get() {
        true => filled(|t| t.common().copied, [("what", what.clone())]),
        false => filled(|t| t.common().copy_what, [("what", what.clone())]),
    });
    view! {
        <span class="secret">
            <code class="secret-text" tabindex="0" on:copy=move |_| took()>{text}</code>
            <Button label icon_before=Icon::Copy on_click=press />
        </span>
        {live_view(move || match by_hand.get() {
            true => view! { <p class="dim" role="status">{tx(|t| t.common().copy_by_hand)}</p> }.into_any(),
            false => ().into_any(),
        })}
    }
    .into_any()
}

/// While `holds`, leaving by link, browser button or closing the tab requires a confirmation: `ask` receives the
/// destination. Active as long as the current owner.
pub fn guard_leaving(holds: Memo<bool>, ask: impl Fn(Leaving) + Clone + 'static) {
    let guards = StoredValue::new_local(None);
    effect(move || {
        let held = move || holds.try_get_untracked().unwrap_or_default();
        let ask = ask.clone();
        guards.set_value(holds.get().then(|| (LeavingAsks::new(), navigation::guard(held, ask))));
    });
}
