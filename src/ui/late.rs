//! How a part is drawn that comes later ([`crate::parts`]), and the part that this room itself has.

use cloud::FailureKind;
use leptos::prelude::*;

use super::button::Button;
use super::failure::Failed;
use super::failure_card::{failure_card, failure_means};
use super::icon::Icon;
use super::live::{live_view, nothing};
use super::menu::{Popup, popup};
use super::page::Empty;
use super::toast;
use crate::browser::document;
use crate::locales::{Text, tx};
use crate::parts::{Content, Contents, Part, PartFile, State, files};

/// What the first rows do not need of this room.
pub struct LateUi {
    /// An open menu.
    pub(super) popup: fn(Popup) -> AnyView,
    /// The notices in the corner.
    pub(super) notices: fn() -> AnyView,
    /// A failure in words, and what to do.
    pub(super) failure_card: fn(Failed) -> AnyView,
    /// What a kind of failure means, in a few words.
    pub failure_means: fn(&FailureKind) -> Text,
}

/// See [`LateUi`].
pub static LATE_UI: Part<LateUi> = files::EXTRAS.part();

impl Content for LateUi {
    const CONTENT: Self = Self { popup, notices: toast::list, failure_card, failure_means };
}

impl<T: Content> Part<T> {
    /// What `draw` makes of the part; until it is there, what `meanwhile` makes of what is to be said of that: nothing
    /// while it comes, why and what to do when it does not.
    pub fn view(
        &'static self,
        meanwhile: impl Fn(Option<AnyView>) -> AnyView + Send + Sync + 'static,
        draw: impl Fn(&'static T) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let file = self.file();
        drawn(file, file.wanted(), Box::new(meanwhile), Box::new(move |contents| self.of(contents).map(&draw)))
    }

    /// [`Part::view`] while `shown` says so, with nothing in its place until it is there; else an empty place. The words
    /// about a missing file are shown over the page, as there is no space for them where a menu or a dialog is drawn.
    pub fn view_while(
        &'static self,
        shown: impl Fn() -> bool + Send + Sync + 'static,
        draw: impl Fn(&'static T) -> AnyView + Clone + Send + Sync + 'static,
    ) -> AnyView {
        let meanwhile = |words: Option<AnyView>| match words {
            Some(words) => view! { <div class="part-missing">{words}</div> }.into_any(),
            None => nothing(),
        };
        live_view(move || if shown() { self.view(meanwhile, draw.clone()) } else { nothing() }).into_any()
    }

    /// What `draw` makes of the part once its file is there; nothing is fetched for it.
    pub fn view_once_here(&'static self, draw: impl Fn(&'static T) -> AnyView + Send + Sync + 'static) -> AnyView {
        let file = self.file();
        let draw = Box::new(move |contents| self.of(contents).map(&draw));
        drawn(file, file.state().clone(), Box::new(|_| nothing()), draw)
    }
}

type Meanwhile = Box<dyn Fn(Option<AnyView>) -> AnyView + Send + Sync>;
type Draw = Box<dyn Fn(Contents) -> Option<AnyView> + Send + Sync>;

fn drawn(file: &'static PartFile, state: ArcRwSignal<State>, meanwhile: Meanwhile, draw: Draw) -> AnyView {
    live_view(move || match state.get() {
        State::Here(contents) => draw(contents).unwrap_or_else(nothing),
        State::Missing => meanwhile(Some(missing(move || file.again()))),
        State::Coming => meanwhile(None),
    })
    .into_any()
}

fn missing(again: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <Empty title=tx(|t| t.shell().part_missing_title) words=tx(|t| t.shell().part_missing_text) mark=Icon::Alert>
            <Button label=tx(|t| t.common().retry) on_click=again />
            <Button label=tx(|t| t.shell().reload) on_click=document::reload />
        </Empty>
    }
    .into_any()
}
