//! What a field shows and changes, wherever it is kept.

use leptos::prelude::{Callable, Callback, RwSignal, Set};

use super::Observed;

/// A value that is read and written: a signal, a part of one, or one value seen as another. It is what a field takes.
pub struct Value<T: 'static> {
    read: Observed<T>,
    write: Callback<T>,
}

impl<T: Clone + Send + Sync + 'static> Value<T> {
    /// Read here, written there.
    pub fn new(read: impl Into<Observed<T>>, write: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self { read: read.into(), write: Callback::new(write) }
    }

    /// The value now, followed.
    #[track_caller]
    pub fn get(&self) -> T {
        self.read.get()
    }

    /// The value now.
    #[track_caller]
    pub fn get_untracked(&self) -> T {
        self.read.get_untracked()
    }

    /// Looks at the value, followed.
    #[track_caller]
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.read.with(look)
    }

    /// Looks at the value.
    #[track_caller]
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.read.with_untracked(look)
    }

    /// Another value.
    pub fn set(&self, value: T) {
        self.write.run(value);
    }
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Value<T> {}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Value<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::new(signal, move |value| signal.set(value))
    }
}
