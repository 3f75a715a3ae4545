//! A memoised value.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Memo, With, untrack};

/// A value that is computed again when its dependencies change; subscribers are notified only if it differs.
pub struct Computed<T> {
    inner: Memo<Shared>,
    of: PhantomData<fn() -> T>,
}

#[derive(Clone)]
struct Shared {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

type Compute = Box<dyn Fn(Option<&Shared>) -> Shared + Send + Sync>;

impl<T: PartialEq + Send + Sync + 'static> Computed<T> {
    /// `compute` receives the previous value, if there is one.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let same = |a: &dyn Any, b: &dyn Any| a.downcast_ref::<T>() == b.downcast_ref::<T>();
        let compute: Compute = Box::new(move |before| {
            let before = before.and_then(|before| before.value.downcast_ref::<T>());
            Shared { value: Arc::new(compute(before)), same }
        });
        Self { inner: remember(compute), of: PhantomData }
    }
}

/// False until `happened` is true for the first time, and true from then on.
pub fn once(happened: impl Fn() -> bool + Send + Sync + 'static) -> Computed<bool> {
    Computed::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || happened())
}

fn remember(compute: Compute) -> Memo<Shared> {
    Memo::new(move |before: Option<&Shared>| compute(before))
}

/// The value in an `Arc`, so that reading it holds no lock.
#[track_caller]
fn shared(inner: Memo<Shared>) -> Arc<dyn Any + Send + Sync> {
    inner.with(|shared| shared.value.clone())
}

impl<T: Send + Sync + 'static> Computed<T> {
    /// Reads the value; tracked.
    #[track_caller]
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        let value = shared(self.inner);
        look(value.downcast_ref().expect("it holds its own type"))
    }

    /// Reads the value.
    #[track_caller]
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        untrack(|| self.with(look))
    }
}

impl<T: Clone + Send + Sync + 'static> Computed<T> {
    /// The value; tracked.
    #[track_caller]
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value, tracked, unless it was disposed with its page.
    pub fn try_get(&self) -> Option<T> {
        let value = self.inner.try_with(|shared| shared.value.clone())?;
        value.downcast_ref().cloned()
    }

    /// The value, unless it was disposed with its page.
    pub fn try_get_untracked(&self) -> Option<T> {
        untrack(|| self.try_get())
    }

    /// The value.
    #[track_caller]
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T> Clone for Computed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Computed<T> {}
