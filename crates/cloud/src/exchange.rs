//! One request to a cloud and its response, as plain values.

use std::fmt;

use crate::catalog::Service;
use crate::error::{Failure, request_id};
use crate::ids::RequestId;
use crate::json::Json;
use crate::time::Timestamp;

/// The HTTP methods that the APIs use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Method {
    /// The name in HTTP.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

/// A request to one service of a cloud. It contains neither host nor token: `http` in the app adds both. Its `Debug`
/// hides bodies with a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The service to whose endpoint the path is appended.
    pub service: Service,
    /// The method.
    pub method: Method,
    /// Path below the endpoint and query, percent-encoded, beginning with `/`.
    pub path: String,
    /// The JSON body, if any.
    pub body: Option<String>,
}

impl Request {
    /// `GET`.
    pub fn get(service: Service, path: impl Into<String>) -> Self {
        Self { service, method: Method::Get, path: path.into(), body: None }
    }

    /// `POST` with a JSON body.
    pub fn post(service: Service, path: impl Into<String>, body: &Json<'_>) -> Self {
        Self { service, method: Method::Post, path: path.into(), body: Some(body.write()) }
    }

    /// `PUT` with a JSON body.
    pub fn put(service: Service, path: impl Into<String>, body: &Json<'_>) -> Self {
        Self { service, method: Method::Put, path: path.into(), body: Some(body.write()) }
    }

    /// `DELETE`.
    pub fn delete(service: Service, path: impl Into<String>) -> Self {
        Self { service, method: Method::Delete, path: path.into(), body: None }
    }

    /// The most bytes of a response that are read; a longer one is aborted
    /// ([`TooLarge`](crate::FailureKind::TooLarge)). Pages have a small limit, because `sync` requests them again with
    /// fewer rows; other responses may be as long as a tab can handle.
    pub fn answer_max(&self) -> usize {
        if self.path.contains("limit=") { PAGE_MAX } else { WHOLE_MAX }
    }
}

/// Four times the longest page of a real cloud: 400 instances are 1 MB.
const PAGE_MAX: usize = 4 << 20;

const WHOLE_MAX: usize = 32 << 20;

/// A complete response. Its `Debug` shows neither headers nor body, because either may contain a token.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body.as_deref().unwrap_or_default();
        let secret = self.service == Service::Identity || body.contains("\"adminPass\"");
        let body = if secret { "hidden" } else { body };
        write!(f, "{} {:?} {} {body:?}", self.method.as_str(), self.service, self.path)
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}, {} bytes", self.status, self.body.len())
    }
}

/// Decodes a body or file as a browser does: without the byte order mark, with a replacement character for invalid
/// UTF-8. UTF-16, which Windows editors write, is decoded if a byte order mark says so.
pub fn text_of(mut body: Vec<u8>) -> String {
    match body.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => drop(body.drain(..3)),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    String::from_utf8(body).unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    String::from_utf16_lossy(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<u16>>())
}

impl Reply {
    /// The first value of a header; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The request id, which a support desk asks for.
    pub fn request_id(&self) -> Option<RequestId> {
        request_id(self)
    }

    /// The server's time when it sent the response.
    pub fn date(&self) -> Option<Timestamp> {
        self.header("date").and_then(Timestamp::parse_http)
    }
}

/// A request and the decoder of its response.
#[derive(Clone)]
pub struct Call<T> {
    /// What is sent.
    pub request: Request,
    /// Decodes the body of a 2xx response.
    pub read: fn(&Reply) -> Result<T, ReadError>,
}

/// Why the body of a 2xx response could not be decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadError {
    /// The decoder's message, with line and column.
    pub message: String,
}

impl ReadError {
    /// The JSON is valid, but this field is missing.
    pub(crate) fn missing(name: &str) -> Self {
        Self { message: format!("no \"{name}\" in the response") }
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        Self { message: error.to_string() }
    }
}

impl<T> Call<T> {
    /// The decoded response, or the failure: a status outside 2xx, a 2xx whose body reports a failure (NHN's gateway),
    /// or a body that cannot be decoded.
    pub fn finish(&self, reply: &Reply) -> Result<T, Failure> {
        if !(200..300).contains(&reply.status) || crate::error::refused_in_body(reply) {
            return Err(Failure::from_reply(&self.request, reply));
        }
        (self.read)(reply).map_err(|error| Failure::unreadable(&self.request, reply, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_given_up_before_an_answer_that_comes_as_a_whole() {
        for (path, expect) in [
            ("/servers/detail?limit=50", PAGE_MAX),
            ("/volumes/detail?limit=1000&marker=a", PAGE_MAX),
            ("/servers/detail", WHOLE_MAX),
            ("/os-keypairs", WHOLE_MAX),
        ] {
            assert_eq!(Request::get(Service::Compute, path).answer_max(), expect, "{path}");
        }
    }

    #[test]
    fn a_body_with_a_password_is_not_printed() {
        for service in [Service::Compute, Service::Identity] {
            let body = Json::object([("adminPass", "hunter2".into())]);
            assert!(!format!("{:?}", Request::post(service, "/", &body)).contains("hunter2"), "{service:?}");
        }
        let plain = Request::post(Service::Compute, "/", &Json::object([("name", "web-1".into())]));
        assert!(format!("{plain:?}").contains("web-1"));
    }

    #[test]
    fn any_bytes_are_read_as_text() {
        for (bytes, expect) in [
            (&b"{}"[..], "{}"),
            (b"\xEF\xBB\xBF{}", "{}"),
            (b"\xEF\xBB", "\u{fffd}"),
            (b"a\xFFb", "a\u{fffd}b"),
            ("한\0글".as_bytes(), "한\0글"),
            (b"\xFF\xFEs\0s\0h\0", "ssh"),
            (b"\xFE\xFF\0s\0s\0h", "ssh"),
            (b"\xFF\xFE\x01\xd8s", "\u{fffd}"),
            (b"\xFF\xFE", ""),
            (b"", ""),
        ] {
            assert_eq!(text_of(bytes.to_vec()), expect, "{bytes:?}");
        }
    }
}
