//! The value that a form field shows and changes, wherever it is stored.

use leptos::prelude::*;

/// A readable and writable value: a signal, a part of one, or a converted view of one. Form fields take it.
pub struct Value<T: Send + Sync + 'static> {
    read: Signal<T>,
    write: Callback<T>,
}

impl<T: Clone + Send + Sync + 'static> Value<T> {
    /// From a reader and a writer.
    pub fn new(read: impl Into<Signal<T>>, write: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self { read: read.into(), write: Callback::new(write) }
    }

    /// The current value; tracked.
    #[track_caller]
    pub fn get(&self) -> T {
        self.read.get()
    }

    /// The current value.
    #[track_caller]
    pub fn get_untracked(&self) -> T {
        self.read.get_untracked()
    }

    /// Reads the value; tracked.
    #[track_caller]
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.read.with(look)
    }

    /// Reads the value.
    #[track_caller]
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.read.with_untracked(look)
    }

    /// Sets the value.
    pub fn set(&self, value: T) {
        self.write.run(value);
    }
}

impl<T: Send + Sync> Clone for Value<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Value<T> {}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Value<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::new(signal, move |value| signal.set(value))
    }
}
