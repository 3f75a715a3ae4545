//! The browser's types for events, elements and requests, for code outside this folder that receives or fills them.

pub use wasm_bindgen::JsValue as Thrown;
pub use web_sys::{
    Element, Event, Headers, HtmlElement, HtmlInputElement as InputElement, KeyboardEvent, MouseEvent, PointerEvent,
    Request, RequestCache, RequestCredentials, RequestInit, RequestRedirect, SubmitEvent,
};

/// The browser's message for something it threw.
pub fn words(thrown: &Thrown) -> String {
    js_sys::Error::from(thrown.clone()).to_string().into()
}
