//! Which runs where, and what needs attention.

use leptos::prelude::*;

use crate::locales::tx;
use crate::ui::PageHead;

/// The page.
pub fn page() -> AnyView {
    view! { <PageHead title=tx(|t| t.overview().title) /> }.into_any()
}
