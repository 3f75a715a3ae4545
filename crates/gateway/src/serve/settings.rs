//! How connections are served, made of the configuration. Every buffer has a bound here; `crate::memory` adds them up.

use std::time::Duration;

use http::HeaderValue;
use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio_rustls::TlsAcceptor;

use super::activity::Patience;
use super::places::Limits;
use crate::config::{self, ConfigError};
use crate::tls;

/// Requests at a time on one connection of HTTP/2, as told to browsers. Each but the first takes a place of its own.
pub const STREAMS: u32 = 64;

/// What a client may send of a body before somebody reads it, on one connection: HTTP/2 has no smaller window.
pub const WINDOW: u32 = 65_535;

/// What of an answer waits for one stream of HTTP/2, besides the piece at hand.
pub const STREAM_SEND: usize = 32 * 1024;

/// What waits to be encrypted on one connection, or encrypted to be sent.
pub const TLS_SEND: usize = 32 * 1024;

/// Streams that a client begins and resets before the gateway has seen them; the connection ends at more.
const RESET_AT_ONCE: usize = 20;

/// Streams that the gateway itself resets for errors of the client; the connection ends at more.
const RESET_FOR_ERRORS: usize = 64;

/// How to serve.
#[derive(Clone)]
pub struct Settings {
    pub(super) tls: Option<TlsAcceptor>,
    /// Tells browsers to come over TLS only, where the gateway itself speaks it.
    pub(super) hsts: Option<HeaderValue>,
    pub(super) http1: http1::Builder,
    pub(super) http2: http2::Builder<TokioExecutor>,
    pub(super) header_timeout: Duration,
    pub(super) max_headers: usize,
    pub(super) max_connections: usize,
    pub(super) limits: Limits,
    pub(super) patience: Patience,
    pub(super) shutdown: Duration,
}

impl Settings {
    /// Reads the certificate, if there is to be one.
    pub fn new(server: &config::Server) -> Result<Settings, ConfigError> {
        let tls = server.tls.as_ref().map(|files| tls::server(files).map(TlsAcceptor::from)).transpose()?;
        let hsts = tls.is_some().then(|| hsts(server.hsts)).flatten();
        Ok(Settings {
            tls,
            hsts,
            http1: http1(server),
            http2: http2(server),
            header_timeout: server.header_timeout,
            max_headers: server.max_headers,
            max_connections: server.max_connections,
            limits: Limits::new(server),
            patience: Patience { send: server.send_timeout, idle: server.header_timeout },
            shutdown: server.shutdown,
        })
    }
}

fn http1(server: &config::Server) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new());
    http.header_read_timeout(server.header_timeout);
    http.max_headers(server.max_headers);
    http.max_header_size(server.max_header_bytes);
    // Otherwise it grows by doubling, far beyond what a header may have.
    http.max_buf_size(server.max_header_bytes);
    http
}

fn http2(server: &config::Server) -> http2::Builder<TokioExecutor> {
    let mut http = http2::Builder::new(TokioExecutor::new());
    http.timer(TokioTimer::new());
    http.max_concurrent_streams(STREAMS);
    http.max_header_list_size(u32::try_from(server.max_header_bytes).unwrap_or(u32::MAX));
    http.initial_stream_window_size(WINDOW);
    http.initial_connection_window_size(WINDOW);
    http.max_send_buf_size(STREAM_SEND);
    http.max_pending_accept_reset_streams(RESET_AT_ONCE);
    http.max_local_error_reset_streams(RESET_FOR_ERRORS);
    // A client that is gone without a word answers no ping.
    http.keep_alive_interval(server.header_timeout);
    http.keep_alive_timeout(server.header_timeout);
    http
}

fn hsts(days: u64) -> Option<HeaderValue> {
    let value = format!("max-age={}", days * 24 * 60 * 60);
    HeaderValue::from_str(&value).ok().filter(|_| days > 0)
}
