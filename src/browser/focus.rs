//! Moving the focus, and bringing things into view.

use wasm_bindgen::JsCast;

/// Focuses the first element that matches a CSS selector; does nothing when there is none.
pub fn focus(selector: &str) {
    let found = super::document::document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        focus_element(&element);
    }
}

/// Focuses an element without scrolling twice.
pub fn focus_element(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // Only fails for elements that are gone.
        let _ = element.focus();
    }
}

/// Focuses the first field marked `aria-invalid`, after the page has drawn the marks.
pub fn focus_first_error() {
    leptos::prelude::request_animation_frame(|| focus("[aria-invalid=true]"));
}

/// What has the focus now.
pub fn active() -> Option<web_sys::Element> {
    super::document::document()?.active_element()
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
