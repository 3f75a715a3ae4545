//! What the plans for many instances and for many other things share: how the run proceeds ([`How`]), the lines of a plan;
//! and what is
//! done to many things of a list ([`Things`]).

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

/// A line of a plan: how many, and their names below.
pub fn line(mark: Icon, title: Text, names: Text) -> AnyView {
    view! { {icon(mark)}<div><span class="plan-what">{title}</span><span class="plan-names" dir="auto">{names}</span></div> }
        .into_any()
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
