//! Reads fixtures: requests and their responses.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cloud::catalog::Service;
use cloud::{Call, Method, Reply, Request};
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// The text of a fixture.
pub fn text(set: &str, file: &str) -> String {
    fs::read_to_string(folder(set).join(file)).unwrap_or_else(|error| panic!("{set}/{file}: {error}"))
}

/// The file names of a folder.
pub fn files(set: &str) -> Vec<String> {
    let entries = fs::read_dir(folder(set)).expect("the fixture folder");
    entries.map(|entry| entry.expect("a fixture").file_name().into_string().expect("a plain name")).collect()
}

static INDEX: LazyLock<Vec<Value>> =
    LazyLock::new(|| serde_json::from_str(&text("openstack", "_index.json")).expect("the index"));

/// The files that the index names.
pub fn indexed() -> Vec<String> {
    INDEX.iter().map(|entry| entry["file"].as_str().expect("a file name").to_owned()).collect()
}

/// One recorded exchange.
pub struct Recorded {
    pub file: String,
    pub status: u16,
    entry: &'static Value,
    body: String,
}

impl Recorded {
    pub fn load(file: &str) -> Self {
        let entry = INDEX.iter().find(|entry| entry["file"] == file);
        let entry = entry.unwrap_or_else(|| panic!("{file} is not in the index"));
        let body = text("openstack", file);
        // The recorder wrote an empty body as null.
        let body = if body.trim() == "null" { String::new() } else { body };
        let status = u16::try_from(entry["status"].as_u64().expect("a status")).expect("a status");
        Self { file: file.to_owned(), status, entry, body }
    }

    pub fn reply(&self) -> Reply {
        let headers = self.entry["headers"].as_object().expect("headers");
        let headers =
            headers.iter().map(|(name, value)| (name.to_lowercase(), value.as_str().expect("a header").to_owned()));
        Reply { status: self.status, headers: headers.collect(), body: self.body.clone() }
    }

    pub fn request_id(&self) -> Option<&str> {
        let headers = self.entry["headers"].as_object().expect("headers");
        let (_, id) = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("x-openstack-request-id"))?;
        id.as_str()
    }

    /// The request, as far as the error reader needs it.
    pub fn request(&self) -> Request {
        let method = match self.entry["method"].as_str() {
            Some("GET") => Method::Get,
            Some("POST") => Method::Post,
            Some("PUT") => Method::Put,
            Some("DELETE") => Method::Delete,
            other => panic!("{}: method {other:?}", self.file),
        };
        Request { service: Service::Compute, method, path: self.url().to_owned(), body: None }
    }

    fn url(&self) -> &str {
        self.entry["url"].as_str().expect("a URL")
    }

    /// The decoded reply, after checking that the call sends the recorded request.
    pub fn read<T>(&self, call: &Call<T>) -> T {
        self.check_asked(&call.request);
        call.finish(&self.reply()).unwrap_or_else(|failure| panic!("{}: {failure:?}", self.file))
    }

    /// [`Recorded::read`], if the body of the request must also be the recorded one.
    pub fn read_exact<T>(&self, call: &Call<T>) -> T {
        let sent: Value =
            call.request.body.as_deref().map_or(Value::Null, |body| serde_json::from_str(body).expect("a JSON body"));
        assert_eq!(&sent, self.asked(), "{}", self.file);
        self.read(call)
    }

    /// The recorded body of the request.
    pub fn asked(&self) -> &Value {
        &self.entry["request"]
    }

    fn check_asked(&self, request: &Request) {
        assert_eq!(self.entry["method"], request.method.as_str(), "{}", self.file);
        let (asked_path, asked_query) = split(self.url());
        let (path, query) = split(&request.path);
        assert!(asked_path.ends_with(&path), "{}: {path} instead of {asked_path}", self.file);
        for pair in &asked_query {
            assert!(query.contains(pair), "{}: {pair} is missing in {query:?}", self.file);
        }
        for pair in query.iter().filter(|pair| !asked_query.contains(pair)) {
            assert!(pair.starts_with("limit="), "{}: {pair} was not asked", self.file);
        }
    }
}

/// Path and query pairs, percent-decoded.
fn split(url: &str) -> (String, Vec<String>) {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    (decode(path), query.split('&').filter(|pair| !pair.is_empty()).map(decode).collect())
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).expect("two hex digits"));
        rest = &after[2..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).expect("UTF-8")
}
