//! What the cloud offers.

use leptos::prelude::*;

use crate::locales::tx;
use crate::ui::PageHead;

/// The page.
pub fn page() -> AnyView {
    view! { <PageHead title=tx(|t| t.about().title) /> }.into_any()
}
