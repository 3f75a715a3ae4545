//! A read-only reactive value of any origin.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{ArcRwSignal, Get, GetValue, LocalResource, RwSignal, StoredValue, untrack};

use super::Computed;

/// Stores the value in an `Option<T>`.
type Read = Arc<dyn Fn(&mut dyn Any) + Send + Sync>;

/// A read-only reactive value of any origin. Reading it in an effect or view tracks it.
pub struct Observed<T> {
    read: StoredValue<Read>,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Observed<T> {
    /// Computed each time it is read.
    pub fn derive(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let read: Read = Arc::new(move |into| {
            if let Some(into) = into.downcast_mut::<Option<T>>() {
                *into = Some(compute());
            }
        });
        Self { read: StoredValue::new(read), of: PhantomData }
    }

    /// The current value; tracked.
    #[track_caller]
    pub fn get(&self) -> T {
        let mut value: Option<T> = None;
        (self.read.get_value())(&mut value);
        value.expect("it reads its own type")
    }

    /// The current value.
    #[track_caller]
    pub fn get_untracked(&self) -> T {
        untrack(|| self.get())
    }

    /// Tracks it.
    #[track_caller]
    pub fn track(&self) {
        drop(self.get());
    }

    /// Reads the value; tracked.
    #[track_caller]
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.get())
    }

    /// Reads the value.
    #[track_caller]
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.get_untracked())
    }
}

impl<T: Clone + Send + Sync + 'static> Observed<T> {
    /// A constant.
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T> Clone for Observed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Observed<T> {}

impl<T: Default + Send + Sync + 'static> Default for Observed<T> {
    fn default() -> Self {
        Self::derive(T::default)
    }
}

impl<T: Clone + Send + Sync + 'static> From<T> for Observed<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Observed<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<ArcRwSignal<T>> for Observed<T> {
    fn from(signal: ArcRwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Computed<T>> for Observed<T> {
    fn from(memo: Computed<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

/// Reading it inside `Suspense` suspends, like reading the resource itself.
impl<T: Clone + Send + Sync + 'static> From<LocalResource<T>> for Observed<Option<T>> {
    fn from(resource: LocalResource<T>) -> Self {
        Self::derive(move || resource.get())
    }
}
