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

/// Ctrl-C, or the stop signal of a service manager.
pub async fn stop_signal() {
    let interrupt = async {
        // If the signal cannot be watched, its default action ends the process: wait for that.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate() => {}
    }
}

#[cfg(unix)]
async fn terminate() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    std::future::pending().await
}
