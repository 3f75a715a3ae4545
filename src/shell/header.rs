//! The line at the top: whose data this is, how fresh it is, and who is signed in.

use super::account::Account;
use super::fresh::FreshMark;
use super::rail;
use super::read_only;
use super::session_left::late_session_left;
use crate::browser::{dom, focus};
use crate::data::{self, Session};
use crate::locales::{Text, tx};
use crate::reactive::{Computed, Observed};
use crate::routes::{self, Route};
use crate::ui::{Icon, Kind, Menu, MenuItem, icon, live, live_view, nothing};
use cloud::Scope;
use leptos::prelude::*;
use std::sync::Arc;

/// The header.
#[component]
pub fn Header(route: Computed<Route>) -> AnyView {
    let session = present();
    rail::follow(route);
    view! {
        <header class="top">
            {skip(route)}
            <a class="brand" href=routes::href(&Route::Instances)><span class="brand-mark" aria-hidden="true"></span>{tx(|t| t.common().app)}</a>
            <div class="scope">
                <span class="scope-project" title=tx(|t| t.shell().project)>{icon(Icon::Project)}<span>{project(session)}</span></span>
                <Region session route />
            </div>
            <div class="top-space"></div>
            {read_only::mark()}
            {fresh(route)}
            {late_session_left()}
            <Account session />
        </header>
    }
    .into_any()
}

/// Where there is no page there is nothing that could be fresh.
fn fresh(route: Computed<Route>) -> AnyView {
    let page = Computed::new(move |_| route.get() != Route::NotFound);
    live_view(move || match page.get() {
        true => view! { <FreshMark /> }.into_any(),
        false => nothing(),
    })
    .into_any()
}

/// The way past header and rail. The whole address: `<base>` would make of `#content` alone another page.
fn skip(route: Computed<Route>) -> AnyView {
    let address = live(move || format!("{}#content", routes::href(&route.get())));
    let press = move |event: dom::MouseEvent| {
        event.prevent_default();
        focus::focus("#content");
    };
    view! { <a class="skip" href=address on:click=press>{tx(|t| t.shell().skip)}</a> }.into_any()
}

/// The session, also one that has ended.
fn present() -> Observed<Option<Arc<Session>>> {
    let state = data::session();
    Observed::derive(move || state.get().session().cloned())
}

fn project(session: Observed<Option<Arc<Session>>>) -> Text {
    Text::live(move || session.get().map(|session| session.tenant_name.clone()).unwrap_or_default().into())
}

#[component]
fn Region(session: Observed<Option<Arc<Session>>>, route: Computed<Route>) -> AnyView {
    let name = Text::live(move || {
        session.get().map(|session| session.scope.region.as_str().to_string()).unwrap_or_default().into()
    });
    let go = routes::go_to();
    let items = move || {
        let Some(session) = session.get() else { return Vec::new() };
        let list = route.with_untracked(Route::list);
        let choice = |region: &cloud::RegionName| {
            let scope = Scope { region: region.clone(), ..session.scope.clone() };
            let to = routes::href_in(&scope, &session.tenant_name, &list);
            MenuItem::new(region.as_str().to_string(), move || go.run(to.clone())).checked(scope == session.scope)
        };
        session.regions.iter().map(choice).collect()
    };
    let label = Text::live(move || name.get().into());
    // With nowhere else to go it is a word, not a menu.
    let several = Computed::new(move |_| session.get().is_some_and(|session| session.regions.len() > 1));
    let inside = live_view(move || match several.get() {
        true => view! { <Menu label=label.clone() items kind=Kind::Quiet icon_before=Icon::Region /> }.into_any(),
        false => view! { <span class="scope-one">{icon(Icon::Region)}<span>{label.clone()}</span></span> }.into_any(),
    });
    view! { <div class="scope-region">{inside}</div> }.into_any()
}
