//! The Maru browser app.

mod app;
mod browser;
mod console;
mod data;
mod flows;
mod http;
mod lazy;
mod locales;
mod pages;
mod parts;
mod private_keys;
mod reactive;
mod routes;
mod shared;
mod shell;
mod ui;

use leptos::prelude::*;

/// Overwrites every block that is freed (docs/decisions/0005). A private key or password passes through many: chunks of
/// a response, its JSON, strings in views. After they are dropped, code that runs later in the page cannot read them.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        shell::on_panic(panic.location());
    }));
    browser::navigation::start();
    data::start();
    leptos::mount::mount_to_body(|| view! { <app::App /> })
}
