//! Cancels requests, and reads response bodies up to a limit.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// The bytes of a body; `None` when there are more than `max`. The caller must then abort the request, or the rest is
/// downloaded as well.
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

/// Cancels the requests that carry its signal.
#[derive(Clone)]
pub struct Abort(Option<web_sys::AbortController>);

impl Abort {
    /// A new controller.
    pub fn new() -> Self {
        // Only fails in browsers without fetch, where nothing works anyway.
        Self(web_sys::AbortController::new().ok())
    }

    /// Cancels them; does nothing when they have ended.
    pub fn abort(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    /// The signal for a request.
    pub fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.0.as_ref().map(web_sys::AbortController::signal)
    }
}
