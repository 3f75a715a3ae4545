//! The saved views of this browser.

use std::cell::RefCell;

use view::named::{self, Named, Problem};

use super::menu::normal;
use crate::browser::storage::{self, Preference};

thread_local! {
    /// What the browser refused to store: it lasts as long as the page.
    static IN_PAGE: RefCell<Option<Vec<Named>>> = const { RefCell::new(None) };
}

/// The saved views, or why they are not shown.
pub fn read() -> Result<Vec<Named>, Problem> {
    if let Some(views) = IN_PAGE.with_borrow(Clone::clone) {
        return Ok(views);
    }
    match storage::preference(Preference::Views) {
        Some(text) => named::read(&text, normal),
        None => Ok(Vec::new()),
    }
}

/// The saved views; none if they cannot be read.
pub fn views() -> Vec<Named> {
    read().unwrap_or_default()
}

/// Keeps the views; false: only as long as the page.
pub fn write(views: &[Named]) -> bool {
    let stored = storage::stored(Preference::Views, &named::write(views));
    IN_PAGE.set((!stored).then(|| views.to_vec()));
    stored
}
