//! Asks before another page of the app replaces one with unsaved input. `leaving` does the same for closing the tab.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

/// Where the person wants to go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Leaving {
    /// To this address of the app.
    To(String),
    /// Back or forward in the history.
    Back,
}

/// Guards the page until it is dropped.
pub struct Guard {
    id: u32,
}

#[derive(Clone)]
struct Held {
    id: u32,
    /// The address of the guarded page.
    here: String,
    holds: Rc<dyn Fn() -> bool>,
    ask: Rc<dyn Fn(Leaving)>,
}

thread_local! {
    static HELD: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Called once, before the router starts: listeners of the window are called in the order they were added, in either phase,
/// and the router's would already have replaced the page.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let back = |event: &Event| {
        if let Some(held) = holding() {
            event.stop_immediate_propagation();
            // The browser has already gone: the address is restored before the router notices.
            push(&held.here);
            (held.ask)(Leaving::Back);
        }
    };
    let click = |event: &Event| {
        if link(event).is_some_and(|to| holds_back(&to)) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    EventListener::new_with_options(&window, "popstate", options, back).forget();
    EventListener::new_with_options(&window, "click", options, click).forget();
}

/// While `holds` returns true, links, menus and the browser's buttons do not leave the page: `ask` is called instead.
pub fn guard(holds: impl Fn() -> bool + 'static, ask: impl Fn(Leaving) + 'static) -> Guard {
    let id = NEXT.replace(NEXT.get().wrapping_add(1));
    let held = Held { id, here: address(), holds: Rc::new(holds), ask: Rc::new(ask) };
    HELD.with_borrow_mut(|all| all.push(held));
    Guard { id }
}

/// Whether a guard keeps the page from going to an address of the app; the person is then asked. For navigation without a
/// link, by a menu or a key.
pub fn holds_back(to: &str) -> bool {
    let held = holding().filter(|_| to != address());
    if let Some(held) = &held {
        (held.ask)(Leaving::To(to.to_owned()));
    }
    held.is_some()
}

fn holding() -> Option<Held> {
    let all = HELD.with_borrow(Clone::clone);
    all.into_iter().find(|held| (held.holds)())
}

impl Drop for Guard {
    fn drop(&mut self) {
        HELD.with_borrow_mut(|all| all.retain(|held| held.id != self.id));
    }
}

/// Goes back, once the guard is dropped.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Fails only without a history.
        let _ = history.back();
    }
}

/// The address of the app that a plain click leads to; `None` for new tabs, downloads, other sites and this page.
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
