//! What an operator may set besides the clouds, and what holds when they set nothing.

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
    /// TLS of its own.
    pub tls: Option<TlsFiles>,
    /// Servers in front whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Net>,
    /// Who may read `/metrics`.
    pub metrics_from: Vec<Net>,
    /// Which proxied requests are logged.
    pub log: Log,
    /// Whether the line of a refused sign-in names the user.
    pub log_users: bool,
    /// Which other requests are logged.
    pub log_site: Log,
    /// For how many days browsers are to come over TLS only, where the gateway itself speaks it; 0: they are not told.
    pub hsts: u64,
    /// Connections open at the same time.
    pub max_connections: usize,
    /// Of these, from one client.
    pub max_connections_per_client: usize,
    /// Header lines of one request.
    pub max_headers: usize,
    /// Bytes of request line and header of one request.
    pub max_header_bytes: usize,
    /// How long a connection may take until a request's header is complete.
    pub header_timeout: Duration,
    /// How long a client may take until it takes more of an answer.
    pub send_timeout: Duration,
    /// How long running requests may take after a stop signal.
    pub shutdown: Duration,
}

/// Certificate chain and key, both PEM.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TlsFiles {
    /// The chain, the server's own certificate first.
    pub cert: NamedFile,
    /// Its key.
    pub key: NamedFile,
}

/// Which requests get a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Log {
    /// Every one.
    All,
    /// Those that the gateway refused, and those that a cloud failed (5xx).
    #[default]
    Failures,
    /// None.
    Off,
}

/// What the proxy lets through, and how long it waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proxy {
    /// Until a connection to a cloud stands.
    pub connect_timeout: Duration,
    /// Until its answer begins, and between two pieces of it.
    pub read_timeout: Duration,
    /// For all of a request and its answer.
    pub total_timeout: Duration,
    /// Bytes of path and query.
    pub max_path_bytes: usize,
    /// Bytes of a request body.
    pub max_body_bytes: usize,
    /// Requests under way at the same time.
    pub max_concurrent: usize,
    /// Of these, from one client.
    pub max_concurrent_per_client: usize,
    /// Sign-ins of one client that a cloud refuses in a minute.
    pub max_sign_in_failures: usize,
    /// Addresses that are not public and may be connected to all the same.
    pub private: Vec<Net>,
    /// Authorities to trust besides the well-known ones.
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
            // Each costs half a megabyte at worst (`crate::memory`).
            max_connections: 1024,
            // An office behind one address: a browser has six at most, one with HTTP/2.
            max_connections_per_client: 256,
            log_users: false,
            max_headers: 100,
            // As much as nginx takes; a session's cookie has about half a kilobyte.
            max_header_bytes: 32 * 1024,
            header_timeout: Duration::from_secs(30),
            send_timeout: Duration::from_secs(60),
            // A write that the page waits for (120 s) is answered still.
            shutdown: Duration::from_secs(130),
        }
    }
}

impl Default for Proxy {
    fn default() -> Self {
        Proxy {
            connect_timeout: Duration::from_secs(10),
            // The page gives up a write after 120 s; it must hear from the cloud what became of it, and not from here.
            read_timeout: Duration::from_secs(150),
            total_timeout: Duration::from_secs(300),
            max_path_bytes: 8 * 1024,
            // The largest one the APIs of today need is user data of 64 KiB.
            max_body_bytes: 1024 * 1024,
            max_concurrent: 256,
            // A browser has at most 64 requests under way (HTTP/2); an office behind one address has many browsers.
            max_concurrent_per_client: 128,
            max_sign_in_failures: 20,
            private: Vec::new(),
            ca_file: None,
        }
    }
}

/// What the page is told, besides the clouds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// How long it waits for an answer to a request that only reads.
    pub read_timeout: Duration,
    /// The same for one that changes something.
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

/// How the gateway keeps tokens for pages that ask for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Whether it does.
    pub enabled: bool,
    /// The keys that cookies are sealed with.
    pub key_file: Option<NamedFile>,
    /// Without anybody at work for this long, a session is locked.
    pub idle: Option<Duration>,
    /// How long a session lasts at most.
    pub longest: Duration,
}

impl Default for Session {
    fn default() -> Self {
        // A working day; clouds' tokens end earlier mostly.
        Session { enabled: true, key_file: None, idle: None, longest: Duration::from_secs(12 * 60 * 60) }
    }
}
