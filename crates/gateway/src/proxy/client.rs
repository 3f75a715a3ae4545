//! The HTTP client for the clouds. TLS certificates are always verified; redirects are not followed (the client
//! cannot), because they would lead off the allow list.

use std::error::Error as _;
use std::time::Duration;

use axum::body::Body;
use http::StatusCode;
use http_body_util::{LengthLimitError, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{self, Error};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::in_time::InTime;
use super::resolve::{Lookup, NotPublic, Resolver};
use crate::answer::GatewayError;
use crate::config::{self, ConfigError};
use crate::origin::Origin;
use crate::tls;

pub type Client = legacy::Client<InTime<HttpsConnector<HttpConnector<Resolver>>>, Limited<Body>>;
pub type Outgoing = http::Request<Limited<Body>>;

/// Shorter than the 5 s after which Apache, the usual server in front of OpenStack, closes an idle connection: a
/// request on a closing connection would fail, and a write must not be repeated.
const KEEP_IDLE: Duration = Duration::from_secs(4);

/// The buffer for received response bytes, and the one for unsent request bytes.
pub const CLOUD_BUFFER: usize = 64 * 1024;

/// The kernel's receive buffer per connection to a cloud; Linux doubles it. Unlimited, it would grow to megabytes.
pub const CLOUD_RECEIVE: u32 = 128 * 1024;

/// The same for sending.
pub const CLOUD_SEND: u32 = 32 * 1024;

/// Idle connections per host: bursts from one client are rare, and a new connection is cheap.
pub fn idle_per_host(proxy: &config::Proxy) -> usize {
    proxy.max_concurrent_per_client.div_ceil(4)
}

pub fn new(proxy: &config::Proxy, lookup: Lookup) -> Result<Client, ConfigError> {
    let mut tcp = HttpConnector::new_with_resolver(Resolver::new(lookup, &proxy.private));
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_recv_buffer_size(usize::try_from(CLOUD_RECEIVE).ok());
    tcp.set_send_buffer_size(usize::try_from(CLOUD_SEND).ok());
    // Divided among the addresses of a name, so that the second is tried if the first is silent.
    tcp.set_connect_timeout(Some(proxy.connect_timeout));
    let tls = HttpsConnectorBuilder::new().with_tls_config(tls::client(proxy.ca_file.as_ref())?);
    let tls = tls.https_or_http().enable_http1().wrap_connector(tcp);
    let mut builder = legacy::Client::builder(TokioExecutor::new());
    Ok(builder
        .http1_max_buf_size(CLOUD_BUFFER)
        .pool_idle_timeout(KEEP_IDLE)
        .pool_max_idle_per_host(idle_per_host(proxy))
        .pool_timer(TokioTimer::new())
        .build(InTime::new(tls, proxy.connect_timeout)))
}

/// Turns an error into a response.
pub fn explain(origin: &Origin, error: &Error, max_body: usize) -> GatewayError {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        if cause.is::<LengthLimitError>() {
            return too_large(max_body);
        }
        if cause.is::<NotPublic>() {
            return not_public(origin);
        }
        if is_certificate(cause) {
            return untrusted(origin, &cause.to_string());
        }
        words = cause.to_string();
        source = cause.source();
    }
    let message = if error.is_connect() {
        format!("The gateway cannot connect to {origin}: {words}")
    } else {
        format!("{origin} broke off before it answered: {words}. Look whether the request was carried out")
    };
    GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-unreachable", message)
}

pub fn too_large(max_body: usize) -> GatewayError {
    let message = format!("The request is larger than {} KiB, the gateway's limit", max_body / 1024);
    GatewayError::new(StatusCode::PAYLOAD_TOO_LARGE, "request-too-large", message)
}

/// An I/O error does not list the error it was created from among its sources.
fn is_certificate(cause: &(dyn std::error::Error + 'static)) -> bool {
    use tokio_rustls::rustls::Error::InvalidCertificate;
    let within = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    matches!(cause.downcast_ref(), Some(InvalidCertificate(_))) || within.is_some_and(|own| is_certificate(own))
}

/// The server's certificate is not trusted.
fn untrusted(origin: &Origin, words: &str) -> GatewayError {
    let message = format!("The gateway does not trust the certificate of {origin}: {words}");
    GatewayError::new(StatusCode::BAD_GATEWAY, "cloud-untrusted", message)
}

fn not_public(origin: &Origin) -> GatewayError {
    let message = format!(
        "`{}` resolves to an address of a private network, where the gateway does not connect. Its operator can list the \
         address in `private` under [proxy]",
        origin.host
    );
    GatewayError::new(StatusCode::FORBIDDEN, "address-not-allowed", message)
}
