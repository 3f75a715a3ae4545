//! The freshness indicator: a dot, the age of the page's data, and a refresh button.

use crate::data::{self, Polling};
use crate::locales::{Text, filled, tx};
use crate::ui::{Button, Icon, Kind, live, since};
use leptos::prelude::*;

/// The indicator in the header.
#[component]
pub fn FreshMark() -> AnyView {
    let fresh = data::freshness();
    let loaded = Signal::derive(move || fresh.with(|fresh| fresh.loaded_at));
    let ago = since(loaded);
    let class = live(move || {
        fresh.with(|fresh| match fresh.polling {
            Polling::Off => "fresh off",
            Polling::Live if fresh.loaded_at.is_none() => "fresh waiting",
            Polling::Live => "fresh live",
            Polling::Offline | Polling::SessionEnded | Polling::Failing => "fresh stale",
        })
    });
    let short = ago.clone();
    let long = Text::live(move || {
        let when = [("when", ago.clone())];
        fresh.with(|fresh| match (fresh.polling, fresh.loaded_at) {
            (_, None) => tx(|t| t.shell().refreshing),
            (Polling::Live, _) => filled(|t| t.shell().fresh, when),
            _ => filled(|t| t.shell().stale, when),
        })
    });
    let words = live(move || loaded.get().is_some());
    let late = data::still_waiting();
    let shown = Text::live(move || match (late.get(), words()) {
        (true, _) => tx(|t| t.shell().still_waiting),
        (false, true) => short.clone(),
        (false, false) => tx(|t| t.shell().refreshing),
    });
    view! {
        <span class=class title=long><span class="fresh-dot" aria-hidden="true"></span><span class="fresh-words">{shown}</span></span>
        <Button label=tx(|t| t.common().refresh) kind=Kind::IconOnly icon_before=Icon::Refresh on_click=|()| data::refresh() />
    }
    .into_any()
}
