//! The service worker (`public/sw.js`), with which the page starts without a network. If the browser refuses something here,
//! that is not an error: the page then needs the network, as without a worker.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::document;
use super::locks::{self, Mode};

/// Its file, relative to the base.
pub const FILE: &str = "sw.js";

/// Whether the browser has service workers for this page.
pub fn is_possible() -> bool {
    container().is_some()
}

/// The URL of the script that started this page; its name identifies the release.
pub fn own_script() -> Option<String> {
    document::document()?.get_element_by_id("boot")?.get_attribute("src")
}

/// Registers the worker, or has the browser check for a new version. Ends when that is installed or has failed.
pub async fn register() {
    let Some(container) = container() else { return };
    match registration().await.and_then(|registration| registration.update().ok()) {
        Some(update) => JsFuture::from(update).await,
        // Relative to `<base>`, like its scope.
        None => JsFuture::from(container.register(FILE)).await,
    }
    .ok();
    while registration().await.is_some_and(|registration| registration.installing().is_some()) {
        super::timers::pause(500).await;
    }
}

/// Whether all files of a release are cached; false while its worker is being installed.
pub async fn keeps(release: &str) -> bool {
    let Some(caches) = web_sys::window().and_then(|window| window.caches().ok()) else { return false };
    let has = JsFuture::from(caches.has(&(own_caches() + release))).await;
    has.is_ok_and(|has| has.is_truthy())
}

/// Whether a worker of another release waits to be activated.
pub async fn is_waiting() -> bool {
    registration().await.is_some_and(|registration| registration.waiting().is_some())
}

/// Activates the worker that waits, and waits until it is active.
pub async fn take_over() {
    let Some(registration) = registration().await else { return };
    let Some(waiting) = registration.waiting() else { return };
    let _ = waiting.post_message(&"take over".into());
    for _ in 0..10 {
        if registration.waiting().is_none() {
            break;
        }
        super::timers::pause(100).await;
    }
}

/// Tells the worker that a page of its release has started.
pub async fn tell_started() {
    if let Some(active) = registration().await.and_then(|registration| registration.active()) {
        let _ = active.post_message(&"started".into());
    }
}

/// Removes the worker and its caches.
pub async fn remove() {
    let Some(registration) = registration().await else { return };
    let own = own_caches();
    if let Ok(gone) = registration.unregister() {
        let _ = JsFuture::from(gone).await;
    }
    let Some(caches) = web_sys::window().and_then(|window| window.caches().ok()) else { return };
    let names = JsFuture::from(caches.keys()).await.unwrap_or_default();
    for name in js_sys::Array::from(&names).iter().filter_map(|name| name.as_string()) {
        if name.starts_with(&own) {
            let _ = JsFuture::from(caches.delete(&name)).await;
        }
    }
}

/// What the names of the worker's caches begin with.
fn own_caches() -> String {
    ["maru ", document::base_path(), "/ "].concat()
}

/// Tells the worker to keep the files of this page's release as long as the page is open.
pub fn hold_release() {
    let script = document::document().and_then(|document| document.get_element_by_id("boot"));
    let address = script.and_then(|script| Reflect::get(&script, &"src".into()).ok()?.as_string());
    if let Some(address) = address {
        // Never settled: the lock ends with the page. Without locks the files may be removed while it is open.
        let _ = locks::request(&["maru ", &address].concat(), Mode::Shared, || Promise::new(&mut |_, _| {}));
    }
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let base = [document::base_path(), "/"].concat();
    let found = JsFuture::from(container()?.get_registration_with_document_url(&base)).await.ok()?;
    // One with a wider scope belongs to another site, or to another Maru.
    found.dyn_into().ok().filter(|found: &ServiceWorkerRegistration| {
        web_sys::Url::new(&found.scope()).is_ok_and(|scope| scope.pathname() == base)
    })
}

fn container() -> Option<ServiceWorkerContainer> {
    let window = web_sys::window().filter(|window| window.is_secure_context())?;
    let container: JsValue = Reflect::get(&window.navigator(), &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}
