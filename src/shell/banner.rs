//! Connection problems, shown over the lower edge of the page so that nothing moves.

use crate::data::{self, Polling};
use crate::locales::{Text, filled};
use crate::ui::{Icon, LATE_UI, LateUi, icon, live_view, since};
use cloud::FailureKind;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
enum Wrong {
    Nothing,
    Offline,
    /// The cloud does not respond, or reports a failure.
    Failing(FailureKind),
}

/// The banner: a live region that always exists and is mostly empty.
#[component]
pub fn Banner() -> AnyView {
    let fresh = data::freshness();
    let wrong = Memo::new(move |_| {
        fresh.with(|fresh| match (fresh.polling, &fresh.failing) {
            (Polling::Offline, _) => Wrong::Offline,
            // Without data the page itself shows the problem.
            (Polling::Failing, Some((_, failure))) if fresh.loaded_at.is_some() => Wrong::Failing(failure.kind.clone()),
            _ => Wrong::Nothing,
        })
    });
    let when = since(Signal::derive(move || fresh.with(|fresh| fresh.loaded_at)));
    let gone = ("when", when.clone());
    let banner = |words: Text| view! { <p class="banner">{icon(Icon::Offline)}<span>{words}</span></p> }.into_any();
    let failing = move |kind: FailureKind| {
        let when = ("when", when.clone());
        let draw = move |late: &LateUi| {
            let what = ("what", (late.failure_means)(&kind));
            banner(filled(|t| t.shell().cloud_failing, [what, when.clone()]))
        };
        LATE_UI.view(|_| ().into_any(), draw)
    };
    view! {
        <div class="banner-place" role="status">
            {live_view(move || match wrong.get() {
                Wrong::Nothing => ().into_any(),
                Wrong::Offline => banner(filled(|t| t.shell().offline, [gone.clone()])),
                Wrong::Failing(kind) if kind.is_silence() => banner(filled(|t| t.shell().cloud_gone, [gone.clone()])),
                Wrong::Failing(kind) => failing(kind),
            })}
        </div>
    }
    .into_any()
}
