//! Preferences in `localStorage`: appearance, two switches, what belongs to them, and named views. Never a token, and of a cloud only
//! the ids of users, and what people type into a view that they save.

/// A preference. A closed list, so that nothing else is stored by mistake.
#[derive(Clone, Copy)]
pub enum Preference {
    /// The language, e.g. `ko`.
    Language,
    /// `light` or `dark`; absent: as the system.
    Theme,
    /// `roomy`; absent: dense.
    Density,
    /// `on`: changes are blocked; absent: they are allowed.
    ReadOnly,
    /// The ids of the users whose last known lists are kept in this browser, one a line; absent: nobody's.
    KeepLists,
    /// The id of the user who was last signed in, if their lists are kept; absent: nobody's list is shown without a network.
    ListsShown,
    /// Which of those lists are still to be removed ([`cloud::last_known::removal`]); absent: none.
    ListsToRemove,
    /// `on`: this browser may have stored runs of many actions; absent: it has none.
    Runs,
    /// Of which projects those are still to be removed ([`cloud::last_known::removal`]); absent: none.
    RunsToRemove,
    /// The handles of sessions that somebody signed out of and that the gateway has not ended yet, one a line; absent: none.
    SignedOut,
    /// Named views of the table of instances ([`view::named`]); absent: none.
    Views,
    /// `utc`; absent: dates in the person's time zone.
    Time,
}

impl Preference {
    /// The key, with `maru.` because other apps may share the origin.
    fn key(self) -> &'static str {
        match self {
            Preference::Language => "maru.language",
            Preference::Theme => "maru.theme",
            Preference::Density => "maru.density",
            Preference::ReadOnly => "maru.read-only",
            Preference::KeepLists => "maru.keep-lists",
            Preference::ListsShown => "maru.lists-shown",
            Preference::ListsToRemove => "maru.lists-to-remove",
            Preference::Runs => "maru.runs",
            Preference::RunsToRemove => "maru.runs-to-remove",
            Preference::SignedOut => "maru.signed-out",
            Preference::Views => "maru.views",
            Preference::Time => "maru.time",
        }
    }
}

/// A stored preference; `None` also if the browser refuses storage (private windows, blocked cookies).
pub fn preference(which: Preference) -> Option<String> {
    store()?.get_item(which.key()).ok()?
}

/// Stores a preference; false if the browser refuses, or has no room left.
pub fn stored(which: Preference, value: &str) -> bool {
    store().is_some_and(|store| store.set_item(which.key(), value).is_ok())
}

/// Stores a preference, or removes it for `None`. If the browser refuses, the choice lasts as long as the page.
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
