//! How each list was left: what its address said, how far it was scrolled, which row was active. Whoever comes back to the
//! same address (by "back", or by the link above the page of one thing) finds the list as it was. Kept in memory only.

use std::cell::RefCell;
use std::sync::Arc;

use view::routes::Route;

/// How a list was left.
#[derive(Clone, Default)]
pub struct Left {
    query: String,
    /// How far it was scrolled, in CSS pixels.
    pub top: f64,
    /// The active row.
    pub active: Option<Arc<str>>,
    /// The keyboard was in the table.
    pub focused: bool,
}

thread_local! {
    /// By the list's address, which names its scope.
    static LEFT: RefCell<Vec<(String, Left)>> = const { RefCell::new(Vec::new()) };
}

/// How a list was left; from its beginning if it never was.
pub fn left(list: &Route) -> Left {
    let list = super::href(list);
    LEFT.with_borrow(|all| all.iter().find(|(of, _)| *of == list).map(|(_, left)| left.clone()).unwrap_or_default())
}

/// A list shows what this query says. Another query is another list: it begins at its first row.
pub fn shows(list: &Route, query: String) {
    change(list, |left| {
        if left.query != query {
            *left = Left { query, ..Left::default() };
        }
    });
}

/// The list is left at this place.
pub fn leave(list: &Route, top: f64, active: Option<Arc<str>>, focused: bool) {
    change(list, |left| (left.top, left.active, left.focused) = (top, active, focused));
}

/// The address of a list as it was last shown.
pub fn href(list: &Route) -> String {
    let mut href = super::href(list);
    let query = left(list).query;
    if !query.is_empty() {
        href.push('?');
        href.push_str(&query);
    }
    href
}

/// Somebody else signs in.
pub fn forget() {
    LEFT.with_borrow_mut(Vec::clear);
}

fn change(list: &Route, how: impl FnOnce(&mut Left)) {
    let list = super::href(list);
    LEFT.with_borrow_mut(|all| {
        if let Some((_, left)) = all.iter_mut().find(|(of, _)| *of == list) {
            return how(left);
        }
        let mut left = Left::default();
        how(&mut left);
        all.push((list, left));
    });
}
