//! Floating IPs.

use leptos::prelude::*;

use crate::locales::tx;
use crate::ui::PageHead;

/// The page.
pub fn page() -> AnyView {
    view! { <PageHead title=tx(|t| t.floating_ips().title) /> }.into_any()
}
