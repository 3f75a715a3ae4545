//! Closures behind one concrete type each, so that a thousand reactive attributes share one piece of generated code.

use crate::reactive::Observed;
use leptos::prelude::*;
use std::sync::Arc;

/// A value that follows the signals it reads, for an attribute: `aria-busy=live(move || …)`.
pub fn live<T: 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Arc<dyn Fn() -> T + Send + Sync> {
    Arc::new(read)
}

/// A piece of view that follows the signals it reads: `{live_view(move || …into_any())}`.
pub fn live_view(draw: impl FnMut() -> AnyView + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(draw)
}

/// `"true"` or no attribute at all: for `aria-disabled`, `aria-invalid` and kin.
pub fn flag(on: Observed<bool>) -> Arc<dyn Fn() -> Option<&'static str> + Send + Sync> {
    live(move || on.get().then_some("true"))
}

/// A fresh id for `aria-describedby` and kin.
pub fn fresh_id(prefix: &str) -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut id = String::from(prefix);
    id.push_str(&NEXT.fetch_add(1, Ordering::Relaxed).to_string());
    id
}

/// An empty place.
pub fn nothing() -> AnyView {
    ().into_any()
}
