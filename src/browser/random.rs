//! Randomness that nobody can foresee, for keys. Unlike much of `crypto` it needs no secure context.

/// Fills a buffer; false when the browser cannot, and then what is in it is no secret.
pub fn fill(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}

/// Whether the browser can.
pub fn there() -> bool {
    fill(&mut [0])
}
