//! Files: text offered as a download, and files that were picked or dropped.

use leptos::ev;
use leptos::prelude::{on_cleanup, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
pub use web_sys::File;

/// Offers `text` as a file called `name`. Nothing is sent anywhere.
pub fn download(name: &str, mime: &str, text: &str) {
    // If the browser refuses, it says so itself.
    let _ = try_download(name, mime, text);
}

fn try_download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = super::document::document().ok_or(JsValue::NULL)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}

/// The first file that was dropped.
pub fn dropped(event: &web_sys::DragEvent) -> Option<web_sys::File> {
    event.data_transfer()?.files()?.get(0)
}

/// The text that was dropped, if it was not a file.
pub fn dropped_text(event: &web_sys::DragEvent) -> Option<String> {
    event.data_transfer()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// The file picked in an `<input type="file">`. The input is cleared so that the same file can be picked again.
pub fn picked(input: &web_sys::HtmlInputElement) -> Option<web_sys::File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The bytes of a file; `None` when it cannot be read.
pub async fn read_bytes(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The text of a file, decoded according to its byte order mark; `None` when it cannot be read.
pub async fn read_text(file: &web_sys::File) -> Option<String> {
    read_bytes(file).await.map(cloud::exchange::text_of)
}

/// All files that were picked in an `<input type="file" multiple>`. The input is emptied, as by [`picked`].
pub fn all_picked(input: &web_sys::HtmlInputElement) -> Vec<File> {
    let files = input.files().map(all).unwrap_or_default();
    input.set_value("");
    files
}

fn all(list: web_sys::FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// Takes what is dropped or pasted anywhere on the page, until the owner is cleaned up. `take_text` returns whether it took
/// the text; the browser handles a text that is not taken as usual.
pub fn on_given(
    take_files: impl Fn(Vec<File>) + Clone + 'static,
    take_text: impl Fn(String) -> bool + Clone + 'static,
) {
    let given = move |data: Option<web_sys::DataTransfer>| {
        let Some(data) = data else { return false };
        let files = data.files().map(all).unwrap_or_default();
        if !files.is_empty() {
            take_files(files);
            return true;
        }
        data.get_data("text/plain").is_ok_and(&take_text)
    };
    let dropped = given.clone();
    let handles = [
        // Without this a browser opens a dropped file instead of this page.
        window_event_listener(ev::dragover, |event| event.prevent_default()),
        window_event_listener(ev::drop, move |event| {
            if dropped(event.data_transfer()) {
                event.prevent_default();
            }
        }),
        window_event_listener(ev::paste, move |event| {
            if given(event.clipboard_data()) {
                event.prevent_default();
            }
        }),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
}
