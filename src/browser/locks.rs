//! Web Locks, which all tabs of this origin share. Through `Reflect`, because web-sys has no stable binding.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether several can hold a lock at the same time.
#[derive(Clone, Copy)]
pub enum Mode {
    /// One at a time; the others wait.
    Exclusive,
    /// All that ask for it as shared.
    Shared,
}

/// Asks for a lock, which is held from the call of `granted` until the promise that this returns is settled. Returns the
/// browser's promise for the whole, which is rejected if the page is not allowed to use locks; `None` if the browser has
/// none here.
pub fn request(name: &str, mode: Mode, granted: impl FnOnce() -> Promise + 'static) -> Option<Promise> {
    let locks =
        Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok().filter(|locks| locks.is_object())?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    let mode = match mode {
        Mode::Exclusive => "exclusive",
        Mode::Shared => "shared",
    };
    Reflect::set(&options, &"mode".into(), &mode.into()).ok()?;
    let granted = Closure::once_into_js(granted);
    request.call3(&locks, &name.into(), &options, &granted).ok()?.dyn_into().ok()
}
