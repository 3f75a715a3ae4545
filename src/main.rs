//! The Maru browser app.
fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"Maru"</p> })
}
