//! Web Locks, shared by all tabs of this origin. By hand: web-sys has none that are stable.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether several may hold a lock at the same time.
#[derive(Clone, Copy)]
pub enum Mode {
    /// One at a time; the others stand in line.
    Exclusive,
    /// All who ask for it shared.
    Shared,
}

/// Asks for a lock. It is held from the call of `granted` until the promise that this returns is settled. Gives the browser's
/// promise of the whole, which is rejected where the page may not have locks; `None`: the browser has none here.
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
