//! The page if `config.json` is missing or invalid, or if there is no network, so that nobody can sign in.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::tab;
use crate::data::{self, ConfigFailure, ConfigState};
use crate::locales::{filled, tx};
use crate::routes::{self, Route};
use crate::ui::{Button, Icon, icon, live_view, nothing};

/// The message on the sign-in page, and a link to the list that this browser stores, if there is one.
pub fn page(failure: ConfigFailure) -> AnyView {
    let list = data::shown_without_session();
    let link = live_view(move || match list.get() {
        Some(head) => {
            let href = routes::href_in(&head.scope, &head.project, &Route::Instances);
            let words = filled(|t| t.offline().to_list, [("project", head.project.into())]);
            view! { <p><a href=href>{words}</a></p> }.into_any()
        }
        None => nothing(),
    });
    view! { {unconfigured(failure)}{link} }.into_any()
}

/// The message above other content.
pub fn alone() -> AnyView {
    let config = data::config();
    live_view(move || match config.get() {
        ConfigState::Failed(failure) => unconfigured(failure),
        ConfigState::Loading | ConfigState::Ready(_) => nothing(),
    })
    .into_any()
}

/// The message, with that of the browser or the decoder in a fold.
fn unconfigured(failure: ConfigFailure) -> AnyView {
    if matches!(failure, ConfigFailure::NoAnswer(_)) && !tab::online() {
        return without_network();
    }
    let (what, words) = match failure {
        ConfigFailure::NoAnswer(words) => (tx(|t| t.sign_in_more().config_no_answer), Some(words)),
        ConfigFailure::Status(status) => {
            (filled(|t| t.sign_in_more().config_status, [("status", status.to_string().into())]), None)
        }
        ConfigFailure::Broken(words) => (tx(|t| t.sign_in_more().config_broken), Some(words)),
        ConfigFailure::NoClouds => (tx(|t| t.sign_in_more().config_no_clouds), None),
    };
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{icon(Icon::Alert)}<strong>{tx(|t| t.sign_in_more().config_title)}</strong></p>
            <p class="failure-words">{what}</p>
            {words.map(|words| view! { <pre class="raw" tabindex="0">{words}</pre> })}
            <p class="failure-then">{tx(|t| t.sign_in_more().config_then)}</p>
            <Button label=tx(|t| t.common().retry) icon_before=Icon::Refresh on_click=data::reload_config />
        </div>
    }
    .into_any()
}

/// The page was started from the cache of the service worker (`public/sw.js`).
fn without_network() -> AnyView {
    spawn_local(async {
        tab::back_online().await;
        data::reload_config();
    });
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{icon(Icon::Offline)}<strong>{tx(|t| t.offline().start_title)}</strong></p>
            <p class="failure-words">{tx(|t| t.offline().start_text)}</p>
            <Button label=tx(|t| t.common().retry) icon_before=Icon::Refresh on_click=data::reload_config />
        </div>
    }
    .into_any()
}
