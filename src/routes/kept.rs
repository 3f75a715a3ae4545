//! The state in which each list was left: its query, scroll position and active row. Coming back to it (by "back", or by the
//! link above the page of one thing) restores it. In memory only.

use std::cell::RefCell;
use std::sync::Arc;

use view::routes::Route;
use view::selection::Selection;

/// The state in which a list was left.
#[derive(Clone, Default)]
pub struct Left {
    query: String,
    /// Scroll position, in CSS pixels.
    pub top: f64,
    /// The active row.
    pub active: Option<Arc<str>>,
    /// Whether the keyboard focus was in the table.
    pub focused: bool,
}

thread_local! {
    /// By the list's address, which contains its scope.
    static LEFT: RefCell<Vec<(String, Left)>> = const { RefCell::new(Vec::new()) };
    /// What was selected in the list that was left last.
    static SELECTED: RefCell<Option<(String, Selection<Arc<str>>)>> = const { RefCell::new(None) };
}

/// The state in which a list was left; the default if it was never open.
pub fn left(list: &Route) -> Left {
    let list = super::href(list);
    LEFT.with_borrow(|all| all.iter().find(|(of, _)| *of == list).map(|(_, left)| left.clone()).unwrap_or_default())
}

/// Notes the query that a list shows. With another query it begins at its first row.
pub fn shows(list: &Route, query: String) {
    change(list, |left| {
        if left.query != query {
            *left = Left { query, ..Left::default() };
        }
    });
}

/// Notes the state in which a list is left.
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

/// Notes what is selected in a list that is left.
pub fn leave_selected(list: &Route, selected: Selection<Arc<str>>) {
    SELECTED.set(Some((super::href(list), selected)));
}

/// What was selected in a list, if no other list with a selection was open since. So what is selected in one scope is
/// forgotten in another.
pub fn take_selected(list: &Route) -> Selection<Arc<str>> {
    let list = super::href(list);
    SELECTED.take().filter(|(of, _)| *of == list).map(|(_, selected)| selected).unwrap_or_default()
}

/// Forgets all lists: somebody else signs in.
pub fn forget() {
    LEFT.with_borrow_mut(Vec::clear);
    SELECTED.set(None);
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
