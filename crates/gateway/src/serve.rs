//! Runs a service until the process is told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use crate::config::{self, ConfigError};
use crate::peer::Peer;
use crate::tls;

/// How to serve.
#[derive(Clone)]
pub struct Settings {
    tls: Option<TlsAcceptor>,
    http: http1::Builder,
    header_timeout: Duration,
    max_connections: usize,
    shutdown: Duration,
}

impl Settings {
    /// Reads the certificate, if there is to be one.
    pub fn new(server: &config::Server) -> Result<Settings, ConfigError> {
        let tls = server.tls.as_ref().map(|files| tls::server(files).map(TlsAcceptor::from)).transpose()?;
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new());
        http.header_read_timeout(server.header_timeout);
        http.max_headers(server.max_headers);
        http.max_header_size(server.max_header_bytes);
        Ok(Settings {
            tls,
            http,
            header_timeout: server.header_timeout,
            max_connections: server.max_connections,
            shutdown: server.shutdown,
        })
    }
}

/// Serves until `stop` is ready, then lets running answers finish for a while.
pub async fn until(listener: TcpListener, router: Router, settings: Settings, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(settings.max_connections));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            // Above the bound, new connections wait where the system keeps them.
            let place = Arc::clone(&places).acquire_owned().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file descriptors, or the client is gone already. A moment later there may be some again.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        let (router, settings, watcher) = (router.clone(), settings.clone(), graceful.watcher());
        tokio::spawn(async move {
            connection(stream, peer, router, &settings, watcher).await;
            drop(place);
        });
    }
    // Whoever connects now goes to another replica, if there is one.
    drop(listener);
    let _ = tokio::time::timeout(settings.shutdown, graceful.shutdown()).await;
}

async fn connection(stream: TcpStream, peer: SocketAddr, router: Router, settings: &Settings, watcher: Watcher) {
    // Answers are small and latency is what one feels; a socket that refuses still works.
    let _ = stream.set_nodelay(true);
    match &settings.tls {
        None => exchange(stream, peer, router, settings, watcher).await,
        Some(acceptor) => {
            if let Ok(Ok(stream)) = tokio::time::timeout(settings.header_timeout, acceptor.accept(stream)).await {
                exchange(stream, peer, router, settings, watcher).await;
            }
        }
    }
}

async fn exchange<S>(stream: S, peer: SocketAddr, router: Router, settings: &Settings, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = router.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        request.map(Body::new)
    });
    let connection = settings.http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    // That a client went away is its own business.
    let _ = watcher.watch(connection).await;
}

/// Ctrl-C, or the stop signal of a service manager. Watched from this call on, not from the first poll: who reads that
/// the gateway is ready may stop it at once.
#[cfg(unix)]
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ctrl-C.
#[cfg(not(unix))]
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        // If it cannot be watched, its default action ends the process: wait for that.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
