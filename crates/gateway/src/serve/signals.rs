//! What the system tells the process: to stop, or to read its configuration again. Both are watched from the call on, not
//! from the first poll: who reads that the gateway is ready may stop it at once.

use tokio_util::sync::CancellationToken;

/// Two things to wait for: to be told to stop (Ctrl-C, or the stop signal of a service manager), and to be told so once more.
pub fn stop_signals() -> std::io::Result<(impl Future<Output = ()>, impl Future<Output = ()>)> {
    let mut signals = StopSignals::watch()?;
    let (stop, at_once) = (CancellationToken::new(), CancellationToken::new());
    let told = (stop.clone().cancelled_owned(), at_once.clone().cancelled_owned());
    // One after the other, by one watcher: whatever comes after the first was told is the second.
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
