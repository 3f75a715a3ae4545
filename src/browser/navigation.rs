//! Going from page to page, held back where something was typed. Closing the tab is for `leaving`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

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
    id: u32,
    _clicks: Option<Listener>,
}

/// Asked when the browser's back or forward button was pressed; true holds the page.
type Back = Rc<dyn Fn() -> bool>;

thread_local! {
    static BACKS: RefCell<Vec<(u32, Back)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Called once, before the router is there: an event of the window reaches its listeners in the order they came, in
/// whichever phase, and the router's would have taken the page away already.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let listener = Listener::new(&window, "popstate", |event| {
        let backs: Vec<Back> = BACKS.with_borrow(|backs| backs.iter().map(|(_, back)| back.clone()).collect());
        if backs.iter().any(|back| back()) {
            event.stop_immediate_propagation();
        }
    });
    // For as long as the page lives.
    std::mem::forget(listener);
}

/// While `holds` says so, no link and no button of the browser leads away: `ask` is told instead.
pub fn guard(holds: impl Fn() -> bool + Clone + 'static, ask: impl Fn(Leaving) + Clone + 'static) -> Guard {
    let (held, asked) = (holds.clone(), ask.clone());
    // In the capture phase, and so before the router.
    let clicks = web_sys::window().map(|window| {
        Listener::new(&window, "click", move |event| {
            if let Some(to) = link(&event).filter(|_| held()) {
                event.prevent_default();
                event.stop_immediate_propagation();
                asked(Leaving::To(to));
            }
        })
    });
    let here = address();
    let back = move || {
        let held = holds();
        if held {
            // The browser has gone already: the page is put back where it was, before the router notices.
            push(&here);
            ask(Leaving::Back);
        }
        held
    };
    let id = NEXT.replace(NEXT.get().wrapping_add(1));
    BACKS.with_borrow_mut(|backs| backs.push((id, Rc::new(back))));
    Guard { id, _clicks: clicks }
}

impl Drop for Guard {
    fn drop(&mut self) {
        BACKS.with_borrow_mut(|backs| backs.retain(|(id, _)| *id != self.id));
    }
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
