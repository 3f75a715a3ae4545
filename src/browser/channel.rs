//! Messages between the open tabs of this site. Only pages of the same origin receive them, and none is stored.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use super::document;

type Listener = Rc<dyn Fn(&str)>;

thread_local! {
    /// `None` in browsers without `BroadcastChannel`: each tab is then on its own.
    static CHANNEL: Option<BroadcastChannel> = open();
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
    static HEARD: Cell<bool> = const { Cell::new(false) };
}

/// A second Maru below another path of the same origin has a channel of its own. A message may be megabytes long, so it is
/// converted to a Rust string only once, for all listeners.
fn open() -> Option<BroadcastChannel> {
    let channel = BroadcastChannel::new(&["maru", document::base_path()].concat()).ok()?;
    let heard = EventListener::new(&channel, "message", |event| {
        let Some(text) = event.unchecked_ref::<MessageEvent>().data().as_string() else { return };
        HEARD.set(true);
        let listeners = LISTENERS.with_borrow(Clone::clone);
        listeners.iter().for_each(|listener| listener(&text));
    });
    heard.forget();
    Some(channel)
}

/// Sends to all other tabs.
pub fn tell(text: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // Fails only on a closed channel, and this one is never closed.
            let _ = channel.post_message(&text.into());
        }
    });
}

/// Receives what other tabs send, as long as the page lives.
pub fn listen(heard: impl Fn(&str) + 'static) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(Rc::new(heard)));
    CHANNEL.with(|_| {});
}

/// Whether another tab has sent anything, as each does when it starts. Without one, long messages need not be built.
pub fn is_heard() -> bool {
    HEARD.get()
}
