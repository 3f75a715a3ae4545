//! Reading an answer piece by piece, so that one that does not end is given up.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// The bytes of a body; `None` when they are more than `max`. What is still to come then comes until the request is aborted.
pub async fn bytes(stream: Option<ReadableStream>, max: usize) -> Result<Option<Vec<u8>>, JsValue> {
    let mut bytes = Vec::new();
    let Some(stream) = stream else { return Ok(Some(bytes)) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let piece = Reflect::get(&JsFuture::from(reader.read()).await?, &"value".into())?;
        if piece.is_undefined() {
            return Ok(Some(bytes));
        }
        bytes.extend(piece.unchecked_into::<Uint8Array>().to_vec());
        if bytes.len() > max {
            return Ok(None);
        }
    }
}
