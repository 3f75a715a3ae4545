//! What comes later. Where xtask splits the module (`cfg(maru_split)`: what ships), everything behind a [`part!`] is in
//! a wasm file of its own, fetched when it is first wanted and, so that nobody waits, a moment after the start
//! ([`Part::fetch`]). What only parts use, texts included, goes with them (docs/decisions/0003).

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;
pub use leptos::wasm_split::SplitLoaderError;
#[cfg(maru_split)]
pub use leptos::wasm_split::wasm_split;

use crate::browser::{document, tab};

thread_local! {
    static ON_ARRIVAL: Cell<fn()> = const { Cell::new(|| {}) };
    static TOGETHER: RefCell<Vec<&'static PartFile>> = const { RefCell::new(Vec::new()) };
}

/// Says which parts share one file: each of them is there when the last one of the list is.
pub fn come_together(parts: impl IntoIterator<Item = &'static PartFile>) {
    TOGETHER.with_borrow_mut(|together| together.extend(parts));
}

/// Calls back each time a part came, or did not.
pub fn on_arrival(arrived: fn()) {
    ON_ARRIVAL.set(arrived);
}

/// What a part's file has for it: without its type, so that the code that fetches is there once for all parts.
pub type Value = &'static (dyn Any + Send + Sync);

/// A part that is on its way.
pub type Loading = Pin<Box<dyn Future<Output = Result<Value, SplitLoaderError>>>>;

/// `part! { /// What it is. static NAME: fn(…) -> … = value, file.load_name; }`. It stands where its owner is; parts of the
/// same `file` come together.
macro_rules! part {
    ($(#[$doc:meta])* $vis:vis static $name:ident: $type:ty = $value:expr, $file:ident.$load:ident;) => {
        $(#[$doc])*
        $vis static $name: $crate::parts::Part<$type> = {
            #[cfg(maru_split)]
            #[$crate::parts::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $load() -> Result<$crate::parts::Value, $crate::parts::SplitLoaderError> {
                static VALUE: $type = $value;
                Ok(&VALUE)
            }
            #[cfg(not(maru_split))]
            async fn $load() -> Result<$crate::parts::Value, $crate::parts::SplitLoaderError> {
                static VALUE: $type = $value;
                Ok(&VALUE)
            }
            $crate::parts::Part::new(|| Box::pin($load()))
        };
    };
}
pub(crate) use part;

/// A part: mostly a function that draws.
pub struct Part<T: 'static> {
    file: PartFile,
    of: PhantomData<fn() -> T>,
}

/// How far a part is.
#[derive(Clone, Copy)]
pub enum State {
    /// Not there yet.
    Coming,
    /// There.
    Here(Value),
    /// The file did not come.
    Missing,
}

/// What is the same for all parts.
pub struct PartFile {
    load: fn() -> Loading,
    state: OnceLock<ArcRwSignal<State>>,
}

impl<T: Copy + 'static> Part<T> {
    /// See [`part!`].
    pub const fn new(load: fn() -> Loading) -> Self {
        Self { file: PartFile { load, state: OnceLock::new() }, of: PhantomData }
    }

    /// Its file, for whoever draws it ([`crate::ui`]).
    pub fn file(&'static self) -> &'static PartFile {
        &self.file
    }

    /// What came with its file.
    pub fn of(&self, value: Value) -> Option<T> {
        value.downcast_ref().copied()
    }

    /// The part, if its file is there.
    pub fn now(&self) -> Option<T> {
        self.file.now().and_then(|value| self.of(value))
    }

    /// Calls `then` with the part once it is there; not at all when its file does not come.
    pub fn with(&'static self, then: impl FnOnce(T) + 'static) {
        if let Some(part) = self.now() {
            return then(part);
        }
        spawn_local(async move {
            if let Some(part) = self.get().await {
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

    /// Fetches its file. Whoever asks for one that is under way waits for the same. One that did not come is fetched again
    /// when the network is back.
    pub fn fetch(&'static self) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(self.file.fetch())
    }
}

impl PartFile {
    /// How far it is; it is fetched if need be.
    pub fn wanted(&'static self) -> ArcRwSignal<State> {
        if self.now().is_none() {
            self.again();
        }
        self.state().clone()
    }

    /// Fetches it, also after it did not come.
    pub fn again(&'static self) {
        self.state().set(State::Coming);
        spawn_local(self.fetch());
    }

    /// How far it is; nothing is fetched for it.
    pub fn state(&self) -> &ArcRwSignal<State> {
        self.state.get_or_init(|| ArcRwSignal::new(State::Coming))
    }

    fn now(&self) -> Option<Value> {
        match self.state().get_untracked() {
            State::Here(value) => Some(value),
            State::Coming | State::Missing => None,
        }
    }

    /// See [`Part::fetch`].
    pub async fn fetch(&'static self) {
        document::later_styles().await;
        let together = TOGETHER.with_borrow(Clone::clone);
        match together.iter().any(|other| std::ptr::eq(*other, self)) {
            true => {
                for part in together {
                    part.load().await;
                }
            }
            false => self.load().await,
        }
    }

    async fn load(&'static self) {
        let loaded = (self.load)().await;
        if loaded.is_err() {
            spawn_local(async {
                tab::back_online().await;
                if self.now().is_none() {
                    self.again();
                }
            });
        }
        // What is drawn already must not be drawn anew: it may hold what a person typed.
        if self.now().is_none() {
            self.state().set(loaded.map_or(State::Missing, State::Here));
            (ON_ARRIVAL.get())();
        }
    }
}
