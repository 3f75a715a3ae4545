//! The remaining time of the session: as text, and as a countdown during the last ten minutes.

use crate::browser::clock;
use crate::data;
use crate::locales::{Text, filled, lasting, tx};
use crate::ui::{Button, Icon, Kind, icon, live, live_view, nothing};
use leptos::prelude::*;

/// When the countdown begins, milliseconds.
pub const SOON_MS: f64 = 600_000.0;

/// When a screen reader announces it again, minutes.
const SAID_AT: [u32; 3] = [10, 5, 1];

/// How close the end is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The cloud reported no end.
    Endless,
    Long,
    Soon,
    Over,
}

/// The remaining time in the header; empty for a session without an end.
pub fn session_left(renew: RwSignal<bool>) -> AnyView {
    let session = data::session();
    let ends = Memo::new(move |_| session.with(|state| state.session().and_then(|session| session.expires)));
    let now = clock::ticking();
    let left = Signal::derive(move || ends.get().map(|at| at.0 as f64 - now.get()));
    let stage = Memo::new(move |_| match left.get() {
        None => Stage::Endless,
        Some(left) if left <= 0.0 => Stage::Over,
        Some(left) if left < SOON_MS => Stage::Soon,
        Some(_) => Stage::Long,
    });
    let left = Signal::derive(move || left.get().unwrap_or_default());
    let said = Memo::new(move |_| said_at(stage.get(), left.get()));
    let shown = move || match stage.get() {
        Stage::Endless => nothing(),
        Stage::Long => mark("session", long(left)),
        Stage::Soon => soon(left, renew),
        Stage::Over => mark("session soon", tx(|t| t.shell().session_ended)),
    };
    let spoken = Text::live(move || match said.get() {
        Some(minutes) => filled(|t| t.shell().session_left, [("time", lasting(f64::from(minutes) * 60_000.0).into())]),
        None => Text::default(),
    });
    view! { {live_view(shown)}<span class="sr-only" role="status">{spoken}</span> }.into_any()
}

fn mark(class: &'static str, words: Text) -> AnyView {
    view! { <span class=class>{icon(Icon::Clock)}<span>{words}</span></span> }.into_any()
}

fn long(left: Signal<f64>) -> Text {
    let time = Text::live(move || lasting(left.get()).into());
    filled(|t| t.shell().session_left, [("time", time)])
}

/// If there is no room for the words, only the time is visible; the accessible name has both.
fn soon(left: Signal<f64>, renew: RwSignal<bool>) -> AnyView {
    let time = Text::live(move || clock_time(left.get()).into());
    let words = filled(|t| t.shell().session_left, [("time", time.clone())]);
    let (named, tip) = (words.clone(), words.clone());
    view! {
        <span class="session soon" role="timer" title=tip aria-label=live(move || named.get())>
            {icon(Icon::Clock)}
            <span class="session-words" aria-hidden="true">{words}</span>
            <span class="session-time" aria-hidden="true">{time}</span>
        </span>
        <Button label=tx(|t| t.shell().renew) kind=Kind::IconOnly icon_before=Icon::Refresh on_click=move || renew.set(true) />
    }
    .into_any()
}

/// `9:07`, minutes and seconds.
fn clock_time(ms: f64) -> String {
    // Below ten minutes, and never negative.
    let seconds = (ms.max(0.0) / 1000.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The smallest of [`SAID_AT`] that has not passed.
fn said_at(stage: Stage, left: f64) -> Option<u32> {
    let near = |minutes: &u32| left <= f64::from(*minutes) * 60_000.0;
    SAID_AT.into_iter().rev().find(near).filter(|_| stage == Stage::Soon)
}
