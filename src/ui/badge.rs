//! A status as colour, icon and word: never colour alone.

use super::icon::{Icon, live_icon};
use super::live::live;
use crate::locales::Text;
use leptos::prelude::*;

/// What a status means for a person.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Tone {
    /// Running as it should.
    Ok,
    /// Changing.
    Busy,
    /// Stopped.
    Off,
    Bad,
    #[default]
    Unknown,
}

impl Tone {
    pub(super) fn class(self) -> &'static str {
        match self {
            Tone::Ok => "badge ok",
            Tone::Busy => "badge busy",
            Tone::Off => "badge off",
            Tone::Bad => "badge bad",
            Tone::Unknown => "badge unknown",
        }
    }

    pub(super) fn icon(self) -> Icon {
        match self {
            Tone::Ok => Icon::Ok,
            Tone::Busy => Icon::Busy,
            Tone::Off => Icon::Off,
            Tone::Bad => Icon::Bad,
            Tone::Unknown => Icon::Unknown,
        }
    }
}

/// A badge; `note` follows the word in a quieter style: the current step, or its duration.
#[component]
pub fn Badge(
    #[prop(into)] tone: Signal<Tone>,
    #[prop(into)] word: Text,
    #[prop(into, optional)] note: Text,
) -> AnyView {
    view! {
        <span class=live(move || tone.get().class())>
            {live_icon(move || tone.get().icon())}
            <span class="badge-word">{word}</span>
            <span class="badge-note">{note}</span>
        </span>
    }
    .into_any()
}
