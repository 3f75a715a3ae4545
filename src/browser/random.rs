//! Cryptographic randomness, for keys. Unlike much of `crypto` it needs no secure context.

/// Fills a buffer; false if the browser cannot, and then its content must not be used.
pub fn fill(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}

/// Whether the browser can.
pub fn is_available() -> bool {
    fill(&mut [0])
}
