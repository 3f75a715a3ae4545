//! The one thing kept for this tab only, when the person ticked it: the session. It ends with the tab.

const KEY: &str = "maru.session";

/// What was kept.
pub fn kept() -> Option<String> {
    store()?.get_item(KEY).ok()?
}

/// Keeps it. A browser that refuses is not an error: the session then ends with the page.
pub fn keep(text: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(KEY, text);
    }
}

/// Forgets it.
pub fn forget() {
    if let Some(store) = store() {
        let _ = store.remove_item(KEY);
    }
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
