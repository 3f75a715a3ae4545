//! Moving the focus, and scrolling things into view.

use std::cell::Cell;
use std::sync::Arc;

use wasm_bindgen::JsCast;

/// Focuses the first element that matches a CSS selector; does nothing when there is none.
pub fn focus(selector: &str) {
    try_focus(selector);
}

/// Focuses the heading of the page; false if there is none. Only headings with `tabindex`: the hidden one of `index.html`
/// and that of a placeholder have none.
pub fn focus_heading() -> bool {
    let found = try_focus("#content h1[tabindex]");
    ON_HEADING.set(found);
    found
}

/// Called when a heading was drawn: it takes the focus if the previous heading had it and was removed.
pub fn keep_heading() {
    if ON_HEADING.get() {
        leptos::prelude::request_animation_frame(|| {
            if active().is_none_or(|active| active.tag_name() == "BODY") {
                focus_heading();
            }
        });
    }
}

thread_local! {
    /// Whether the last thing focused was the heading of a page.
    static ON_HEADING: Cell<bool> = const { Cell::new(false) };
}

/// Scrolls to the element with an id, if it is not in view. The focus stays where it is.
pub fn scroll_to(id: &str) {
    if let Some(element) = super::document::document().and_then(|document| document.get_element_by_id(id)) {
        let to = web_sys::ScrollIntoViewOptions::new();
        to.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&to);
    }
}

/// [`focus`]; false if nothing matches.
fn try_focus(selector: &str) -> bool {
    let found = super::document::document().and_then(|document| document.query_selector(selector).ok().flatten());
    found.as_ref().map(focus_element).is_some()
}

/// Focuses an element.
pub fn focus_element(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // Fails only for elements that are gone.
        let _ = element.focus();
    }
}

/// Focuses the first field marked `aria-invalid`, after the page has drawn the marks.
pub fn focus_first_error() {
    leptos::prelude::request_animation_frame(|| focus("[aria-invalid=true]"));
}

/// The value if the check succeeded; otherwise focuses the first field with an error.
pub fn valid<T, E>(checked: Result<T, E>) -> Option<T> {
    if checked.is_err() {
        focus_first_error();
    }
    checked.ok()
}

/// The text if it is not empty; otherwise focuses the first field with an error.
pub fn filled(text: String) -> Option<String> {
    valid(if text.is_empty() { Err(()) } else { Ok(text) })
}

/// The element that has the focus.
pub fn active() -> Option<web_sys::Element> {
    super::document::document()?.active_element()
}

/// The id of the table row with the focus inside, without `prefix` and a dash.
pub fn row_inside(prefix: &str) -> Option<Arc<str>> {
    row_around(&active()?, prefix)
}

fn row_around(element: &web_sys::Element, prefix: &str) -> Option<Arc<str>> {
    let row = element.closest("tr[id]").ok().flatten()?;
    row.id().strip_prefix(prefix)?.strip_prefix('-').map(Arc::from)
}

/// Whether a grid itself has the focus.
pub fn in_grid() -> bool {
    active().is_some_and(|active| active.matches("[role=grid]").unwrap_or(false))
}

/// Moves the focus to the grid around it.
pub fn focus_grid() {
    if let Some(grid) = active().and_then(|active| active.closest("[role=grid]").ok().flatten()) {
        focus_element(&grid);
    }
}

/// Moves the focus to the grid in which an event happened.
pub fn focus_around(event: &web_sys::Event) {
    let met = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(grid) = met.and_then(|met| met.closest("[role=grid]").ok().flatten()) {
        focus_element(&grid);
    }
}

/// The links and buttons inside `#id`, in order.
pub fn controls(id: &str) -> Vec<web_sys::Element> {
    let element = super::document::document().and_then(|document| document.get_element_by_id(id));
    element.map(|element| all(&element, "a[href], button")).unwrap_or_default()
}

/// The elements below `root` that match, in order.
pub fn all(root: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

/// Presses the first element inside `#id` that matches, as if clicked.
pub fn press_inside(id: &str, selector: &str) {
    let inside = super::document::document().and_then(|document| document.get_element_by_id(id));
    let found = inside.and_then(|element| element.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        element.click();
    }
}

/// Scrolls the first element that matches into view, after the page has drawn it.
pub fn reveal(selector: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        let found = super::document::document().and_then(|document| document.query_selector(selector).ok().flatten());
        if let Some(element) = found {
            element.scroll_into_view_with_bool(false);
        }
    });
}

/// Whether a click hit something that handles it: a link, a button, a field.
pub fn on_control(event: &web_sys::MouseEvent) -> bool {
    on(event, "a, button, input, select, summary, label")
}

/// Whether an event happened inside an element that matches.
pub fn on(event: &web_sys::Event, selector: &str) -> bool {
    let met = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    met.is_some_and(|met| met.closest(selector).ok().flatten().is_some())
}

/// The id of the table row in which an event happened, without `prefix` and a dash.
pub fn row_of(event: &web_sys::Event, prefix: &str) -> Option<Arc<str>> {
    let met = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    row_around(&met, prefix)
}

/// Whether text of the page is selected.
pub fn text_marked() -> bool {
    let marked = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    marked.is_some_and(|marked| !marked.is_collapsed())
}

/// Whether an event happened on an `<input>` of one of these types.
pub fn on_input_of(event: &web_sys::Event, types: &[&str]) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some_and(|input| types.contains(&input.type_().as_str()))
}

/// Focuses the element number `at`, from 0, of all that match.
pub fn focus_nth(selector: &str, at: usize) {
    let root = super::document::document().and_then(|document| document.document_element());
    if let Some(element) = root.and_then(|root| all(&root, selector).into_iter().nth(at)) {
        focus_element(&element);
    }
}

/// Moves the focus by `step` places among the elements that match, at most to the first or last.
pub fn step(selector: &str, step: isize) {
    let root = super::document::document().and_then(|document| document.document_element());
    let found = root.map(|root| all(&root, selector)).unwrap_or_default();
    let active = active();
    let at = found.iter().position(|element| active.as_ref() == Some(element));
    let to = at.map_or(0, |at| at.saturating_add_signed(step).min(found.len().saturating_sub(1)));
    if let Some(element) = found.get(to) {
        focus_element(element);
    }
}

/// Whether keys are text input now: the focus is in a field, or a dialog is open.
pub fn typing() -> bool {
    let in_field = active().is_some_and(|active| active.matches("input, textarea, select").unwrap_or(false));
    let dialog =
        super::document::document().and_then(|document| document.query_selector("dialog[open]").ok().flatten());
    in_field || dialog.is_some()
}
