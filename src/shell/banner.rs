//! What is wrong with the connection, laid over the lower edge of the page: it pushes nothing.

use crate::data::{self, Polling};
use crate::locales::{Text, filled, t};
use crate::reactive::{Memo, Signal};
use crate::ui::{Icon, advice_on, icon, live_view, since};
use cloud::FailureKind;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
enum Wrong {
    Nothing,
    Offline,
    /// Nobody answers, or the cloud answers with a failure.
    Failing(FailureKind),
}

/// The banner; a live region that is always there, mostly empty.
#[component]
pub fn Banner() -> AnyView {
    let fresh = data::freshness();
    let wrong = Memo::new(move |_| {
        fresh.with(|fresh| match (fresh.polling, &fresh.failing) {
            (Polling::Offline, _) => Wrong::Offline,
            (Polling::Failing, Some((_, failure))) => Wrong::Failing(failure.kind.clone()),
            _ => Wrong::Nothing,
        })
    });
    let when = since(Signal::derive(move || fresh.with(|fresh| fresh.loaded_at)));
    let words = move |wrong| -> Text {
        let when = ("when", when.clone());
        match wrong {
            Wrong::Failing(kind) if !kind.is_silence() => {
                let advice = advice_on(&kind);
                let what = Text::live(move || advice(t()).what.into());
                filled(|t| t.shell().cloud_failing, [("what", what), when])
            }
            Wrong::Failing(_) => filled(|t| t.shell().cloud_gone, [when]),
            _ => filled(|t| t.shell().offline, [when]),
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
