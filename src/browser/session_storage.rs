//! What is stored for this tab only: the session, if the person ticked the box, and the creates under way, so that they can
//! be followed after a reload.

const KEY: &str = "maru.session";
const UNDER_WAY: &str = "maru.creates";

/// The stored session.
pub fn kept() -> Option<String> {
    store()?.get_item(KEY).ok()?
}

/// Stores it. If the browser refuses, the session ends with the page.
pub fn keep(text: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(KEY, text);
    }
}

/// Removes it.
pub fn forget() {
    if let Some(store) = store() {
        let _ = store.remove_item(KEY);
    }
}

/// The journal of creates under way; it contains no secrets.
pub fn under_way() -> Option<String> {
    store()?.get_item(UNDER_WAY).ok()?
}

/// Stores the journal; `None` removes it.
pub fn keep_under_way(notes: Option<&str>) {
    if let Some(store) = store() {
        let _ = match notes {
            Some(notes) => store.set_item(UNDER_WAY, notes),
            None => store.remove_item(UNDER_WAY),
        };
    }
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
