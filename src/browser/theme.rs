//! What the system says about the screen.

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// A phone: rows become cards. The same number stands in `style/table.css`.
pub const NARROW: &str = "(max-width: 640px)";

/// Width and height of what is visible, in CSS pixels.
pub fn viewport() -> (f64, f64) {
    let root = super::document::document().and_then(|document| document.document_element());
    root.map_or((0.0, 0.0), |root| (root.client_width().into(), root.client_height().into()))
}
