//! Notices in a corner. Good news disappears after a while; errors stay until closed.

use super::button::{Button, Kind, LinkButton};
use super::failure::FailureCard;
use super::icon::{Icon, icon};
use super::late::LATE_UI;
use crate::locales::{Text, tx};
use crate::reactive::once;
use cloud::Failure;
use leptos::prelude::*;
use std::sync::OnceLock;
use std::time::Duration;

/// Content of a notice besides its text.
#[derive(Clone)]
enum More {
    Nothing,
    UnderWay,
    Bad,
    Failed(Failure),
    ByHand(String),
    Link(Link),
    Offer(Text, fn()),
}

/// A link in a notice.
#[derive(Clone)]
struct Link {
    label: Text,
    href: String,
    well: bool,
}

/// What a notice is about. A later notice about the same operation replaces it. A later one about the same subject
/// removes outdated good news: "web-1 is running" must not remain next to "Stopping web-1".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    pub operation: u64,
    /// The subject, if known.
    pub subject: Option<String>,
}

impl About {
    fn outdates(&self, toast: &Toast) -> bool {
        let Some(other) = &toast.about else { return false };
        let bad = matches!(toast.more, More::Bad | More::Failed(_));
        self.operation == other.operation || (!bad && self.subject.is_some() && self.subject == other.subject)
    }
}

#[derive(Clone)]
struct Toast {
    id: u32,
    about: Option<About>,
    words: Text,
    more: More,
}

/// Reports success; disappears after a while.
pub fn done(words: Text) {
    pass(push(words, More::Nothing, None));
}

/// Reports the start of a long operation; stays until replaced.
pub fn under_way(about: About, words: Text) {
    push(words, More::UnderWay, Some(about));
}

/// Reports its end, replacing the notice of its start. Good news disappears after a while; bad news stays.
pub fn ended(about: About, words: Text, well: bool) {
    let more = if well { More::Nothing } else { More::Bad };
    let id = push(words, more, Some(about));
    if well {
        pass(id);
    }
}

/// [`ended`] for something on another page, with a link to it.
pub fn ended_elsewhere(about: About, words: Text, label: Text, href: String, well: bool) {
    let id = push(words, More::Link(Link { label, href, well }), Some(about));
    if well {
        pass(id);
    }
}

/// Reports that something was not done; stays until closed.
pub fn bad(words: Text) {
    push(words, More::Bad, None);
}

/// Asks to look at something, with a link; stays until closed. `well`: it is not a problem.
pub fn look_at(words: Text, label: Text, href: String, well: bool) {
    push(words, More::Link(Link { label, href, well }), None);
}

/// Offers to do something; stays until closed.
pub fn offer(words: Text, label: Text, pressed: fn()) {
    push(words, More::Offer(label, pressed), None);
}

/// Removes the notice about an operation.
pub fn withdraw(operation: u64) {
    all().update(|toasts| toasts.retain(|toast| toast.about.as_ref().is_none_or(|about| about.operation != operation)));
}

fn pass(id: u32) {
    set_timeout(move || close(id), Duration::from_secs(6));
}

/// Reports a failure with the server's message; stays until closed.
pub fn failed(words: Text, failure: Failure) {
    push(words, More::Failed(failure), None);
}

/// Shows a text that the browser would not copy.
pub(super) fn by_hand(words: Text, text: String) {
    push(words, More::ByHand(text), None);
}

/// Removes all notices, at sign-out.
pub fn clear() {
    all().set(Vec::new());
}

fn all() -> &'static ArcRwSignal<Vec<Toast>> {
    static ALL: OnceLock<ArcRwSignal<Vec<Toast>>> = OnceLock::new();
    ALL.get_or_init(|| ArcRwSignal::new(Vec::new()))
}

fn push(words: Text, more: More, about: Option<About>) -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let id = NEXT.fetch_add(1, Ordering::Relaxed);
    all().update(|toasts| {
        toasts.retain(|toast| !about.as_ref().is_some_and(|about| about.outdates(toast)));
        // More than five would cover the page: remove the oldest.
        if toasts.len() >= 5 {
            toasts.remove(0);
        }
        toasts.push(Toast { id, about, words, more });
    });
    id
}

fn close(id: u32) {
    all().update(|toasts| toasts.retain(|toast| toast.id != id));
}

/// The container of notices, rendered once by the shell. A live region must exist before its first text.
#[component]
pub fn Toasts() -> AnyView {
    let any = once(|| !all().read().is_empty());
    view! {
        <section class="toasts" aria-label=tx(|t| t.shell().notices) aria-live="polite" aria-relevant="additions">
            {LATE_UI.view_while(move || any.get(), |late| (late.notices)())}
        </section>
    }
    .into_any()
}

/// The notices.
pub fn list() -> AnyView {
    view! { <For each=move || all().get() key=|toast| toast.id children=draw /> }.into_any()
}

fn draw(toast: Toast) -> AnyView {
    let id = toast.id;
    let bad = matches!(toast.more, More::Failed(_) | More::Bad | More::Link(Link { well: false, .. }));
    let (class, mark) = match toast.more {
        _ if bad => ("toast bad", Icon::Alert),
        More::UnderWay => ("toast busy", Icon::Busy),
        _ => ("toast", Icon::Ok),
    };
    let more = match toast.more {
        More::Nothing | More::UnderWay | More::Bad => ().into_any(),
        More::Failed(failure) => view! { <FailureCard failure=failure bare=true /> }.into_any(),
        More::Link(Link { label, href, .. }) => view! { <LinkButton label href /> }.into_any(),
        More::Offer(label, pressed) => view! { <Button label on_click=pressed /> }.into_any(),
        More::ByHand(text) => view! { <pre class="by-hand" tabindex="0">{text}</pre> }.into_any(),
    };
    view! {
        <div class=class role=if bad { "alert" } else { "status" }>
            {icon(mark)}
            <div class="toast-body"><p class="toast-words">{toast.words}</p>{more}</div>
            <Button label=tx(|t| t.shell().dismiss) kind=Kind::IconOnly icon_before=Icon::Close on_click=move || close(id) />
        </div>
    }
    .into_any()
}
