//! What is wrong with the connection, laid over the lower edge of the page: it pushes nothing.

use crate::data::{self, Polling};
use crate::locales::{Text, filled};
use crate::reactive::{Memo, Signal};
use crate::ui::{Icon, icon, live_view, since};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Nothing,
    Offline,
    CloudGone,
}

/// The banner; a live region that is always there, mostly empty.
#[component]
pub fn Banner() -> AnyView {
    let fresh = data::freshness();
    let wrong = Memo::new(move |_| match fresh.with(|fresh| fresh.polling) {
        Polling::Offline => Wrong::Offline,
        Polling::Failing => Wrong::CloudGone,
        Polling::Off | Polling::Live | Polling::SessionEnded => Wrong::Nothing,
    });
    let when = since(Signal::derive(move || fresh.with(|fresh| fresh.loaded_at)));
    let words = move |wrong| -> Text {
        let when = [("when", when.clone())];
        match wrong {
            Wrong::Offline => filled(|t| t.shell().offline, when),
            _ => filled(|t| t.shell().cloud_gone, when),
        }
    };
    view! {
        <div class="banner-place" role="status">
            {live_view(move || match wrong.get() {
                Wrong::Nothing => ().into_any(),
                wrong => view! { <p class="banner">{icon(Icon::Offline)}<span>{words(wrong)}</span></p> }.into_any(),
            })}
        </div>
    }
    .into_any()
}
