//! The search, filters and order of a list are in its address: a link shows the same table, and "back" returns to it. A
//! change replaces the current entry of the history, so that "back" leaves the table instead of undoing single letters.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use view::listing::Listing;
use view::routes::Route;

use super::{Located, kept};

/// The address is written when typing pauses: browsers refuse more than a few hundred writes in half a minute.
const PAUSE: Duration = Duration::from_millis(250);

/// What the query of a list's address contains.
pub trait Query: Clone + PartialEq + Send + Sync + 'static {
    /// The query without `?`; defaults are left out.
    fn to_query(&self) -> String;
}

impl Query for Listing {
    fn to_query(&self) -> String {
        Listing::to_query(self)
    }
}

/// The state of a list, kept in step with its address.
pub struct InAddress<Q: Query> {
    now: RwSignal<Q>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    write: Callback<String>,
    list: StoredValue<Route>,
}

impl<Q: Query> Clone for InAddress<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Query> Copy for InAddress<Q> {}

/// Search, filters and order of most lists.
pub type Listed = InAddress<Listing>;

/// Reads the query of `list` now, and whenever it changes by itself (a link, "back").
pub fn follow<Q: Query>(list: Route, read: impl Fn(&str) -> Q + 'static) -> InAddress<Q> {
    let (query, route, located) = (super::query(), super::current(), super::located());
    let scope = located.get_untracked();
    let now = RwSignal::new(read(&query.get_untracked()));
    kept::shows(&list, now.with_untracked(Q::to_query));
    let listed = InAddress {
        now,
        waiting: StoredValue::new(None),
        write: super::set_query(),
        list: StoredValue::new(list.clone()),
    };
    Effect::new(move |before: Option<String>| {
        let query = query.get();
        // The address of another page, or of the same page in another scope, while this page is being removed.
        if route.get_untracked().page() != list || is_another(&scope, &located.get_untracked()) {
            return query;
        }
        let there = read(&query);
        // Not what this page has just written itself.
        let new = before.is_some_and(|before| before != query);
        if new && now.with_untracked(|now| *now != there) {
            listed.stop_waiting();
            kept::shows(&list, there.to_query());
            now.set(there);
        }
        query
    });
    on_cleanup(move || _ = listed.stop_waiting());
    listed
}

/// Whether the address names another scope than before. An address without a scope has been completed since.
fn is_another(before: &Located, now: &Located) -> bool {
    matches!((before, now), (Located::At(before), Located::At(now)) if before != now)
}

impl<Q: Query> InAddress<Q> {
    /// Reads the current state; tracked.
    pub fn with<T>(self, look: impl FnOnce(&Q) -> T) -> T {
        self.now.with(look)
    }

    /// The list.
    pub fn list(self) -> Route {
        self.list.get_value()
    }

    /// Changes the state at once, and the address a moment later.
    pub fn change(self, how: impl FnOnce(&mut Q)) {
        self.now.update(how);
        self.stop_waiting();
        let timer = set_timeout_with_handle(move || self.flush(), PAUSE);
        self.waiting.set_value(timer.ok());
    }

    /// Changes the state and the address at once.
    pub fn change_now(self, how: impl FnOnce(&mut Q)) {
        self.now.update(how);
        self.stop_waiting();
        self.put();
    }

    /// Writes a change that waits, so that "back" returns to what was shown. Called before the page is left: a pressed link
    /// first takes the focus out of the search box or the table.
    pub fn flush(self) {
        if self.stop_waiting() {
            self.put();
        }
    }

    fn put(self) {
        let query = self.now.with_untracked(Q::to_query);
        kept::shows(&self.list.get_value(), query.clone());
        self.write.run(query);
    }

    /// Stops the timer; returns whether there was one.
    fn stop_waiting(self) -> bool {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(timer) = &waiting {
            timer.clear();
        }
        waiting.is_some()
    }
}

impl Listed {
    /// The value of a filter; empty for all rows.
    pub fn picked(self, name: &'static str) -> Signal<String> {
        Signal::derive(move || self.with(|listing| listing.picked(name).to_owned()))
    }

    /// Removes search and filters.
    pub fn clear(self) {
        self.change(|listing| *listing = listing.cleared());
    }
}
