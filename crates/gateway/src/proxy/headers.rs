//! Which headers cross the gateway. Both lists say what passes, never what is removed: an unknown header could carry a
//! cookie, an address or a hop's own business.

use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, DATE,
    HeaderMap, HeaderName, HeaderValue, LOCATION, RETRY_AFTER, TRANSFER_ENCODING,
};
use http::{Method, StatusCode};

use crate::answer::GatewayError;

/// The methods the APIs use.
pub const METHODS: [Method; 6] = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];

/// Sent on to the cloud. Not `Content-Length`: the client writes it from the body.
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

/// Passed back to the page.
pub const RESPONSE_HEADERS: [HeaderName; 12] = [
    CONTENT_ENCODING,
    CONTENT_LANGUAGE,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    // What time it is at the cloud: the page counts ages by it.
    DATE,
    LOCATION,
    RETRY_AFTER,
    HeaderName::from_static("openstack-api-version"),
    HeaderName::from_static("x-compute-request-id"),
    HeaderName::from_static("x-openstack-nova-api-version"),
    HeaderName::from_static("x-openstack-request-id"),
    HeaderName::from_static("x-subject-token"),
];

/// Refuses what two servers may read differently. The HTTP library refuses more before it comes here: several lengths
/// that differ, a length that is no number, folded lines, a space before the colon; where both a length and chunks are
/// given, it reads chunks and closes the connection. What goes on is framed anew in any case.
pub fn check_framing(headers: &HeaderMap) -> Result<(), GatewayError> {
    let plain = |value: &HeaderValue| value.as_bytes().eq_ignore_ascii_case(b"chunked");
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    if !codings.next().is_none_or(plain) || codings.next().is_some() {
        let message = "The gateway reads no transfer coding but `chunked`";
        return Err(GatewayError::new(StatusCode::BAD_REQUEST, "framing-unreadable", message));
    }
    Ok(())
}

/// The headers of `from` that are in `names`, every value of each.
pub fn pick(from: &HeaderMap, names: &[HeaderName]) -> HeaderMap {
    let mut picked = HeaderMap::new();
    for name in names {
        for value in from.get_all(name) {
            picked.append(name.clone(), value.clone());
        }
    }
    picked
}
