//! Requests and responses as plain values: the core knows no sockets.

use cloud::percent::decode;
use serde_json::Value;

/// What a client sent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// The raw path, still percent-encoded.
    pub path: String,
    /// The raw query without `?`; empty when there is none.
    pub query: String,
    /// Header names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
}

/// What the simulated cloud answers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Headers in order.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
    /// The face waits this long before it answers.
    pub delay_ms: u64,
    /// The face drops the connection instead of answering.
    pub gone: bool,
    /// The face sends the body and then blanks without end.
    pub endless: bool,
    /// The face announces the whole body, and drops the connection after so many bytes of it.
    pub cut: Option<usize>,
}

impl Request {
    /// A request without headers and body; tests and the pure core's users build on it.
    pub fn new(method: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self { method: method.into(), path: path.into(), query: query.into(), ..Self::default() }
    }

    /// The same request with a token.
    pub fn token(self, token: &str) -> Self {
        self.with_header("x-auth-token", token)
    }

    /// The same request with one more header; `name` in lower case.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same request with a JSON body.
    pub fn json(mut self, body: &Value) -> Self {
        self.body = body.to_string();
        self.with_header("content-type", "application/json")
    }

    /// The first value of a header; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The query's pairs, decoded, in order.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(&key.replace('+', " ")), decode(&value.replace('+', " ")))
            })
            .collect()
    }

    /// The last value of a query parameter (Nova takes the last of several).
    pub fn param(&self, name: &str) -> Option<String> {
        self.pairs().into_iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The body as JSON; `Null` when it is none.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }
}

impl Response {
    /// A JSON answer.
    pub fn json(status: u16, body: &Value) -> Self {
        Self { status, body: body.to_string(), ..Self::default() }.with_header("Content-Type", "application/json")
    }

    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, ..Self::default() }.with_header("Content-Type", "application/json")
    }

    /// An HTML page.
    pub fn html(status: u16, body: String) -> Self {
        Self { status, body, ..Self::default() }.with_header("Content-Type", "text/html; charset=UTF-8")
    }

    /// No answer: the connection is dropped.
    pub fn gone() -> Self {
        Self { gone: true, ..Self::default() }
    }

    /// The same answer, but its body never ends.
    pub fn without_end(self, endless: bool) -> Self {
        Self { endless, ..self }
    }

    /// The same answer with one more header.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same answer, later.
    pub fn after(mut self, ms: u64) -> Self {
        self.delay_ms += ms;
        self
    }

    /// The body as JSON; `Null` when it is none.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    /// The first value of a header, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}
