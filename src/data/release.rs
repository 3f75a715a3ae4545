//! The release of the page: cached in the browser by a service worker, so that the page starts without a network, and
//! checked now and then, because a newer one may have been deployed.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use crate::browser::{clock, document, tab, timers, worker};
use crate::http;

/// The shortest time between two checks, in milliseconds.
const LOOK_MS: u64 = 600_000;

thread_local! {
    /// When the last check was; `None` before the first.
    static LOOKED: Cell<Option<f64>> = const { Cell::new(None) };
}

/// What the server has under the name of the worker.
enum Served {
    /// The worker of this page's release.
    Own,
    /// The worker of another release.
    Other(String),
    /// Nothing: the operator removed it, or this is a development build.
    Nothing,
    /// No response.
    Unknown,
}

/// Caches this release, and calls `offer` once when another one can be loaded. Later calls do nothing.
pub fn keep_release(offer: fn()) {
    if LOOKED.get().is_some() || !worker::is_possible() {
        return;
    }
    worker::hold_release();
    let look_again = move || {
        let (now, looked) = (clock::monotonic_ms(), LOOKED.get());
        let due = looked.is_none_or(|looked| now - looked >= LOOK_MS as f64);
        if due && tab::visible() && tab::online() {
            LOOKED.set(Some(now));
            spawn_local(look(offer));
        }
    };
    look_again();
    tab::on_change(look_again);
    spawn_local(async move {
        loop {
            timers::pause(LOOK_MS).await;
            look_again();
        }
    });
}

/// A release is offered only when all its files are cached: a broken deployment is not.
async fn look(offer: fn()) {
    match served().await {
        Served::Own => {
            worker::register().await;
            // The page is already of the release that waits, unless another one was deployed just now.
            if worker::is_waiting().await && matches!(served().await, Served::Own) {
                worker::take_over().await;
            }
            worker::tell_started().await;
        }
        Served::Other(release) => {
            worker::register().await;
            if worker::keeps(&release).await && LOOKED.replace(Some(f64::INFINITY)).is_some_and(f64::is_finite) {
                offer();
            }
        }
        Served::Nothing => worker::remove().await,
        Served::Unknown => {}
    }
}

async fn served() -> Served {
    let Ok((status, text)) = http::text(worker::FILE, &[]).await else { return Served::Unknown };
    let Some(script) = worker::own_script() else { return Served::Unknown };
    let release =
        text.split_once("const RELEASE = \"").and_then(|(_, rest)| rest.split_once('"')).map(|(name, _)| name);
    match (status, release) {
        (404 | 410, _) => Served::Nothing,
        // A worker without a release is the one that removes itself.
        (200, None | Some("")) => Served::Nothing,
        (200, Some(_)) if text.contains(&script) => Served::Own,
        (200, Some(release)) => Served::Other(release.to_owned()),
        _ => Served::Unknown,
    }
}

/// Loads the newest release.
pub fn load_release() {
    spawn_local(async {
        worker::take_over().await;
        document::reload();
    });
}
