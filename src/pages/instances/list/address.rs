//! The state of the table, which is in its address: search, order, and the search in the cloud.

use leptos::prelude::*;
use view::instances::{Column, FIELDS, Needs, Search};
use view::query::{join, only};

use crate::routes::Route;
use crate::routes::listed::{self, InAddress, Query};
use crate::ui::Searching;

/// What the address contains.
#[derive(Clone, PartialEq)]
pub struct Asked {
    search: Search,
    /// The part that is read elsewhere: the search in the cloud, or on the page of all projects the scopes that are left
    /// out.
    asked: String,
}

impl Query for Asked {
    fn to_query(&self) -> String {
        let mut query = self.search.to_query();
        join(&mut query, &self.asked);
        query
    }
}

/// The state of the table, kept in step with its address.
#[derive(Clone, Copy)]
pub struct Shown {
    address: InAddress<Asked>,
    /// The search, for the box, the filter menus and the rows.
    pub searching: Searching,
    /// Set by what needs the names of images: not only a search does.
    images: RwSignal<bool>,
}

/// Reads the address of a page now, and whenever it changes by itself (a link, "back"). `asked`: the prefix of the names of
/// the parameters that are read elsewhere.
pub fn follow(page: Route, asked: &'static str) -> Shown {
    let read = move |query: &str| Asked { search: Search::of_query(query), asked: only(query, asked) };
    let address = listed::follow(page, read);
    let text = Signal::derive(move || address.with(|shown| shown.search.text.clone()));
    let searching = Searching::new(FIELDS, text, move |text| address.change(|shown| shown.search.text = text));
    Shown { address, searching, images: RwSignal::new(false) }
}

impl Shown {
    /// Reads search and order; tracked.
    pub fn with<T>(self, look: impl FnOnce(&Search) -> T) -> T {
        self.address.with(|shown| look(&shown.search))
    }

    /// What must be known of other resources.
    pub fn needs(self) -> Memo<Needs> {
        Memo::new(move |_| {
            let needs = self.with(Search::needs);
            Needs { images: needs.images || self.images.get(), ..needs }
        })
    }

    /// The chosen columns; none: as usual.
    pub fn columns(self) -> Memo<Vec<Column>> {
        Memo::new(move |_| self.with(|search| search.columns.clone()))
    }

    /// Shows another view, and changes the address at once.
    pub fn show(self, how: impl FnOnce(&mut Search)) {
        self.address.change_now(|shown| how(&mut shown.search));
    }

    /// The names of images are needed from now on.
    pub fn needs_images(self) {
        self.images.set(true);
    }

    /// The parameters that are read elsewhere, such as the search in the cloud; empty if there are none. Tracked.
    pub fn asked(self) -> String {
        self.address.with(|shown| shown.asked.clone())
    }

    /// Changes those parameters; an empty text removes them.
    pub fn ask(self, asked: String) {
        self.address.change_now(|shown| shown.asked = asked);
    }

    /// Changes search or order at once, and the address a moment later.
    pub fn change(self, how: impl FnOnce(&mut Search)) {
        self.address.change(|shown| how(&mut shown.search));
    }

    /// Removes the search.
    pub fn clear(self) {
        self.change(|search| search.text.clear());
    }

    /// Writes a change that waits, before the page is left.
    pub fn flush(self) {
        self.address.flush();
    }
}
