//! What comes later. Where xtask splits the module (`cfg(maru_split)`: what ships), everything behind a [`part!`] is in
//! a wasm file of its own, fetched when it is first wanted and, so that nobody waits, a moment after the start
//! ([`Part::fetch`]). What only parts use, texts included, goes with them (docs/decisions/0003).

use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;
pub use leptos::wasm_split::SplitLoaderError;
#[cfg(maru_split)]
pub use leptos::wasm_split::wasm_split;

use crate::browser::document;
use crate::locales::tx;
use crate::shell;
use crate::ui::{Button, Empty, Icon, live_view, nothing};

/// Something that is on its way.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// `part! { /// What it is. static NAME: fn(…) -> … = value, file.load_name; }`
macro_rules! part {
    ($(#[$doc:meta])* $vis:vis static $name:ident: $type:ty = $value:expr, $file:ident.$load:ident;) => {
        $(#[$doc])*
        $vis static $name: $crate::parts::Part<$type> = {
            #[cfg(maru_split)]
            #[$crate::parts::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $load() -> Result<$type, $crate::parts::SplitLoaderError> {
                Ok($value)
            }
            #[cfg(not(maru_split))]
            async fn $load() -> Result<$type, $crate::parts::SplitLoaderError> {
                Ok($value)
            }
            $crate::parts::Part::new(|| Box::pin($load()))
        };
    };
}
pub(crate) use part;

/// A part: mostly a function that draws.
pub struct Part<T: 'static> {
    load: fn() -> Loading<T>,
    state: OnceLock<ArcRwSignal<State<T>>>,
}

/// How far a part is.
#[derive(Clone, Copy)]
enum State<T> {
    /// Not there yet.
    Coming,
    /// There.
    Here(T),
    /// The file did not come.
    Missing,
}

impl<T: Copy + Send + Sync + 'static> Part<T> {
    /// See [`part!`].
    pub const fn new(load: fn() -> Loading<T>) -> Self {
        Self { load, state: OnceLock::new() }
    }

    /// What `draw` makes of the part; until it is there, what `meanwhile` makes of what is to be said of that: nothing
    /// while it comes, why and what to do when it does not.
    pub fn view(
        &'static self,
        meanwhile: impl Fn(Option<AnyView>) -> AnyView + Send + Sync + 'static,
        draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let state = self.wanted();
        live_view(move || match state.get() {
            State::Here(part) => draw(part),
            State::Missing => meanwhile(Some(self.missing())),
            State::Coming => meanwhile(None),
        })
        .into_any()
    }

    /// [`Part::view`] while `shown` says so, with nothing in its place until it is there; else an empty place.
    pub fn view_while(
        &'static self,
        shown: impl Fn() -> bool + Send + Sync + 'static,
        draw: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
    ) -> AnyView {
        let meanwhile = |words: Option<AnyView>| words.unwrap_or_else(nothing);
        live_view(move || if shown() { self.view(meanwhile, draw.clone()) } else { nothing() }).into_any()
    }

    /// What `draw` makes of the part once its file is there; nothing is fetched for it.
    pub fn view_once_here(&'static self, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView {
        let state = self.state().clone();
        live_view(move || match state.get() {
            State::Here(part) => draw(part),
            State::Coming | State::Missing => nothing(),
        })
        .into_any()
    }

    /// The part, if its file is there.
    pub fn now(&self) -> Option<T> {
        match self.state().get_untracked() {
            State::Here(part) => Some(part),
            State::Coming | State::Missing => None,
        }
    }

    /// Calls `then` with the part once it is there; not at all when its file does not come.
    pub fn with(&'static self, then: impl FnOnce(T) + 'static) {
        if let Some(part) = self.now() {
            return then(part);
        }
        spawn_local(async move {
            self.fetch().await;
            if let Some(part) = self.now() {
                then(part);
            }
        });
    }

    /// The part, fetched if need be; none when its file does not come.
    pub async fn get(&'static self) -> Option<T> {
        if self.now().is_none() {
            self.fetch().await;
        }
        self.now()
    }

    /// Fetches its file. Whoever asks for one that is under way waits for the same.
    pub async fn fetch(&'static self) {
        document::later_styles().await;
        let loaded = (self.load)().await;
        // What is drawn already must not be drawn anew: it may hold what a person typed.
        if self.now().is_none() {
            self.state().set(loaded.map_or(State::Missing, State::Here));
            shell::page_came();
        }
    }

    fn wanted(&'static self) -> ArcRwSignal<State<T>> {
        if self.now().is_none() {
            self.again();
        }
        self.state().clone()
    }

    fn again(&'static self) {
        self.state().set(State::Coming);
        spawn_local(self.fetch());
    }

    fn state(&self) -> &ArcRwSignal<State<T>> {
        self.state.get_or_init(|| ArcRwSignal::new(State::Coming))
    }

    fn missing(&'static self) -> AnyView {
        view! {
            <Empty title=tx(|t| t.shell().part_missing_title) words=tx(|t| t.shell().part_missing_text) mark=Icon::Alert>
                <Button label=tx(|t| t.common().retry) on_click=move || self.again() />
                <Button label=tx(|t| t.shell().reload) on_click=document::reload />
            </Empty>
        }
        .into_any()
    }
}
