//! What is kept for this tab only, and ends with it: the session, when the person ticked it, and which creates are under
//! way, so that a reload can tell of them.

const KEY: &str = "maru.session";
const UNDER_WAY: &str = "maru.creates";

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

/// The notes of what is under way; there are no secrets in them.
pub fn under_way() -> Option<String> {
    store()?.get_item(UNDER_WAY).ok()?
}

/// Keeps them; `None`: there are none.
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
