//! The state of the table, which is in its address: search, filters, order, and the search in the cloud.

use view::instances::Filter;
use view::query::{join, only};

use crate::routes::Route;
use crate::routes::listed::{self, InAddress, Query};

/// What the address contains.
#[derive(Clone, PartialEq)]
pub struct Asked {
    filter: Filter,
    /// The part that is read elsewhere: the search in the cloud, or on the page of all projects the scopes that are left
    /// out.
    asked: String,
}

impl Query for Asked {
    fn to_query(&self) -> String {
        let mut query = self.filter.to_query();
        join(&mut query, &self.asked);
        query
    }
}

/// The state of the table, kept in step with its address.
#[derive(Clone, Copy)]
pub struct Shown(InAddress<Asked>);

/// Reads the address of a page now, and whenever it changes by itself (a link, "back"). `asked`: the prefix of the names of
/// the parameters that are read elsewhere.
pub fn follow(page: Route, asked: &'static str) -> Shown {
    Shown(listed::follow(page, move |query| Asked { filter: Filter::of_query(query), asked: only(query, asked) }))
}

impl Shown {
    /// Reads the filter; tracked.
    pub fn with<T>(self, look: impl FnOnce(&Filter) -> T) -> T {
        self.0.with(|shown| look(&shown.filter))
    }

    /// The parameters that are read elsewhere, such as the search in the cloud; empty if there are none. Tracked.
    pub fn asked(self) -> String {
        self.0.with(|shown| shown.asked.clone())
    }

    /// Changes those parameters; an empty text removes them.
    pub fn ask(self, asked: String) {
        self.0.change_now(|shown| shown.asked = asked);
    }

    /// Changes the filter at once, and the address a moment later.
    pub fn change(self, how: impl FnOnce(&mut Filter)) {
        self.0.change(|shown| how(&mut shown.filter));
    }

    /// Removes search and filters.
    pub fn clear(self) {
        self.change(|filter| *filter = Filter { sort: filter.sort, ..Filter::default() });
    }

    /// Writes a change that waits, before the page is left.
    pub fn flush(self) {
        self.0.flush();
    }
}
