//! A name for each request, in the form clouds use themselves: they take it over into their own logs.

use http::HeaderName;
use ring::rand::{SecureRandom as _, SystemRandom};

/// What the gateway answers it in. What a client sends by this name is ignored: it would land in logs.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What it is sent on to a cloud in.
pub const X_OPENSTACK_REQUEST_ID: HeaderName = HeaderName::from_static("x-openstack-request-id");

/// `req-` and a random UUID (version 4).
pub fn new() -> String {
    let mut bytes = [0_u8; 16];
    // It only names a line of a log. If the system has no randomness, TLS does not work either, and that is told.
    let _ = SystemRandom::new().fill(&mut bytes);
    let number = u128::from_be_bytes(bytes) & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
    let hex = format!("{number:032x}");
    let part = |range| hex.get(range).unwrap_or_default();
    format!("req-{}-{}-{}-{}-{}", part(0..8), part(8..12), part(12..16), part(16..20), part(20..32))
}

#[cfg(test)]
mod tests {
    use super::new;

    #[test]
    fn ids_have_the_form_that_clouds_take_over() {
        let id = new();
        let parts: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [3, 8, 4, 4, 4, 12], "{id}");
        assert!(id.starts_with("req-") && id.get(18..19) == Some("4"), "{id}");
        assert!(id.get(23..24).is_some_and(|digit| "89ab".contains(digit)), "{id}");
        assert_ne!(id, new());
    }
}
