//! One exchange with a cloud, as plain values: what is to be sent and what came back.

use crate::catalog::Service;
use crate::error::Failure;

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
#[derive(Clone, PartialEq, Eq, Debug)]
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

/// What came back, read to its end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Header names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

impl Reply {
    /// The first value of a header; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A request together with the way its reply is read.
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

impl<T> Call<T> {
    /// The typed answer, or the failure: a status outside 2xx, or a body that cannot be understood.
    pub fn finish(&self, reply: &Reply) -> Result<T, Failure> {
        if !(200..300).contains(&reply.status) {
            return Err(Failure::from_reply(&self.request, reply));
        }
        (self.read)(reply).map_err(|error| Failure::unreadable(&self.request, reply, error))
    }
}
