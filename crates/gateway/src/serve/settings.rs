//! Connection settings from the configuration. Every buffer is limited here; `crate::memory` adds them up.

use std::time::Duration;

use http::HeaderValue;
use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio_rustls::TlsAcceptor;

use super::activity::Patience;
use super::places::Limits;
use crate::config::{self, ConfigError};
use crate::tls;

/// Concurrent requests per HTTP/2 connection, as announced to browsers. Each but the first takes a place of its own.
pub const STREAMS: u32 = 64;

/// Request body bytes that a client may send before they are read, per connection: HTTP/2's minimum window.
pub const WINDOW: u32 = 65_535;

/// Response bytes that wait for one HTTP/2 stream, besides the current piece.
pub const STREAM_SEND: usize = 32 * 1024;

/// Bytes that wait to be encrypted, or to be sent encrypted, per connection.
pub const TLS_SEND: usize = 32 * 1024;

/// Streams that a client resets before the gateway has seen them; more end the connection.
const RESET_AT_ONCE: usize = 20;

/// Streams that the gateway resets because of client errors; more end the connection.
const RESET_FOR_ERRORS: usize = 64;

/// How to serve connections.
#[derive(Clone)]
pub struct Settings {
    pub(super) tls: Option<TlsAcceptor>,
    /// The HSTS header, with the gateway's own TLS.
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
    /// Reads the certificate, if configured.
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
    // Otherwise the buffer would double far beyond the header limit.
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
    // A client that disappeared does not answer a ping.
    http.keep_alive_interval(server.header_timeout);
    http.keep_alive_timeout(server.header_timeout);
    http
}

fn hsts(days: u64) -> Option<HeaderValue> {
    let value = format!("max-age={}", days * 24 * 60 * 60);
    HeaderValue::from_str(&value).ok().filter(|_| days > 0)
}
