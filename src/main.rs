//! The Maru browser app.

mod app;
mod browser;
mod data;
mod extras;
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

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        shell::on_panic(panic.location());
    }));
    browser::navigation::start();
    data::start();
    leptos::mount::mount_to_body(|| view! { <app::App /> })
}
