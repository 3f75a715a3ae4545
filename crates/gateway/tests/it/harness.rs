//! A gateway on a free port, a cloud that records its requests, and a client.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Response;
use gateway::config::{self, Config};
use gateway::serve::{self, Current, Settings};
use gateway::{Lookup, Options};
use http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A request as the cloud received it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: Method,
    pub raw: String,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A cloud that records every request and answers as configured.
pub struct Cloud {
    pub address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Cloud {
    pub async fn start(answer: impl Fn(&Seen) -> Response + Clone + Send + Sync + 'static) -> Cloud {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        let router = Router::new().fallback(async move |request: Request<Body>| {
            let (parts, body) = request.into_parts();
            let raw = parts.uri.to_string();
            let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
            let seen = Seen { method: parts.method, raw, headers: parts.headers, body };
            let response = answer(&seen);
            record.lock().expect("no panic while recording").push(seen);
            response
        });
        Cloud { address: listen(router).await, seen }
    }

    /// Answers 200 with `{}`.
    pub async fn plain() -> Cloud {
        Cloud::start(|_| Response::new(Body::from("{}"))).await
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no panic while recording").clone()
    }

    /// The only request so far.
    pub fn only(&self) -> Seen {
        let mut seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:?}");
        seen.remove(0)
    }
}

/// Serves a router on a free port.
pub async fn listen(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let settings = Settings::new(&config::Server::default()).expect("no files");
    tokio::spawn(serve::until(listener, Current::new(router, settings), std::future::pending()));
    address
}

/// A configuration with one cloud at `address`.
pub fn config_for(address: SocketAddr) -> Config {
    config(&format!("[[cloud]]\nid='c'\nname='C'\nidentity='http://{address}/v3'\n"))
}

pub fn config(text: &str) -> Config {
    Config::from_toml(text).unwrap_or_else(|error| panic!("{text}\n{error}"))
}

/// A gateway for the clouds of `config`, with a site of its own.
pub async fn gateway(config: Config) -> SocketAddr {
    gateway_at(plain_site(), config).await
}

pub async fn gateway_at(site: impl Into<Option<PathBuf>>, config: Config) -> SocketAddr {
    gateway_with(site, config, gateway::by_system(), std::future::pending()).await.0
}

/// A gateway with its own host names, which stops on request.
pub async fn gateway_with(
    site: impl Into<Option<PathBuf>>,
    config: Config,
    lookup: Lookup,
    stop: impl Future<Output = ()> + Send + 'static,
) -> (SocketAddr, JoinHandle<()>) {
    let settings = Settings::new(&config.server).expect("its files");
    let router = gateway::router(Options { site: site.into(), config, verbose: false, lookup, session_keys: None })
        .expect("a site");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    (address, tokio::spawn(serve::until(listener, Current::new(router, settings), stop)))
}

/// The smallest site.
pub fn plain_site() -> PathBuf {
    site("plain", &[("index.html", b"<!doctype html>")])
}

/// Sends bytes as they are and reads until the gateway closes the connection.
pub async fn raw(to: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(to).await.expect("it listens");
    stream.write_all(bytes).await.expect("sent");
    let mut answer = Vec::new();
    // A reset connection counts as closed.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// Writes a site into a folder of that name.
pub fn site(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (file, content) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        // Tests share the file: one must not read it while another writes it.
        let whole = path.with_extension(format!("{:?}.new", std::thread::current().id()));
        std::fs::write(&whole, content).expect("a file");
        std::fs::rename(&whole, &path).expect("the file in its place");
    }
    folder
}

/// A response, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("text"))
    }

    /// The gateway's error code; panics if the response is not the gateway's.
    pub fn code(&self) -> String {
        let body: serde_json::Value = serde_json::from_slice(&self.body).expect("JSON");
        let error = body.get("maru").unwrap_or_else(|| panic!("not the gateway's own: {body}"));
        let message = error.get("message").and_then(|message| message.as_str()).unwrap_or_default();
        assert!(message.len() > 20, "a message for people: {body}");
        error.get("code").and_then(|code| code.as_str()).expect("a code").to_owned()
    }
}

/// Sends a request and waits for the head of the response.
pub async fn begin(to: SocketAddr, request: Request<Body>) -> http::Response<hyper::body::Incoming> {
    let (mut parts, body) = request.into_parts();
    parts.uri = format!("http://{to}{}", parts.uri).parse().expect("an address");
    let client: Client<_, Body> = Client::builder(TokioExecutor::new()).build_http();
    client.request(Request::from_parts(parts, body)).await.expect("an answer")
}

/// Sends a request and reads the response.
pub async fn send(to: SocketAddr, request: Request<Body>) -> Answer {
    let (parts, body) = begin(to, request).await.into_parts();
    let body = body.collect().await.expect("a whole body").to_bytes();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// A request without a body.
pub fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let builder = Request::builder().method(method).uri(path);
    let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
    builder.body(Body::empty()).expect("a request")
}

pub async fn get(to: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Answer {
    send(to, request(Method::GET, path, headers)).await
}
