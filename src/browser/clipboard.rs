//! The clipboard. It needs a secure context: on plain HTTP from a host other than localhost there is none, and the caller
//! shows the text for copying by hand.

/// Why nothing was copied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopyError {
    /// No secure context.
    Insecure,
    /// The browser or the person refused.
    Refused,
}

/// Puts `text` on the clipboard.
pub async fn copy(text: &str) -> Result<(), CopyError> {
    let window = web_sys::window().ok_or(CopyError::Insecure)?;
    if !window.is_secure_context() {
        return Err(CopyError::Insecure);
    }
    let promise = window.navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(promise).await.map(|_| ()).map_err(|_| CopyError::Refused)
}
