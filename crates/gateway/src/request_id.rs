//! Request ids in the format of OpenStack, whose services copy them into their own logs.

use http::{HeaderName, HeaderValue};
use ring::rand::{SecureRandom as _, SystemRandom};

/// The response header for it. The request header of this name is ignored, because a client could forge log entries.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The header for the cloud.
pub const X_OPENSTACK_REQUEST_ID: HeaderName = HeaderName::from_static("x-openstack-request-id");

/// `req-` and a random UUID (version 4).
pub fn new() -> HeaderValue {
    let mut bytes = [0_u8; 16];
    // Only used in logs. Without randomness TLS does not work either, which is reported.
    let _ = SystemRandom::new().fill(&mut bytes);
    let number = u128::from_be_bytes(bytes) & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
    let part = |from: u32, digits: u32| number >> (128 - 4 * (from + digits)) & ((1 << (4 * digits)) - 1);
    let (a, b, c, d, e) = (part(0, 8), part(8, 4), part(12, 4), part(16, 4), part(20, 12));
    let id = format!("req-{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}");
    // Digits and hyphens are always a valid header value.
    HeaderValue::try_from(id).unwrap_or(HeaderValue::from_static("req-"))
}

/// As text for the log.
pub fn text(id: &HeaderValue) -> &str {
    id.to_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{new, text};

    #[test]
    fn ids_have_the_form_that_clouds_take_over() {
        let id = new();
        let id = text(&id);
        let parts: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(parts, [3, 8, 4, 4, 4, 12], "{id}");
        assert!(id.starts_with("req-") && id.get(18..19) == Some("4"), "{id}");
        assert!(id.get(23..24).is_some_and(|digit| "89ab".contains(digit)), "{id}");
        assert_ne!(id, text(&new()));
    }
}
