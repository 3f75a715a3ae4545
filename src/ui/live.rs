//! Type-erased closures for reactive attributes and views, so that all share one instance of generic code.

use leptos::prelude::*;
use std::sync::Arc;

/// A reactive attribute: `aria-busy=live(move || …)`.
pub fn live<T: 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Arc<dyn Fn() -> T + Send + Sync> {
    Arc::new(read)
}

/// A reactive piece of view: `{live_view(move || …into_any())}`.
pub fn live_view(draw: impl FnMut() -> AnyView + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(draw)
}

/// `"true"` or no attribute, for `aria-disabled`, `aria-invalid` and the like.
pub fn flag(on: Signal<bool>) -> Arc<dyn Fn() -> Option<&'static str> + Send + Sync> {
    live(move || on.get().then_some("true"))
}

/// A unique id for `aria-describedby` and the like.
pub fn fresh_id(prefix: &str) -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut id = String::from(prefix);
    id.push_str(&NEXT.fetch_add(1, Ordering::Relaxed).to_string());
    id
}

/// An empty view.
pub fn nothing() -> AnyView {
    ().into_any()
}
