//! Requests and responses as plain values, for the core without sockets.

use cloud::percent::decode;
use serde_json::Value;

/// A request.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Request {
    pub method: String,
    /// Still percent-encoded.
    pub path: String,
    /// Percent-encoded, without `?`; empty if none.
    pub query: String,
    /// Names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// A response.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// Delay before the server sends it.
    pub delay_ms: u64,
    /// The server drops the connection instead.
    pub gone: bool,
    /// The server sends the body and then blanks without end.
    pub endless: bool,
    /// The server announces the whole body, and drops the connection after this many bytes.
    pub cut: Option<usize>,
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self { method: method.into(), path: path.into(), query: query.into(), ..Self::default() }
    }

    /// Adds a token.
    pub fn token(self, token: &str) -> Self {
        self.with_header("x-auth-token", token)
    }

    /// Adds a header; `name` in lower case.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets a JSON body.
    pub fn json(mut self, body: &Value) -> Self {
        self.body = body.to_string();
        self.with_header("content-type", "application/json")
    }

    /// The first value of a header; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The query's decoded pairs, in order.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(&key.replace('+', " ")), decode(&value.replace('+', " ")))
            })
            .collect()
    }

    /// The last value of a query parameter, as in Nova.
    pub fn param(&self, name: &str) -> Option<String> {
        self.pairs().into_iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The body as JSON; `Null` if it is not JSON.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }
}

impl Response {
    /// A JSON response.
    pub fn json(status: u16, body: &Value) -> Self {
        Self { status, body: body.to_string(), ..Self::default() }.with_header("Content-Type", "application/json")
    }

    /// A response without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, ..Self::default() }.with_header("Content-Type", "application/json")
    }

    /// An HTML page.
    pub fn html(status: u16, body: String) -> Self {
        Self { status, body, ..Self::default() }.with_header("Content-Type", "text/html; charset=UTF-8")
    }

    /// No response: the connection is dropped.
    pub fn gone() -> Self {
        Self { gone: true, ..Self::default() }
    }

    /// Makes the body endless.
    pub fn without_end(self, endless: bool) -> Self {
        Self { endless, ..self }
    }

    /// Adds a header.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Adds a delay.
    pub fn after(mut self, ms: u64) -> Self {
        self.delay_ms += ms;
        self
    }

    /// The body as JSON; `Null` if it is not JSON.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    /// The first value of a header, ignoring case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}
