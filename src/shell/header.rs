//! The header: scope, freshness, and account.

use super::account::Account;
use super::fresh::FreshMark;
use super::late::LATE_SHELL;
use super::project::project_mark;
use super::rail;
use super::read_only;
use super::session_left::SOON_MS;
use crate::browser::{clock, dom, focus};
use crate::data::{self, Session};
use crate::locales::tx;
use crate::reactive::effect;
use crate::routes::{self, Route};
use crate::ui::{Icon, icon, live, live_view, nothing};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The header.
#[component]
pub fn Header(
    route: Memo<Route>,
    /// Set when the person wants to sign in again before the session ends.
    renew: RwSignal<bool>,
    /// The chip of the runs of many actions.
    runs: AnyView,
) -> AnyView {
    let session = present();
    rail::follow(route);
    load_countdown(session);
    view! {
        <header class="top">
            {skip(route)}
            <a class="brand" href=routes::href(&Route::Instances)><span class="brand-mark" aria-hidden="true"></span>{tx(|t| t.common().app)}</a>
            <ScopeButton session route />
            <div class="top-space"></div>
            {runs}
            {read_only::mark()}
            {fresh(route)}
            {LATE_SHELL.view_once_here(move |late| (late.session_left)(renew))}
            <Account session />
        </header>
    }
    .into_any()
}

/// Loads the countdown when it begins: a browser that saves data loads nothing before it is needed.
fn load_countdown(session: Signal<Option<Arc<Session>>>) {
    let now = clock::ticking();
    let soon = Memo::new(move |_| {
        let ends = session.with(|session| session.as_ref().and_then(|session| session.expires));
        ends.is_some_and(|at| at.0 as f64 - now.get() < SOON_MS)
    });
    effect(move || {
        if soon.get() {
            spawn_local(LATE_SHELL.fetch());
        }
    });
}

/// An unknown address shows no data, so it has no freshness indicator.
fn fresh(route: Memo<Route>) -> AnyView {
    let page = Memo::new(move |_| route.get() != Route::NotFound);
    live_view(move || match page.get() {
        true => view! { <FreshMark /> }.into_any(),
        false => nothing(),
    })
    .into_any()
}

/// The link that skips header and rail. With its complete address, because of `<base>`.
fn skip(route: Memo<Route>) -> AnyView {
    let address = live(move || format!("{}#content", routes::href(&route.get())));
    let press = move |event: dom::MouseEvent| {
        event.prevent_default();
        focus::focus("#content");
    };
    view! { <a class="skip" href=address on:click=press>{tx(|t| t.shell().skip)}</a> }.into_any()
}

/// The session, even if it has ended.
fn present() -> Signal<Option<Arc<Session>>> {
    let state = data::session();
    Signal::derive(move || state.get().session().cloned())
}

/// Shows the current scope; opens the switcher.
#[component]
fn ScopeButton(session: Signal<Option<Arc<Session>>>, route: Memo<Route>) -> AnyView {
    let open = RwSignal::new(false);
    let all = Memo::new(move |_| route.get() == Route::AllProjects);
    let here = live_view(move || match session.get() {
        None => nothing(),
        Some(_) if all.get() => {
            view! { {icon(Icon::AllProjects)}<span class="scope-project">{tx(|t| t.shell().all_projects)}</span> }
                .into_any()
        }
        Some(session) => view! {
            {project_mark(&session.scope, &session.tenant_name)}
            <span class="scope-project">{session.tenant_name.clone()}</span>
            <span class="scope-region">{session.scope.region.as_str().to_owned()}</span>
        }
        .into_any(),
    });
    view! {
        <button type="button" class="scope button quiet" aria-haspopup="dialog" title=tx(|t| t.shell().switch) on:click=move |_| open.set(true)>
            {here}{icon(Icon::Down)}<span class="sr-only">{tx(|t| t.shell().switch)}</span>
        </button>
        {LATE_SHELL.view_while(move || open.get(), move |late| (late.switcher)(open))}
    }
    .into_any()
}
