//! Security groups and their rules.

use leptos::prelude::*;

use crate::locales::tx;
use crate::ui::PageHead;

/// The page.
pub fn page() -> AnyView {
    view! { <PageHead title=tx(|t| t.security_groups().title) /> }.into_any()
}
