//! Going from page to page, held back where something was typed. Closing the tab is for `leaving`.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, MouseEvent};

/// Where the person was about to go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Leaving {
    /// To this address of the app.
    To(String),
    /// Wherever the browser's back (or forward) button leads.
    Back,
}

/// Holds the page; dropping it lets go.
pub struct Guard {
    _listeners: Vec<Listener>,
}

/// While `holds` says so, no link and no button of the browser leads away: `ask` is told instead.
pub fn guard(holds: impl Fn() -> bool + Clone + 'static, ask: impl Fn(Leaving) + Clone + 'static) -> Guard {
    let mut listeners = Vec::new();
    let Some(window) = web_sys::window() else { return Guard { _listeners: listeners } };
    let (held, asked) = (holds.clone(), ask.clone());
    // In the capture phase, and so before the router.
    listeners.push(Listener::new(&window, "click", move |event| {
        if let Some(to) = link(&event).filter(|_| held()) {
            event.prevent_default();
            event.stop_immediate_propagation();
            asked(Leaving::To(to));
        }
    }));
    let here = address();
    listeners.push(Listener::new(&window, "popstate", move |event| {
        if holds() {
            event.stop_immediate_propagation();
            // The browser has gone already: the page is put back where it was, before the router notices.
            push(&here);
            ask(Leaving::Back);
        }
    }));
    Guard { _listeners: listeners }
}

/// Goes back, after the guard was told to let go.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Fails only where there is no history.
        let _ = history.back();
    }
}

struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(target: &EventTarget, event: &'static str, callback: impl FnMut(Event) + 'static) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_bool(event, function, true);
        Self { target: target.clone(), event, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, function, true);
    }
}

/// The address within the app that a plain click leads to; none for new tabs, downloads, other sites and this very page.
fn link(event: &Event) -> Option<String> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    if mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key() {
        return None;
    }
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let anchor = element.closest("a[href]").ok().flatten()?.dyn_into::<HtmlAnchorElement>().ok()?;
    let elsewhere = !anchor.target().is_empty() || anchor.has_attribute("download");
    let within = anchor.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    let location = web_sys::window()?.location();
    if elsewhere || within || anchor.origin() != location.origin().ok()? {
        return None;
    }
    let to = [anchor.pathname(), anchor.search(), anchor.hash()].concat();
    (to != address()).then_some(to)
}

fn address() -> String {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return String::new() };
    let parts = [location.pathname(), location.search(), location.hash()];
    parts.into_iter().map(Result::unwrap_or_default).collect()
}

fn push(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}
