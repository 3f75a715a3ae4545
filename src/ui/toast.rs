//! Short notices in a corner. Good news leaves by itself; errors stay until they are closed.

use super::button::{Button, Kind};
use super::failure::FailureCard;
use super::icon::{Icon, icon};
use crate::locales::{Text, tx};
use cloud::Failure;
use leptos::prelude::*;
use std::sync::OnceLock;
use std::time::Duration;

/// What a notice carries besides its words.
#[derive(Clone)]
enum More {
    Nothing,
    Failed(Failure),
    ByHand(String),
}

#[derive(Clone)]
struct Toast {
    id: u32,
    words: Text,
    more: More,
}

/// Says that something worked; leaves after a while.
pub fn done(words: Text) {
    let id = push(words, More::Nothing);
    set_timeout(move || close(id), Duration::from_secs(6));
}

/// Says that something failed, with all the server said; stays until closed.
pub fn failed(words: Text, failure: Failure) {
    push(words, More::Failed(failure));
}

/// Shows a text that the browser would not copy.
pub(super) fn by_hand(words: Text, text: String) {
    push(words, More::ByHand(text));
}

/// Forgets all notices: at sign-out.
pub fn clear() {
    all().set(Vec::new());
}

fn all() -> &'static ArcRwSignal<Vec<Toast>> {
    static ALL: OnceLock<ArcRwSignal<Vec<Toast>>> = OnceLock::new();
    ALL.get_or_init(|| ArcRwSignal::new(Vec::new()))
}

fn push(words: Text, more: More) -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = NEXT.fetch_add(1, Ordering::Relaxed);
    all().update(|toasts| {
        // More than five would cover the page: the oldest goes.
        if toasts.len() >= 5 {
            toasts.remove(0);
        }
        toasts.push(Toast { id, words, more });
    });
    id
}

fn close(id: u32) {
    all().update(|toasts| toasts.retain(|toast| toast.id != id));
}

/// Where the notices appear; the shell draws it once. A live region must be there before its first words.
#[component]
pub fn Toasts() -> AnyView {
    view! {
        <section class="toasts" aria-label=tx(|t| t.shell.notices) aria-live="polite" aria-relevant="additions">
            <For each=move || all().get() key=|toast| toast.id children=draw />
        </section>
    }
    .into_any()
}

fn draw(toast: Toast) -> AnyView {
    let id = toast.id;
    let bad = matches!(toast.more, More::Failed(_));
    let mark = if bad { Icon::Alert } else { Icon::Ok };
    let more = match toast.more {
        More::Nothing => ().into_any(),
        More::Failed(failure) => view! { <FailureCard failure=failure bare=true /> }.into_any(),
        More::ByHand(text) => view! { <pre class="by-hand" tabindex="0">{text}</pre> }.into_any(),
    };
    view! {
        <div class=if bad { "toast bad" } else { "toast" } role=if bad { "alert" } else { "status" }>
            {icon(mark)}
            <div class="toast-body"><p class="toast-words">{toast.words}</p>{more}</div>
            <Button label=tx(|t| t.shell.dismiss) kind=Kind::IconOnly icon_before=Icon::Close on_click=move || close(id) />
        </div>
    }
    .into_any()
}
