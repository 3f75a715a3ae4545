//! What the table shows, as its address says it: search, filters and order, and what the cloud itself is asked.

use view::instances::Filter;
use view::query::{join, only};

use crate::routes::Route;
use crate::routes::listed::{self, InAddress, Query};

/// What stands in the address.
#[derive(Clone, PartialEq)]
pub struct Asked {
    filter: Filter,
    /// Its part of the address that is read elsewhere: what the cloud itself is asked to find, or on the page of all
    /// projects which are left out.
    asked: String,
}

impl Query for Asked {
    fn to_query(&self) -> String {
        let mut query = self.filter.to_query();
        join(&mut query, &self.asked);
        query
    }
}

/// What is shown, and how it gets into the address.
#[derive(Clone, Copy)]
pub struct Shown(InAddress<Asked>);

/// Takes what the address of a page says, now and whenever it changes by itself (a link, "back"). `asked`: how the names of
/// the pairs begin that are read elsewhere.
pub fn follow(page: Route, asked: &'static str) -> Shown {
    Shown(listed::follow(page, move |query| Asked { filter: Filter::of_query(query), asked: only(query, asked) }))
}

impl Shown {
    /// Looks at it; followed.
    pub fn with<T>(self, look: impl FnOnce(&Filter) -> T) -> T {
        self.0.with(|shown| look(&shown.filter))
    }

    /// The pairs that are read elsewhere: what the cloud itself is asked to find; empty: nothing. Followed.
    pub fn asked(self) -> String {
        self.0.with(|shown| shown.asked.clone())
    }

    /// Changes those pairs: asks the cloud itself, or with an empty text no more.
    pub fn ask(self, asked: String) {
        self.0.change_now(|shown| shown.asked = asked);
    }

    /// Changes it: seen at once, in the address a moment later.
    pub fn change(self, how: impl FnOnce(&mut Filter)) {
        self.0.change(|shown| how(&mut shown.filter));
    }

    /// Shows all again.
    pub fn clear(self) {
        self.change(|filter| *filter = Filter { sort: filter.sort, ..Filter::default() });
    }

    /// Writes what waits, before the page is left.
    pub fn flush(self) {
        self.0.flush();
    }
}
