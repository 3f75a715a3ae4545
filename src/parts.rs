//! Code that is loaded after the first load. Where xtask splits the module (`cfg(maru_split)`: the build that ships), each
//! [`PartFile`] is a wasm file of its own, fetched when one of its parts is first needed or, before that, when the browser is
//! idle. Code and texts that only parts use move into these files (docs/decisions/0003). `src/lazy.rs` lists the parts of each
//! file.

use std::any::Any;
use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
pub use leptos::wasm_split::SplitLoaderError;
#[cfg(maru_split)]
pub use leptos::wasm_split::wasm_split;

use crate::browser::{document, tab};

/// The files; what each is for. A build that is not split has their content in its one module.
pub mod files {
    use super::PartFile;

    /// The frame around the pages, the local copy of the cloud, and the list of instances. Its styles are in the first style
    /// sheet.
    pub static CONSOLE: PartFile = PartFile::new(false);
    /// What the list, the header and `ui` need a moment after the first rows.
    pub static EXTRAS: PartFile = PartFile::new(true);
    /// The page of an instance, and the create form.
    pub static INSTANCE: PartFile = PartFile::new(true);
    /// All other pages.
    pub static PAGES: PartFile = PartFile::new(true);
    /// Work on many instances at once.
    pub static BULK: PartFile = PartFile::new(true);
    /// Reads `clouds.yaml` and openrc files: a YAML parser.
    pub static IMPORTED: PartFile = PartFile::new(true);
    /// Big-number arithmetic.
    pub static PRIVATE_KEYS: PartFile = PartFile::new(true);
}

thread_local! {
    static ON_ARRIVAL: Cell<fn()> = const { Cell::new(|| {}) };
}

/// Sets what is called each time a file was loaded or failed to load.
pub fn on_arrival(arrived: fn()) {
    ON_ARRIVAL.set(arrived);
}

/// The content of a part: mostly functions that draw.
pub trait Content: Any + Send + Sync {
    /// Only `src/lazy.rs` may name it: it is compiled into the file of whatever names it.
    const CONTENT: Self;
}

/// The contents of all parts of a file. Their types are erased, so that the code that loads is compiled once for all files.
pub type Contents = &'static [&'static (dyn Any + Send + Sync)];

/// A file that is being loaded.
pub type Loading = Pin<Box<dyn Future<Output = Result<Contents, SplitLoaderError>>>>;

/// A part, identified by the type of its content. It is declared in the module that it belongs to.
pub struct Part<T> {
    file: &'static PartFile,
    of: PhantomData<fn() -> T>,
}

/// The state of a file.
#[derive(Clone, Copy)]
pub enum State {
    /// Not loaded yet.
    Coming,
    /// Loaded.
    Here(Contents),
    /// It could not be loaded.
    Missing,
}

/// A file of the split module. Either all of its parts are loaded or none.
pub struct PartFile {
    later_styles: bool,
    load: OnceLock<fn() -> Loading>,
    state: OnceLock<ArcRwSignal<State>>,
    /// The tasks that wait for the current attempt to end; `None` while there is no attempt.
    waiting: Mutex<Option<Vec<Waker>>>,
}

impl<T: Content> Part<T> {
    /// Its file, for drawing it ([`crate::ui`]).
    pub fn file(&self) -> &'static PartFile {
        self.file
    }

    /// Its content among those of its file.
    pub fn of(&self, contents: Contents) -> Option<&'static T> {
        contents.iter().find_map(|content| content.downcast_ref())
    }

    /// The content, if the file is loaded.
    pub fn now(&self) -> Option<&'static T> {
        self.file.now().and_then(|contents| self.of(contents))
    }

    /// Calls `then` with the content once the file is loaded; never if it cannot be loaded.
    pub fn with(&'static self, then: impl FnOnce(&'static T) + 'static) {
        if let Some(part) = self.now() {
            return then(part);
        }
        spawn_local(async move {
            if let Some(part) = self.get().await {
                then(part);
            }
        });
    }

    /// The content, loaded if necessary; `None` if the file cannot be loaded.
    pub async fn get(&self) -> Option<&'static T> {
        self.fetch().await;
        self.now()
    }

    /// See [`PartFile::fetch`].
    pub fn fetch(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(self.file.fetch())
    }
}

impl PartFile {
    /// `later_styles`: its parts need the style sheet that is loaded later.
    const fn new(later_styles: bool) -> Self {
        Self { later_styles, load: OnceLock::new(), state: OnceLock::new(), waiting: Mutex::new(None) }
    }

    /// Sets the function that loads it. `src/lazy.rs` does so at the start, as a file can contain parts of all modules.
    pub fn loads_by(&self, load: fn() -> Loading) {
        // Set once; a second call has no effect.
        let _ = self.load.set(load);
    }

    /// A part of it.
    pub const fn part<T: Content>(&'static self) -> Part<T> {
        Part { file: self, of: PhantomData }
    }

    /// Its state; loads it if necessary.
    pub fn wanted(&'static self) -> ArcRwSignal<State> {
        self.again();
        self.state().clone()
    }

    /// Loads it, also after an attempt that failed. No effect once it is loaded: what is drawn must not be drawn again, as it may
    /// contain what a person typed.
    pub fn again(&'static self) {
        if self.now().is_none() {
            self.state().set(State::Coming);
            spawn_local(self.fetch());
        }
    }

    /// Its state; loads nothing.
    pub fn state(&self) -> &ArcRwSignal<State> {
        self.state.get_or_init(|| ArcRwSignal::new(State::Coming))
    }

    fn now(&self) -> Option<Contents> {
        match self.state().get_untracked() {
            State::Here(contents) => Some(contents),
            State::Coming | State::Missing => None,
        }
    }

    /// Loads it unless it is loaded, and waits for the end of the attempt. There is one attempt at a time, for all callers.
    /// After one that failed, the next begins when the browser is online again.
    pub async fn fetch(&'static self) {
        if self.now().is_some() {
            return;
        }
        if self.waiting().is_none() {
            *self.waiting() = Some(Vec::new());
            spawn_local(self.load());
        }
        poll_fn(|context| match self.waiting().as_mut() {
            Some(waiting) => {
                waiting.push(context.waker().clone());
                Poll::Pending
            }
            None => Poll::Ready(()),
        })
        .await;
    }

    async fn load(&'static self) {
        if self.later_styles {
            document::later_styles().await;
        }
        let loaded = match self.load.get() {
            Some(load) => load().await.ok(),
            None => None,
        };
        if loaded.is_none() {
            spawn_local(async {
                tab::back_online().await;
                self.again();
            });
        }
        self.state().set(loaded.map_or(State::Missing, State::Here));
        (ON_ARRIVAL.get())();
        self.waiting().take().into_iter().flatten().for_each(Waker::wake);
    }

    fn waiting(&self) -> MutexGuard<'_, Option<Vec<Waker>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
