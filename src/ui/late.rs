//! Views of parts that are loaded later ([`crate::parts`]), and this module's own part.

use ::query::Fields;
use ::query::complete::{Occurring, Suggestions, complete};
use cloud::FailureKind;
use leptos::prelude::*;

use super::button::Button;
use super::dialog::Dialog;
use super::failure::Failed;
use super::failure_card::{failure_card, failure_means};
use super::icon::Icon;
use super::live::{live_view, nothing};
use super::menu::{Popup, popup};
use super::page::Empty;
use super::query_aids;
use super::query_box::Aids;
use super::table::{self, Selecting};
use super::toast;
use crate::browser::{document, dom};
use crate::locales::{Text, tx};
use crate::parts::{Content, Contents, Part, PartFile, State, files};

/// The part of `ui` that the first rows do not need.
pub struct LateUi {
    pub(super) popup: fn(Popup) -> AnyView,
    /// A dialog: whether it is open, its title, whether it cannot be closed by the person, and its content.
    pub dialog: fn(RwSignal<bool>, Text, bool, ChildrenFn) -> AnyView,
    pub(super) notices: fn() -> AnyView,
    pub(super) failure_card: fn(Failed) -> AnyView,
    /// The line below a table while rows are selected.
    pub(super) selection: fn(Selecting) -> AnyView,
    /// Suggestions for a search box, and what is wrong with the search.
    pub(super) query_aids: fn(Aids) -> AnyView,
    /// A key in a search box; false if it is not for the suggestions.
    pub(super) query_key: fn(Aids, &dom::KeyboardEvent) -> bool,
    /// What can be typed in a search box.
    pub complete: fn(&str, usize, Fields, &dyn Occurring) -> Suggestions,
    /// A kind of failure in a few words.
    pub failure_means: fn(&FailureKind) -> Text,
}

/// See [`LateUi`].
pub static LATE_UI: Part<LateUi> = files::EXTRAS.part();

impl Content for LateUi {
    const CONTENT: Self = Self {
        popup,
        dialog,
        notices: toast::list,
        failure_card,
        selection: table::selection_bar,
        query_aids: query_aids::aids,
        query_key: query_aids::key_pressed,
        complete,
        failure_means,
    };
}

fn dialog(open: RwSignal<bool>, title: Text, stays: bool, content: ChildrenFn) -> AnyView {
    view! { <Dialog open title stays>{content()}</Dialog> }.into_any()
}

impl<T: Content> Part<T> {
    /// Renders the part with `draw`; until it is loaded, `meanwhile` renders the given text: empty while loading, or an
    /// explanation if loading failed.
    pub fn view(
        &'static self,
        meanwhile: impl Fn(Option<AnyView>) -> AnyView + Send + Sync + 'static,
        draw: impl Fn(&'static T) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let file = self.file();
        drawn(file, file.wanted(), Box::new(meanwhile), Box::new(move |contents| self.of(contents).map(&draw)))
    }

    /// [`Part::view`] while `shown` is true, otherwise nothing; also nothing while loading. If loading fails, the
    /// explanation is shown over the page, because a menu or dialog has no room for it.
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

    /// Renders the part once it is loaded; does not load it.
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
