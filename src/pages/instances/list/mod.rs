//! The table of all instances.

use crate::locales::tx;
use crate::ui::PageHead;
use leptos::prelude::*;

/// The page.
pub fn page() -> AnyView {
    view! { <PageHead title=tx(|t| t.instances.title) /> }.into_any()
}
