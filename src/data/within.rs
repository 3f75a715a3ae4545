//! Reading one scope's data whichever scope is shown, for pages that show several scopes side by side.

use leptos::prelude::*;
use sync::Scope;

use super::store::store;

/// In the context of an owner that reads a scope of its own.
#[derive(Clone)]
struct Within(ArcRwSignal<Option<Scope>>);

/// Runs `read`, whose lists are those of `scope`; while that is `None`, nothing is read. They live until the calling owner
/// is cleaned up.
pub fn within<T>(scope: ArcRwSignal<Option<Scope>>, read: impl FnOnce() -> T) -> T {
    let owner = Owner::new();
    let made = owner.with(|| {
        provide_context(Within(scope));
        read()
    });
    // The owner would be cleaned up as soon as nobody holds it.
    on_cleanup(move || drop(owner));
    made
}

/// The scope to read under the current owner: the one that is shown, unless [`within`] sets another.
pub(super) fn scope_of_owner() -> ArcRwSignal<Option<Scope>> {
    match use_context() {
        Some(Within(scope)) => scope,
        None => store().scope.clone(),
    }
}
