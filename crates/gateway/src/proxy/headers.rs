//! The headers that pass the proxy. Both lists say what passes, never what is removed: an unknown header could contain
//! a cookie, an address or hop-by-hop data.

use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, DATE,
    HeaderMap, HeaderName, HeaderValue, LOCATION, RETRY_AFTER, TRANSFER_ENCODING,
};
use http::{Method, StatusCode};

use crate::answer::GatewayError;

/// The methods that the APIs use.
pub const METHODS: [Method; 6] = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];

/// Forwarded to the cloud. `Content-Length` is not: the client sets it from the body.
pub const REQUEST_HEADERS: [HeaderName; 8] = [
    ACCEPT,
    ACCEPT_ENCODING,
    ACCEPT_LANGUAGE,
    CONTENT_TYPE,
    HeaderName::from_static("x-auth-token"),
    HeaderName::from_static("x-subject-token"),
    HeaderName::from_static("openstack-api-version"),
    HeaderName::from_static("x-openstack-nova-api-version"),
];

/// Returned to the page.
pub const RESPONSE_HEADERS: [HeaderName; 12] = [
    CONTENT_ENCODING,
    CONTENT_LANGUAGE,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    // The cloud's time, by which the page computes ages.
    DATE,
    LOCATION,
    RETRY_AFTER,
    HeaderName::from_static("openstack-api-version"),
    HeaderName::from_static("x-compute-request-id"),
    HeaderName::from_static("x-openstack-nova-api-version"),
    HeaderName::from_static("x-openstack-request-id"),
    HeaderName::from_static("x-subject-token"),
];

/// Refuses framing that two servers may interpret differently. The HTTP library itself refuses contradictory or invalid
/// lengths, folded lines, and a space before the colon; with both a length and chunks it reads the chunks and closes
/// the connection. Forwarded requests get new framing in any case.
pub fn check_framing(headers: &HeaderMap) -> Result<(), GatewayError> {
    let plain = |value: &HeaderValue| value.as_bytes().eq_ignore_ascii_case(b"chunked");
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    if !codings.next().is_none_or(plain) || codings.next().is_some() {
        let message = "The gateway reads no transfer coding but `chunked`";
        return Err(GatewayError::new(StatusCode::BAD_REQUEST, "framing-unreadable", message));
    }
    Ok(())
}

/// The headers of `from` that are in `names`, with all values.
pub fn pick(from: &HeaderMap, names: &[HeaderName]) -> HeaderMap {
    let mut picked = HeaderMap::new();
    for name in names {
        for value in from.get_all(name) {
            picked.append(name.clone(), value.clone());
        }
    }
    picked
}
