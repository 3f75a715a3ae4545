//! A search box, and filters that look like chips.

use super::field::{Choice, options};
use super::icon::{Icon, icon};
use super::live::{fresh_id, live};
use crate::browser::dom;
use crate::browser::keyboard::{Key, key};
use crate::locales::{Text, tx};
use crate::reactive::Value;
use leptos::prelude::*;

/// A search box that reports every change. `/` anywhere on the page focuses it (`shell::shortcuts`).
#[component]
pub fn SearchBox(
    /// "Search instances".
    #[prop(into)]
    label: Text,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// Enter and arrow down: moves to the first result.
    #[prop(into, optional)]
    on_rows: Option<Callback<()>>,
) -> AnyView {
    let keys = move |event: dom::KeyboardEvent| {
        if let Some(on_rows) = on_rows.filter(|_| matches!(key(&event), Key::Enter | Key::Down)) {
            event.prevent_default();
            on_rows.run(());
        }
    };
    view! {
        <label class="search">
            {icon(Icon::Search)}
            <span class="sr-only">{label.clone()}</span>
            <input type="search" data-search="" autocomplete="off" spellcheck="false" placeholder=label
                prop:value=move || value.get() on:input:target=move |event| on_input.run(event.target().value()) on:keydown=keys />
        </label>
    }
    .into_any()
}

/// A filter with one of several values; empty means all. Active filters stand out.
#[component]
pub fn Filter(
    /// "Status".
    #[prop(into)]
    label: Text,
    /// Empty: all.
    #[prop(into)]
    value: Signal<String>,
    /// Without "All", which is added first.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    #[prop(into)] on_change: Callback<String>,
) -> AnyView {
    let with_all = Signal::derive(move || {
        let mut all = vec![Choice::new("", tx(|t| t.common().all))];
        all.extend(choices.get());
        all
    });
    let set = Signal::derive(move || !value.with(String::is_empty));
    view! { <Select label value choices=with_all on_change set /> }.into_any()
}

/// A select as a chip; stands out if `set`.
#[component]
pub fn Select(
    #[prop(into)] label: Text,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(into, optional)] set: Signal<bool>,
) -> AnyView {
    let id = fresh_id("filter");
    let chosen = Value::new(value, move |choice| on_change.run(choice));
    view! {
        <span class=live(move || if set.get() { "chip set" } else { "chip" })>
            <label for=id.clone()>{label}</label>
            <select id=id.clone() prop:value=live(move || { choices.track(); chosen.get() })
                on:change:target=move |event| chosen.set(event.target().value())
            >{options(choices, chosen)}</select>
            {icon(Icon::Down)}
        </span>
    }
    .into_any()
}
