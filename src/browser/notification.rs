//! Desktop notifications. Only asked for when the person wants them.

use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

/// Whether the browser has them, here.
pub fn is_possible() -> bool {
    let window = web_sys::window().map(wasm_bindgen::JsValue::from);
    let has = |window| js_sys::Reflect::get(&window, &"Notification".into()).is_ok_and(|class| class.is_function());
    window.is_some_and(has)
}

/// Asks the person for permission, unless that has been answered; `false` if it is refused.
pub async fn ask() -> bool {
    if !is_possible() {
        return false;
    }
    if let Ok(asking) = Notification::request_permission() {
        // Whatever it says, the permission is what counts.
        let _ = JsFuture::from(asking).await;
    }
    Notification::permission() == NotificationPermission::Granted
}

/// Shows one, if that is allowed.
pub fn show(title: &str, text: &str) {
    if is_possible() && Notification::permission() == NotificationPermission::Granted {
        let options = NotificationOptions::new();
        options.set_body(text);
        // Some phones allow them only in a service worker.
        let _ = Notification::new_with_options(title, &options);
    }
}
