//! What the plans for many instances and for many other things share: how the run proceeds ([`How`]), the lines of a plan;
//! and what is done to many things of a list ([`Things`]).

mod how;
mod things;

pub use how::How;
pub use things::{Does, Row, Things, title_of};

use leptos::prelude::*;
use runner::Plan;

use crate::locales::{Text, counted_once, filled};
use crate::ui::{Icon, icon};

/// Why so many cannot be worked on in one run.
pub fn too_many(n: usize) -> Option<Text> {
    (n > Plan::MOST).then(|| filled(|t| t.bulk().too_many, [("n", Plan::MOST.into())]))
}

/// The most names that are listed.
pub const LISTED: usize = 20;

/// A line of a plan: how many, and their names below if there are any.
pub fn line(mark: Icon, title: Text, names: Option<Text>) -> AnyView {
    let names = names.map(|names| view! { <span class="plan-names" dir="auto">{names}</span> });
    view! { {icon(mark)}<div><span class="plan-what">{title}</span>{names}</div> }.into_any()
}

/// Puts together what has the same reason, in the order in which the reasons first occur.
pub fn by_reason<R, T>(all: impl Iterator<Item = (R, T)>, same: fn(&R, &R) -> bool) -> Vec<(R, Vec<T>)> {
    let mut groups: Vec<(R, Vec<T>)> = Vec::new();
    for (reason, one) in all {
        match groups.iter_mut().find(|(known, _)| same(known, &reason)) {
            Some((_, items)) => items.push(one),
            None => groups.push((reason, vec![one])),
        }
    }
    groups
}

/// Texts with commas between them, and how many of `all` are left out.
pub fn joined(listed: Vec<Text>, all: usize) -> Text {
    let more = all.saturating_sub(listed.len());
    Text::live(move || {
        let mut parts: Vec<_> = listed.iter().map(Text::get).collect();
        if more > 0 {
            parts.push(counted_once(|t| &t.bulk().more, more).get());
        }
        parts.join(", ").into()
    })
}
