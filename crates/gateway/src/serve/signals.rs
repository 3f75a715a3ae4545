//! What the system tells the process: to stop, or to read its configuration again. Both are watched from the call on, not
//! from the first poll: who reads that the gateway is ready may stop it at once.

/// Ctrl-C, or the stop signal of a service manager.
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

/// Calls `reload` at each SIGHUP, for as long as it is polled.
#[cfg(unix)]
pub fn on_reload(reload: impl Fn()) -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move {
        while hangup.recv().await.is_some() {
            reload();
        }
    })
}

/// There is no such signal.
#[cfg(not(unix))]
pub fn on_reload(_reload: impl Fn()) -> std::io::Result<impl Future<Output = ()>> {
    Ok(std::future::pending())
}
