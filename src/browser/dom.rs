//! The names of the browser's own events, elements and requests, for code that takes or fills them. What is done with
//! them beyond that belongs into this folder.

pub use wasm_bindgen::JsValue as Thrown;
pub use web_sys::{
    Element, Event, Headers, HtmlElement, KeyboardEvent, MouseEvent, Request, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect, SubmitEvent,
};

/// The browser's words for what it threw.
pub fn words(thrown: &Thrown) -> String {
    js_sys::Error::from(thrown.clone()).to_string().into()
}
