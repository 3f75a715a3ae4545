//! "Changed since yesterday": a chip for a term that is long to type.

use ::query::{Op, Query, Term, edit};
use leptos::prelude::*;
use view::instances::FIELDS;

use super::address::Shown;
use crate::locales::tx;
use crate::ui::live;

/// Adds the term to the search, or takes it away.
pub fn chip(search: Shown) -> AnyView {
    let searching = search.searching;
    let is_on = Memo::new(move |_| {
        let term = term();
        searching.text.with(|text| Query::parse(text).terms.iter().any(|placed| placed.term == term))
    });
    let press = move |_| {
        let text = searching.text.get_untracked();
        searching.set.run(match is_on.get_untracked() {
            true => edit::remove(&text, FIELDS, "updated"),
            false => edit::set(&text, FIELDS, &term()),
        });
    };
    view! {
        <button type="button" class=live(move || if is_on.get() { "chip press set" } else { "chip press" })
            aria-pressed=live(move || if is_on.get() { "true" } else { "false" }) on:click=press
        >
            {tx(|t| t.instances().changed_since_yesterday)}
        </button>
    }
    .into_any()
}

fn term() -> Term {
    Term::field("updated", Op::AtLeast, "yesterday")
}
