//! The search box of a list, in the search language.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use super::searching::Searching;
use crate::browser::keyboard::{Key, key};
use crate::browser::{caret, dom};
use crate::locales::Text;

/// A search box. `/` anywhere on the page focuses it (`shell::shortcuts`).
#[component]
pub fn QueryBox(
    /// "Search instances".
    #[prop(into)]
    label: Text,
    searching: Searching,
    /// Enter and arrow down: moves to the first result.
    #[prop(into)]
    on_rows: Callback<()>,
) -> AnyView {
    let keys = move |event: dom::KeyboardEvent| {
        if matches!(key(&event), Key::Enter | Key::Down) {
            event.prevent_default();
            searching.settle();
            on_rows.run(());
        }
    };
    view! {
        <label class="search">
            {icon(Icon::Search)}
            <span class="sr-only">{label.clone()}</span>
            <input type="search" data-search="" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=label
                prop:value=move || searching.text.get()
                on:input:target=move |event| searching.typed(event.target().value(), caret::of(&event.target()))
                on:blur=move |_| searching.settle() on:keydown=keys />
        </label>
    }
    .into_any()
}
