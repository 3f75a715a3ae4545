//! What the open tabs of this site tell each other. Only pages of the same origin hear it, and nothing of it is kept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use super::document;

type Listener = Rc<dyn Fn(&str)>;

thread_local! {
    /// `None` where the browser has no such thing: each tab is then on its own.
    static CHANNEL: Option<BroadcastChannel> = open();
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
    static HEARD: Cell<bool> = const { Cell::new(false) };
}

/// Another Maru below another path of the same origin has its own. A message may be megabytes long: it is taken over from
/// the browser once, for all listeners.
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

/// Tells all other tabs.
pub fn tell(text: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // Fails only once the channel is closed, which nobody does.
            let _ = channel.post_message(&text.into());
        }
    });
}

/// Hears what other tabs tell, for as long as the page lives.
pub fn listen(heard: impl Fn(&str) + 'static) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(Rc::new(heard)));
    CHANNEL.with(|_| {});
}

/// Whether another tab has told anything, as each does when it starts: what is long is not worth telling to nobody.
pub fn is_heard() -> bool {
    HEARD.get()
}
