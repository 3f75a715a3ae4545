//! Signals: stop and reload. Both are watched from the call on, not from the first poll, because the process may be
//! stopped as soon as it reports that it is ready.

use tokio_util::sync::CancellationToken;

/// Two futures: the first stop signal (Ctrl-C, or that of a service manager), and the second.
pub fn stop_signals() -> std::io::Result<(impl Future<Output = ()>, impl Future<Output = ()>)> {
    let mut signals = StopSignals::watch()?;
    let (stop, at_once) = (CancellationToken::new(), CancellationToken::new());
    let told = (stop.clone().cancelled_owned(), at_once.clone().cancelled_owned());
    // Watched by one task in sequence, so that whatever follows the first signal is the second.
    tokio::spawn(async move {
        for told in [stop, at_once] {
            signals.next().await;
            told.cancel();
        }
    });
    Ok(told)
}

#[cfg(unix)]
struct StopSignals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl StopSignals {
    fn watch() -> std::io::Result<StopSignals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(StopSignals { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct StopSignals;

#[cfg(not(unix))]
impl StopSignals {
    fn watch() -> std::io::Result<StopSignals> {
        Ok(StopSignals)
    }

    async fn next(&mut self) {
        // If it cannot be watched, its default action ends the process: wait for that.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Calls `reload` for each SIGHUP, as long as it is polled.
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

/// This system has no SIGHUP.
#[cfg(not(unix))]
pub fn on_reload(_reload: impl Fn()) -> std::io::Result<impl Future<Output = ()>> {
    Ok(std::future::pending())
}
