//! Search, filters and order of a list stand in the address: a link shows the same table, and "back" comes back to it.
//! Changing them writes over the present entry of the history, so that "back" leaves the table rather than undoing letters.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use view::listing::Listing;

use crate::reactive::Signal;

/// Typing writes the address when it pauses: browsers refuse more than some hundred writes in half a minute.
const PAUSE: Duration = Duration::from_millis(250);

/// What is shown of a list, and how it gets into the address.
#[derive(Clone, Copy)]
pub struct Listed {
    listing: RwSignal<Listing>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    write: Callback<String>,
}

/// Takes what the address says, now and whenever it changes by itself (a link, "back"). `names` are the filters there are.
pub fn follow(names: &'static [&'static str]) -> Listed {
    let query = super::query();
    let listing = RwSignal::new(Listing::of_query(names, &query.get_untracked()));
    let listed = Listed { listing, waiting: StoredValue::new(None), write: super::set_query() };
    Effect::new(move |before: Option<String>| {
        let now = query.get();
        let read = Listing::of_query(names, &now);
        // Not what this page has just written itself.
        let new = before.is_some_and(|before| before != now);
        if new && listing.with_untracked(|listing| *listing != read) {
            listed.stop_waiting();
            listing.set(read);
        }
        now
    });
    on_cleanup(move || _ = listed.stop_waiting());
    listed
}

impl Listed {
    /// As it is; followed.
    pub fn get(self) -> Listing {
        self.listing.get()
    }

    /// Looks at it; followed.
    pub fn with<T>(self, look: impl FnOnce(&Listing) -> T) -> T {
        self.listing.with(look)
    }

    /// What a filter is set to; empty: all rows.
    pub fn picked(self, name: &'static str) -> Signal<String> {
        Signal::derive(move || self.with(|listing| listing.picked(name).to_owned()))
    }

    /// Changes it: seen at once, in the address a moment later.
    pub fn change(self, how: impl FnOnce(&mut Listing)) {
        self.listing.update(how);
        self.stop_waiting();
        let timer = set_timeout_with_handle(move || self.flush(), PAUSE);
        self.waiting.set_value(timer.ok());
    }

    /// Shows all rows again.
    pub fn clear(self) {
        self.change(|listing| *listing = listing.cleared());
    }

    /// Writes what waits: before the page is left, so that "back" comes to what was shown.
    pub fn flush(self) {
        if self.stop_waiting() {
            self.write.run(self.listing.with_untracked(Listing::to_query));
        }
    }

    /// Forgets the timer; whether there was one.
    fn stop_waiting(self) -> bool {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(timer) = &waiting {
            timer.clear();
        }
        waiting.is_some()
    }
}
