//! Preferences kept in `localStorage`. How things look, and the read-only switch: never a token, never what a cloud said.

/// What is kept. A closed list, so that nothing else can slip in.
#[derive(Clone, Copy)]
pub enum Preference {
    /// The language, e.g. `ko`.
    Language,
    /// `light` or `dark`; absent: as the system says.
    Theme,
    /// `roomy`; absent: dense.
    Density,
    /// `on`: changes are blocked; absent: they are not.
    ReadOnly,
    /// `utc`; absent: dates in the person's own zone.
    Time,
}

impl Preference {
    /// The key; `maru.` because one origin may host other things.
    fn key(self) -> &'static str {
        match self {
            Preference::Language => "maru.language",
            Preference::Theme => "maru.theme",
            Preference::Density => "maru.density",
            Preference::ReadOnly => "maru.read-only",
            Preference::Time => "maru.time",
        }
    }
}

/// What was kept; `None` also where the browser refuses storage (private windows, blocked cookies).
pub fn preference(which: Preference) -> Option<String> {
    store()?.get_item(which.key()).ok()?
}

/// Keeps it, or forgets it for `None`. A browser that refuses is not an error: the choice then lasts for this page.
pub fn keep_preference(which: Preference, value: Option<&str>) {
    let Some(store) = store() else { return };
    let _ = match value {
        Some(value) => store.set_item(which.key(), value),
        None => store.remove_item(which.key()),
    };
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
