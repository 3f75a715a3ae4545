//! The scroll position and height of a scrolling box, read at most once a frame.

use crate::reactive::effect;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The visible part of a scrolling box, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Port {
    /// The scroll position.
    pub top: f64,
    /// The height.
    pub height: f64,
}

/// Follows the scroll position of a box, which is about to be `top`, and its size.
pub fn scrolling(node: NodeRef<html::Div>, top: f64) -> ReadSignal<Port> {
    let (port, set_port) = signal(Port { top, height: 800.0 });
    let waiting = StoredValue::new(false);
    let read = move || {
        if waiting.try_get_value() != Some(false) {
            return;
        }
        waiting.set_value(true);
        request_animation_frame(move || {
            if waiting.try_set_value(false).is_some() {
                return;
            }
            if let Some(node) = node.get_untracked() {
                let seen = Port { top: node.scroll_top().into(), height: node.client_height().into() };
                if port.get_untracked() != seen {
                    set_port.set(seen);
                }
            }
        });
    };
    effect(move || {
        let Some(node) = node.get() else { return };
        // Both closures live as long as the box, which is dropped with its page.
        let on_scroll = Closure::<dyn Fn()>::new(read).into_js_value();
        let _ = node.add_event_listener_with_callback("scroll", on_scroll.unchecked_ref());
        // The observer also reports once when the box is first laid out.
        if let Ok(observer) = web_sys::ResizeObserver::new(on_scroll.unchecked_ref()) {
            observer.observe(&node);
        }
    });
    port
}

/// Scrolls a box to a position.
pub fn scroll_to(node: NodeRef<html::Div>, top: f64) {
    if let Some(node) = node.try_get_untracked().flatten() {
        // Pixels of a page: far below 2^31.
        node.set_scroll_top(top as i32);
    }
}
