//! The document itself: title, language, theme attributes, base address.

use super::storage::{self, Preference};
use super::theme;
use super::{clock, events};
use leptos::prelude::Set;
use std::cell::{Cell, RefCell};
use std::sync::OnceLock;

thread_local! {
    static TITLE: RefCell<String> = const { RefCell::new(String::new()) };
    static MARK: Cell<&'static str> = const { Cell::new("") };
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    TITLE.set(title.to_owned());
    show_title();
}

/// Puts a mark before the title of the tab; empty: none.
pub fn mark_title(mark: &'static str) {
    if MARK.replace(mark) != mark {
        show_title();
    }
}

fn show_title() {
    if let Some(document) = document() {
        document.set_title(&[MARK.get(), &title()].concat());
    }
}

/// The title of the tab, without the mark.
pub fn title() -> String {
    TITLE.with_borrow(Clone::clone)
}

/// Sets `<html NAME="value">`, or removes the attribute.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// The path below which the app is served, without the closing slash: `""` at the root, `/console` in a folder. Cached,
/// because it never changes and every link of a long list needs it.
pub fn base_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(read_base_path)
}

fn read_base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let path = base.and_then(|base| web_sys::Url::new(&base).ok()).map(|url| url.pathname()).unwrap_or_default();
    match path.rfind('/') {
        Some(at) => path[..at].to_string(),
        None => String::new(),
    }
}

/// Loads the style sheet for the parts, and waits for it. If it does not come, the parts are unstyled but work.
pub async fn later_styles() {
    const DONE: &str = "done";
    let link = document().and_then(|document| document.query_selector("[data-later]").ok().flatten());
    let Some(link) = link.filter(|link| link.get_attribute("data-later").as_deref() != Some(DONE)) else { return };
    let _ = link.remove_attribute("disabled");
    events::first(&link, &["load", "error"]).await;
    let _ = link.set_attribute("data-later", DONE);
}

/// The browser's preferred languages, best first.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// Applies the stored theme, row height and time zone. `boot.js` does the same for what the first paint shows.
pub fn apply_preferences() {
    set_root_attribute("data-theme", storage::preference(Preference::Theme).as_deref());
    let density = storage::preference(Preference::Density);
    set_root_attribute("data-density", density.as_deref());
    theme::roomy().set(density.is_some());
    clock::utc().set(storage::preference(Preference::Time).is_some());
}

/// The whole URL, as in the address bar.
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Fails only where the browser forbids it.
        let _ = window.location().reload();
    }
}

/// Shows that the app crashed, without Leptos, which may no longer work.
pub fn show_crash(title: &str, words: &str, reload: &str, place: &str) {
    let _ = try_show_crash(title, words, reload, place);
}

fn try_show_crash(title: &str, words: &str, reload: &str, place: &str) -> Result<(), wasm_bindgen::JsValue> {
    let (Some(document), None) = (document(), document().and_then(|document| document.get_element_by_id("crash")))
    else {
        return Ok(());
    };
    let notice = document.create_element("div")?;
    notice.set_id("crash");
    notice.set_class_name("crash");
    notice.set_attribute("role", "alert")?;
    for (tag, text) in [("h2", title), ("p", words), ("pre", place), ("a", reload)] {
        let element = document.create_element(tag)?;
        element.set_text_content(Some(text));
        if tag == "a" {
            element.set_class_name("button primary");
            // An empty address is the page itself; `<base>` would make it another one.
            element.set_attribute("href", &document.location().map(|at| at.href()).transpose()?.unwrap_or_default())?;
            element.set_attribute("rel", "external")?;
        }
        notice.append_child(&element)?;
    }
    document.body().map_or(Ok(()), |body| body.append_child(&notice).map(|_| ()))
}

/// The document; `None` only outside a page.
pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
