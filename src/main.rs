//! The Maru browser app.

mod app;
mod browser;
mod data;
mod http;
mod locales;
mod pages;
mod routes;
mod shell;
mod ui;

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    data::start();
    leptos::mount::mount_to_body(|| view! { <app::App /> })
}
