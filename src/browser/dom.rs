//! The names of the browser's own events and elements, for views that take them as arguments. What is done with them
//! beyond reading belongs into this folder.

pub use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, MouseEvent, RequestCache, RequestCredentials, SubmitEvent,
};
