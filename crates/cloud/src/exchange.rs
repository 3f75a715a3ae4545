//! One exchange with a cloud, as plain values: what is to be sent and what came back.

use std::fmt;

use crate::catalog::Service;
use crate::error::Failure;
use crate::json::Json;

/// The HTTP methods the APIs use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates and acts.
    Post,
    /// Changes.
    Put,
    /// Deletes.
    Delete,
}

impl Method {
    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }
}

/// A request to one service of a cloud. It names neither host nor token: `http` in the app adds both.
/// Its `Debug` hides bodies with a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Which service's endpoint the path is appended to.
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
}

/// What came back, read to its end. Its `Debug` shows neither headers nor body: either may carry a token.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Header names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = if self.service == Service::Identity { Some("hidden") } else { self.body.as_deref() };
        write!(f, "{} {:?} {} {:?}", self.method.as_str(), self.service, self.path, body.unwrap_or_default())
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}, {} bytes", self.status, self.body.len())
    }
}

impl Reply {
    /// The first value of a header; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A request together with the way its reply is read.
#[derive(Clone)]
pub struct Call<T> {
    /// What is sent.
    pub request: Request,
    /// Reads the body of a 2xx reply.
    pub read: fn(&Reply) -> Result<T, ReadError>,
}

/// Why the body of a 2xx reply could not be understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadError {
    /// The decoder's words, with line and column.
    pub message: String,
}

impl ReadError {
    /// The JSON is fine, but what was asked for is not in it.
    pub(crate) fn missing(name: &str) -> Self {
        Self { message: format!("no \"{name}\" in the answer") }
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        Self { message: error.to_string() }
    }
}

impl<T> Call<T> {
    /// The typed answer, or the failure: a status outside 2xx, a 2xx whose body says it failed (NHN's gateway), or a
    /// body that cannot be understood.
    pub fn finish(&self, reply: &Reply) -> Result<T, Failure> {
        if !(200..300).contains(&reply.status) || crate::error::refused_in_body(reply) {
            return Err(Failure::from_reply(&self.request, reply));
        }
        (self.read)(reply).map_err(|error| Failure::unreadable(&self.request, reply, error))
    }
}
