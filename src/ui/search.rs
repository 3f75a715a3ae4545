//! Narrowing a list: a search box and filters that look like chips.

use super::field::{Choice, options};
use super::icon::{Icon, icon};
use super::live::{fresh_id, live};
use crate::locales::{Text, tx};
use crate::reactive::{Signal, effect};
use leptos::prelude::*;

/// A search box that says on every keystroke what is typed. `/` anywhere on the page leads here (the shell listens).
#[component]
pub fn SearchBox(
    /// What is searched: "Search instances".
    #[prop(into)]
    label: Text,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
) -> AnyView {
    view! {
        <label class="search">
            {icon(Icon::Search)}
            <span class="sr-only">{label.clone()}</span>
            <input type="search" data-search="" autocomplete="off" spellcheck="false" placeholder=label
                prop:value=move || value.get() on:input:target=move |event| on_input.run(event.target().value()) />
        </label>
    }
    .into_any()
}

/// A filter with one of several values; the empty value means all. Set ones stand out.
#[component]
pub fn Filter(
    /// What is filtered by: "Status".
    #[prop(into)]
    label: Text,
    /// The value; empty: all.
    #[prop(into)]
    value: Signal<String>,
    /// Without "All", which stands first by itself.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    #[prop(into)] on_change: Callback<String>,
) -> AnyView {
    let id = fresh_id("filter");
    let chosen = RwSignal::new(value.get_untracked());
    effect(move || chosen.set(value.get()));
    let with_all = Signal::derive(move || {
        let mut all = vec![Choice::new("", tx(|t| t.common().all))];
        all.extend(choices.get());
        all
    });
    let class = live(move || if value.with(String::is_empty) { "chip" } else { "chip set" });
    view! {
        <span class=class>
            <label for=id.clone()>{label}</label>
            <select id=id.clone() prop:value=move || { with_all.track(); chosen.get() }
                on:change:target=move |event| on_change.run(event.target().value())
            >{options(with_all, chosen)}</select>
            {icon(Icon::Down)}
        </span>
    }
    .into_any()
}
