//! A state as colour, icon and word: never colour alone.

use super::icon::{Icon, live_icon};
use super::live::live;
use crate::locales::Text;
use crate::reactive::Observed;
use leptos::prelude::*;

/// What a state means to a person.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Tone {
    /// Runs as it should.
    Ok,
    /// On its way somewhere.
    Busy,
    /// At rest.
    Off,
    /// Failed.
    Bad,
    /// Nobody knows.
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

/// A badge; `note` stands behind the word, quieter: the step it is at, how long it has been at it.
#[component]
pub fn Badge(
    #[prop(into)] tone: Observed<Tone>,
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
