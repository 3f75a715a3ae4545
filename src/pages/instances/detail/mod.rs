//! One instance.

use crate::locales::tx;
use crate::ui::PageHead;
use leptos::prelude::*;

/// The page of the instance with this id.
pub fn page(id: String) -> AnyView {
    let _ = id;
    view! { <PageHead title=tx(|t| t.instance.title) /> }.into_any()
}
