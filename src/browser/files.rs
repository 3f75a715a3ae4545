//! Files: text offered as a download, and text read from a file that was picked or dropped.

use wasm_bindgen::{JsCast, JsValue};
pub use web_sys::File;

/// Offers `text` as a file called `name`. The bytes stay in the browser.
pub fn download(name: &str, mime: &str, text: &str) {
    // A browser that refuses shows it by itself; there is nothing the page could do about it.
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

/// The first file of a drop.
pub fn dropped(event: &web_sys::DragEvent) -> Option<web_sys::File> {
    event.data_transfer()?.files()?.get(0)
}

/// The text of a drop that is no file.
pub fn dropped_text(event: &web_sys::DragEvent) -> Option<String> {
    event.data_transfer()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// The file that was picked in an `<input type="file">`. The input is emptied, so that the same file can be picked again.
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

/// The text of a file, in whatever encoding its first bytes say; `None` when it cannot be read.
pub async fn read_text(file: &web_sys::File) -> Option<String> {
    read_bytes(file).await.map(cloud::exchange::text_of)
}
