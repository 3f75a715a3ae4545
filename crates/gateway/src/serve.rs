//! Runs a service until the process is told to stop.

use std::future::{Future, IntoFuture as _};
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// How long answers that are under way may take after the signal. Service managers kill after 30 s or more.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `stop` is ready, then lets running answers finish for a while.
pub async fn until(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) -> std::io::Result<()> {
    let (tell, told) = oneshot::channel::<()>();
    let listener = listener.tap_io(|stream| {
        // Answers are small and latency is what one feels; a socket that refuses still works.
        let _ = stream.set_nodelay(true);
    });
    let serving = axum::serve(listener, router).with_graceful_shutdown(async {
        let _ = told.await;
    });
    let mut serving = Box::pin(serving.into_future());
    tokio::select! {
        ended = &mut serving => return ended,
        () = stop => {}
    }
    let _ = tell.send(());
    tokio::time::timeout(GRACE, serving).await.unwrap_or(Ok(()))
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
