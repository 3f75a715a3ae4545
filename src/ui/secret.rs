//! A secret on screen: shown, copied, and gone with its place. It never gets into a notice, which would outlive it.

use super::button::Button;
use super::icon::Icon;
use super::live::live_view;
use crate::browser::clipboard;
use crate::browser::leaving::LeavingAsks;
use crate::browser::navigation::{self, Leaving};
use crate::locales::{Text, filled, tx};
use crate::reactive::{Computed, effect};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A secret and the button that copies it. Where the browser forbids copying, a click on the text selects all of it.
#[component]
pub fn SecretText(
    #[prop(into)] text: Text,
    /// What it is called: "Password".
    #[prop(into)]
    what: Text,
    /// Called when it was copied, by the button or by hand.
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

/// While it `holds`, neither a link, nor the browser's buttons, nor closing the tab leads away without a question: `ask` is
/// told where the person was about to go. Lasts as long as the owner it is called under.
pub fn guard_leaving(holds: Computed<bool>, ask: impl Fn(Leaving) + Clone + 'static) {
    let guards = StoredValue::new_local(None);
    effect(move || {
        let held = move || holds.try_get_untracked().unwrap_or_default();
        let ask = ask.clone();
        guards.set_value(holds.get().then(|| (LeavingAsks::new(), navigation::guard(held, ask))));
    });
}
