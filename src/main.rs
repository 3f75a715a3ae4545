//! The Maru browser app.

mod browser;
mod data;
mod http;

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    data::start();
    leptos::mount::mount_to_body(|| view! { <p>"Maru"</p> })
}
