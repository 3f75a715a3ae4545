//! What the open tabs of this site tell each other. Only pages of the same origin hear it, and nothing of it is kept.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use super::document;

thread_local! {
    /// `None` where the browser has no such thing: each tab is then on its own.
    static CHANNEL: Option<BroadcastChannel> = open();
}

/// Another Maru below another path of the same origin has its own.
fn open() -> Option<BroadcastChannel> {
    BroadcastChannel::new(&["maru", document::base_path()].concat()).ok()
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
pub fn listen(heard: impl Fn(String) + 'static) {
    CHANNEL.with(|channel| {
        let Some(channel) = channel else { return };
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(text);
            }
        });
        // Fails only for what is no event target.
        let _ = channel.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        listener.forget();
    });
}
