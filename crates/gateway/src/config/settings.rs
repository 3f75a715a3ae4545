//! The operator's settings other than clouds, with their defaults.

use std::time::Duration;

use cloud::config::AppConfig;
use serde::Deserialize;

use super::NamedFile;
use crate::net::Net;
use crate::origin::Origin;

/// How the gateway listens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Server {
    /// The site's origins as browsers see them.
    pub public: Vec<Origin>,
    /// The gateway's own TLS.
    pub tls: Option<TlsFiles>,
    /// Servers in front whose `X-Forwarded-For` is trusted.
    pub trusted_proxies: Vec<Net>,
    /// Clients that may read `/metrics`.
    pub metrics_from: Vec<Net>,
    /// Which proxied requests are logged.
    pub log: Log,
    /// Whether the log entry of a refused sign-in contains the user name.
    pub log_users: bool,
    /// Which other requests are logged.
    pub log_site: Log,
    /// Max-age of HSTS in days, with the gateway's own TLS; 0: no header.
    pub hsts: u64,
    /// Maximum number of open connections.
    pub max_connections: usize,
    /// Of these, for one client.
    pub max_connections_per_client: usize,
    /// Maximum number of header lines.
    pub max_headers: usize,
    /// Maximum bytes of request line and headers.
    pub max_header_bytes: usize,
    /// Timeout for receiving a request's headers.
    pub header_timeout: Duration,
    /// Timeout while a client takes no data of a response.
    pub send_timeout: Duration,
    /// How long running requests may take after a stop signal.
    pub shutdown: Duration,
}

/// Certificate chain and key, both PEM.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TlsFiles {
    /// The server's own certificate first.
    pub cert: NamedFile,
    pub key: NamedFile,
}

/// Which requests are logged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Log {
    All,
    /// Those that the gateway refused, and those that a cloud failed (5xx).
    #[default]
    Failures,
    Off,
}

/// Limits and timeouts of the proxy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proxy {
    /// Timeout for connecting to a cloud.
    pub connect_timeout: Duration,
    /// Timeout for the beginning of the response, and between two pieces of it.
    pub read_timeout: Duration,
    /// Timeout for a request including its response.
    pub total_timeout: Duration,
    /// Maximum bytes of path and query.
    pub max_path_bytes: usize,
    /// Maximum bytes of a request body.
    pub max_body_bytes: usize,
    /// Maximum number of concurrent requests.
    pub max_concurrent: usize,
    /// Of these, for one client.
    pub max_concurrent_per_client: usize,
    /// Maximum number of sign-ins per minute and client that clouds refuse.
    pub max_sign_in_failures: usize,
    /// Non-public addresses that may be connected to.
    pub private: Vec<Net>,
    /// CA certificates to trust in addition to the usual ones.
    pub ca_file: Option<NamedFile>,
}

impl Default for Server {
    fn default() -> Self {
        Server {
            public: Vec::new(),
            tls: None,
            trusted_proxies: Vec::new(),
            metrics_from: ["127.0.0.0/8", "::1"].iter().filter_map(|net| net.parse().ok()).collect(),
            log: Log::default(),
            log_site: Log::Off,
            hsts: 365,
            // Each costs half a megabyte in the worst case (`crate::memory`).
            max_connections: 1024,
            // For an office behind one address: a browser opens at most six, or one with HTTP/2.
            max_connections_per_client: 256,
            log_users: false,
            max_headers: 100,
            // Nginx's limit; a session cookie takes about half a kilobyte.
            max_header_bytes: 32 * 1024,
            header_timeout: Duration::from_secs(30),
            send_timeout: Duration::from_secs(60),
            // Longer than the page waits for a write (120 s).
            shutdown: Duration::from_secs(130),
        }
    }
}

impl Default for Proxy {
    fn default() -> Self {
        Proxy {
            connect_timeout: Duration::from_secs(10),
            // The page times out a write after 120 s; it should learn the outcome from the cloud, not from the gateway.
            read_timeout: Duration::from_secs(150),
            total_timeout: Duration::from_secs(300),
            max_path_bytes: 8 * 1024,
            // The largest request of today's APIs is user data of 64 KiB.
            max_body_bytes: 1024 * 1024,
            max_concurrent: 256,
            // A browser has at most 64 concurrent requests (HTTP/2); an office behind one address has many browsers.
            max_concurrent_per_client: 128,
            max_sign_in_failures: 20,
            private: Vec::new(),
            ca_file: None,
        }
    }
}

/// Settings for the page besides the clouds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// Timeout of reads.
    pub read_timeout: Duration,
    /// Timeout of writes.
    pub write_timeout: Duration,
}

impl Default for Page {
    fn default() -> Self {
        let page = AppConfig::default();
        Page {
            read_timeout: Duration::from_millis(page.read_timeout_ms()),
            write_timeout: Duration::from_millis(page.write_timeout_ms()),
        }
    }
}

/// How the gateway keeps tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Whether it does.
    pub enabled: bool,
    /// The keys for sealing cookies.
    pub key_file: Option<NamedFile>,
    /// A session is locked after this time without activity.
    pub idle: Option<Duration>,
    /// The maximum length of a session.
    pub longest: Duration,
}

impl Default for Session {
    fn default() -> Self {
        // A working day; most clouds' tokens expire earlier.
        Session { enabled: true, key_file: None, idle: None, longest: Duration::from_secs(12 * 60 * 60) }
    }
}
