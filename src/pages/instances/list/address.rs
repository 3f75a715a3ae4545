//! Search, filters and order stand in the address: a link shows the same table, and "back" comes back to it. Changing
//! them writes over the present entry of the history, so that "back" leaves the table rather than undoing letters.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use view::instances::{ASKED, Filter};
use view::query::{join, only};

use crate::routes;

/// Typing writes the address when it pauses: browsers refuse more than some hundred writes in half a minute.
const PAUSE: Duration = Duration::from_millis(250);

/// What is shown, and how it gets into the address.
#[derive(Clone, Copy)]
pub struct Shown {
    filter: RwSignal<Filter>,
    /// What the cloud itself is asked to find, as its part of the address: it is read where it is asked.
    asked: RwSignal<String>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    write: Callback<String>,
}

impl Shown {
    /// As it is; tracked.
    pub fn get(self) -> Filter {
        self.filter.get()
    }

    /// What the cloud itself is asked to find; empty: nothing. Tracked.
    pub fn asked(self) -> String {
        self.asked.get()
    }

    /// Asks the cloud itself, or with an empty text no more.
    pub fn ask(self, asked: String) {
        stop_waiting(self);
        self.asked.set(asked);
        self.write.run(self.to_query());
    }

    fn to_query(self) -> String {
        let mut query = self.filter.with_untracked(Filter::to_query);
        self.asked.with_untracked(|asked| join(&mut query, asked));
        query
    }

    /// Looks at it; tracked.
    pub fn with<T>(self, look: impl FnOnce(&Filter) -> T) -> T {
        self.filter.with(look)
    }
}

/// Takes what the address says, now and whenever it changes by itself (a link, "back").
pub fn follow() -> Shown {
    let query = routes::query();
    let filter = RwSignal::new(Filter::of_query(&query.get_untracked()));
    let asked = RwSignal::new(only(&query.get_untracked(), ASKED));
    let shown = Shown { filter, asked, waiting: StoredValue::new(None), write: routes::set_query() };
    Effect::new(move |before: Option<String>| {
        let now = query.get();
        // Not what this page has just written itself.
        let new = before.is_some_and(|before| before != now);
        let asks = only(&now, ASKED);
        if new && asked.with_untracked(|asked| *asked != asks) {
            asked.set(asks);
        }
        if new && filter.with_untracked(Filter::to_query) != Filter::of_query(&now).to_query() {
            stop_waiting(shown);
            filter.set(Filter::of_query(&now));
        }
        now
    });
    on_cleanup(move || _ = stop_waiting(shown));
    shown
}

/// Changes it: seen at once, in the address a moment later.
pub fn change(shown: Shown, how: impl FnOnce(&mut Filter)) {
    shown.filter.update(how);
    stop_waiting(shown);
    let timer = set_timeout_with_handle(move || flush(shown), PAUSE);
    shown.waiting.set_value(timer.ok());
}

/// Shows all again.
pub fn clear(shown: Shown) {
    change(shown, |filter| *filter = Filter { sort: filter.sort, ..Filter::default() });
}

/// Writes what waits: before the page is left, so that "back" comes to what was shown. A pressed link takes the focus out of
/// the search box or the table first.
pub fn flush(shown: Shown) {
    if stop_waiting(shown) {
        shown.write.run(shown.to_query());
    }
}

/// Forgets the timer; whether there was one.
fn stop_waiting(shown: Shown) -> bool {
    let waiting = shown.waiting.try_update_value(Option::take).flatten();
    if let Some(timer) = &waiting {
        timer.clear();
    }
    waiting.is_some()
}
