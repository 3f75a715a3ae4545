//! Accepts connections until the process is told to stop. The configuration can change meanwhile: each request uses one
//! configuration from beginning to end.

mod activity;
mod exchange;
mod places;
mod settings;
mod signals;
mod socket;
mod watched;

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulConnection;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use self::activity::{Activity, End, Patience};
use self::exchange::Exchange;
pub use self::places::refused;
use self::places::{Place, Places};
pub use self::settings::{STREAM_SEND, Settings, TLS_SEND, WINDOW};
pub use self::signals::{on_reload, stop_signals};
use self::socket::{Cut, Socket};
use crate::tls;

/// The kernel's send buffer per connection. Linux doubles it for its own bookkeeping.
pub const SYSTEM_SEND: u32 = 64 * 1024;
/// The kernel's receive buffer per connection.
pub const SYSTEM_RECEIVE: u32 = 32 * 1024;

/// Connections that the kernel queues until there is a place for them.
const WAITING: u32 = 1024;

/// Connections that were cut because the client took no data, or flooded.
static CUT: AtomicU64 = AtomicU64::new(0);

/// The value of [`CUT`].
pub fn cut() -> u64 {
    CUT.load(Ordering::Relaxed)
}

/// What is served, and how.
pub struct Serving {
    router: Router,
    settings: Settings,
}

/// What is served now.
pub struct Current(watch::Sender<Arc<Serving>>);

impl Current {
    /// The initial configuration.
    pub fn new(router: Router, settings: Settings) -> Arc<Current> {
        Arc::new(Current(watch::Sender::new(Arc::new(Serving { router, settings }))))
    }

    /// Applies to the next requests. Running requests are not affected; connections keep their settings.
    pub fn replace(&self, router: Router, settings: Settings) {
        self.0.send_replace(Arc::new(Serving { router, settings }));
    }

    fn now(&self) -> Arc<Serving> {
        Arc::clone(&self.0.borrow())
    }
}

/// Listens, with limited kernel buffers per connection.
pub fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // Connections inherit both.
    socket.set_send_buffer_size(SYSTEM_SEND)?;
    socket.set_recv_buffer_size(SYSTEM_RECEIVE)?;
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// Serves until `stop` is ready, then lets running requests finish for a while.
pub async fn until(listener: TcpListener, current: Arc<Current>, stop: impl Future<Output = ()>) {
    let (stopping, running, places) = (CancellationToken::new(), TaskTracker::new(), Arc::<Places>::default());
    let mut stop = pin!(stop);
    let mut changes = current.0.subscribe();
    loop {
        let next = async {
            // Above the limit, new connections wait in the kernel's queue.
            places.room(current.now().settings.max_connections).await;
            listener.accept().await
        };
        let accepted = tokio::select! {
            accepted = next => accepted,
            // The new configuration may allow more places.
            Ok(()) = changes.changed() => continue,
            () = &mut stop => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors, or the client is gone already: retry a moment later.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let serving = current.now();
        // A client that has its share is closed at once, so that it does not block others.
        let Some(place) = places.take(&serving.settings.limits, peer.ip()) else { continue };
        let exchange = Exchange {
            peer,
            secure: serving.settings.tls.is_some(),
            current: Arc::clone(&current),
            places: Arc::clone(&places),
            activity: Activity::new(),
        };
        running.spawn(connection(stream, exchange, serving, place, stopping.clone()));
    }
    // New connections go to another replica, if there is one.
    drop(listener);
    stopping.cancel();
    running.close();
    let shutdown = current.now().settings.shutdown;
    let _ = tokio::time::timeout(shutdown, running.wait()).await;
}

async fn connection(
    stream: TcpStream,
    exchange: Exchange,
    serving: Arc<Serving>,
    _place: Place,
    stopping: CancellationToken,
) {
    // Responses are small, so a delay would be noticeable. A socket that rejects the option still works.
    let _ = stream.set_nodelay(true);
    let Settings { tls: acceptor, http1, http2, header_timeout, patience, .. } = &serving.settings;
    let cut = Cut::default();
    let stream = Socket::new(stream, cut.clone());
    let exchange = Arc::new(exchange);
    let watch = Watch { activity: Arc::clone(&exchange.activity), patience: *patience, stopping, cut };
    let service = service_fn(move |request| Arc::clone(&exchange).answer(request));
    let Some(acceptor) = acceptor else {
        return watch.drive(http1.serve_connection(TokioIo::new(stream), service)).await;
    };
    let handshake = acceptor.accept_with(stream, |tls| tls.set_buffer_limit(Some(TLS_SEND)));
    let accepted = tokio::select! {
        accepted = tokio::time::timeout(*header_timeout, handshake) => accepted,
        () = watch.stopping.cancelled() => return,
    };
    let Ok(Ok(stream)) = accepted else { return };
    let is_http2 = stream.get_ref().1.alpn_protocol() == Some(tls::HTTP_2);
    let io = TokioIo::new(stream);
    if is_http2 {
        watch.drive(http2.serve_connection(io, service)).await;
    } else {
        watch.drive(http1.serve_connection(io, service)).await;
    }
}

/// Runs a connection, and ends it if there is a reason.
struct Watch {
    activity: Arc<Activity>,
    patience: Patience,
    stopping: CancellationToken,
    cut: Cut,
}

impl Watch {
    async fn drive(self, connection: impl GracefulConnection) {
        let mut connection = pin!(connection);
        let mut leaving = None;
        loop {
            tokio::select! {
                // A client that disconnects is not an error.
                _ = connection.as_mut() => return,
                () = self.stopping.cancelled(), if leaving.is_none() => {}
                end = self.activity.end(self.patience, leaving) => {
                    if end != End::Idle || leaving.is_some() {
                        CUT.fetch_add(1, Ordering::Relaxed);
                        self.cut.set();
                        return;
                    }
                }
            }
            leaving = Some(Instant::now());
            connection.as_mut().graceful_shutdown();
        }
    }
}
