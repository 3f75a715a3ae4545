//! Copying to the clipboard, with a fallback if the browser forbids it.

use super::icon::{Icon, icon};
use super::live::{live, live_view};
use super::table::tab_index;
use super::toast;
use crate::browser::clipboard::{self, CopyError};
use crate::browser::dom;
use crate::locales::{Text, filled, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Copies a text and confirms it; if that is forbidden, shows the text for copying by hand.
#[component]
pub fn CopyButton(
    #[prop(into)] text: Text,
    /// Its name: "ID", "request ID".
    #[prop(into)]
    what: Text,
) -> AnyView {
    let copied = RwSignal::new(false);
    let done = said(text.clone(), what.clone());
    let status = done.clone();
    let label = Text::live(move || match copied.get() {
        true => done.clone(),
        false => filled(|t| t.common().copy_what, [("what", what.clone())]),
    });
    let press = move |event: dom::MouseEvent| {
        // Otherwise the row below would handle the click, too.
        event.stop_propagation();
        let text = text.now().into_owned();
        spawn_local(async move {
            match clipboard::copy(&text).await {
                Ok(()) => {
                    copied.set(true);
                    set_timeout(
                        move || {
                            let _ = copied.try_set(false);
                        },
                        Duration::from_secs(2),
                    );
                }
                Err(CopyError::Insecure | CopyError::Refused) => {
                    toast::by_hand(untrack(|| t().common().copy_by_hand).into(), text);
                }
            }
        });
    };
    view! {
        <button type="button" class=live(move || if copied.get() { "copy done" } else { "copy" })
            title=label.clone() aria-label=label.clone() tabindex=tab_index() on:click=press>
            {live_view(move || icon(if copied.get() { Icon::Check } else { Icon::Copy }))}
            <span class="sr-only" role="status">{Text::live(move || if copied.get() { status.clone() } else { Text::default() })}</span>
        </button>
    }
    .into_any()
}

/// "Copied 203.0.113.10": the text if it is short, else its name.
fn said(text: Text, what: Text) -> Text {
    const GLANCE: usize = 40;
    let what = Text::live(move || {
        let copied = text.get();
        match copied.chars().count() <= GLANCE && !copied.contains('\n') {
            true => copied.into(),
            false => what.clone(),
        }
    });
    filled(|t| t.common().copied, [("what", what)])
}

/// For menu entries: copies and shows a notice, or shows the text for copying by hand.
pub fn copy_text(text: String) {
    copy_as(text.clone().into(), text);
}

/// The same for a long text, which the notice does not repeat: it says that `what` was copied.
pub fn copy_as(what: Text, text: String) {
    spawn_local(async move {
        match clipboard::copy(&text).await {
            Ok(()) => toast::done(filled(|t| t.common().copied, [("what", what)])),
            Err(CopyError::Insecure | CopyError::Refused) => {
                toast::by_hand(untrack(|| t().common().copy_by_hand).into(), text);
            }
        }
    });
}

/// A monospaced id or address with a copy button that appears on hover and focus.
#[component]
pub fn Copyable(#[prop(into)] text: Text, #[prop(into)] what: Text) -> AnyView {
    view! {
        <span class="copyable"><code>{text.clone()}</code><CopyButton text what /></span>
    }
    .into_any()
}
