//! Signing in: the first page, and again over any page when the session has ended.

use crate::locales::tx;
use crate::ui::PageHead;
use leptos::prelude::*;

/// The first page.
pub fn page() -> AnyView {
    view! { <PageHead title=tx(|t| t.sign_in.title) /> }.into_any()
}

/// The form alone, for the dialog over a page whose session has ended.
pub fn again() -> AnyView {
    view! { <p>{tx(|t| t.sign_in.title)}</p> }.into_any()
}
