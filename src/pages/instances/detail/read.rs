//! Values of an instance as reactive texts. The readers are plain functions, so that all facts share one closure type.

use cloud::Timestamp;
use cloud::wire::{Server, Told};
use leptos::prelude::*;

use crate::locales::{Text, tx};
use crate::pages::instances::words::Row;
use crate::ui::{Ago, Fact};

/// A value as the API sent it; empty if it was not sent.
pub fn said(row: Row, read: fn(&Server) -> Option<String>) -> Text {
    Text::live(move || row.with(|server| server.as_deref().and_then(read)).unwrap_or_default().into())
}

/// A value as words.
pub fn worded(row: Row, read: fn(&Server) -> Text) -> Text {
    Text::live(move || row.with(|server| server.as_deref().map(read)).unwrap_or_default())
}

/// An id with a copy button, or a dash.
pub fn id(name: Text, row: Row, read: fn(&Server) -> Option<String>) -> Fact {
    let there =
        Memo::new(move |_| row.with(|server| server.as_deref().and_then(read).is_some_and(|id| !id.is_empty())));
    let what = name.clone();
    let text = said(row, read);
    let value = crate::ui::live_view(move || match there.get() {
        true => view! { <crate::ui::Copyable text=text.clone() what=what.clone() /> }.into_any(),
        false => view! { <span>"–"</span> }.into_any(),
    });
    Fact::new(name, value)
}

/// A relative time such as "3 minutes ago", with the exact time beside it.
pub fn time(name: Text, row: Row, read: fn(&Server) -> Option<Timestamp>) -> Fact {
    let at = Signal::derive(move || row.with(|server| server.as_deref().and_then(read)));
    let exact = Text::live(move || match at.get() {
        Some(at) => crate::locales::date_time(at.0 as f64).into(),
        None => Text::default(),
    });
    Fact::new(name, view! { <Ago at /><span class="exact">{exact}</span> })
}

/// A value that was sent and is not empty.
pub fn filled(told: &Told<String>) -> Option<String> {
    told.said().filter(|text| !text.is_empty()).cloned()
}

/// "On" or "off".
pub fn switch(on: Option<bool>) -> Text {
    match on {
        None => Text::default(),
        Some(true) => tx(|t| t.instance().on),
        Some(false) => tx(|t| t.instance().off),
    }
}
