//! The app: the sign-in page, or the console in the scope of the address.

use crate::browser::{session_storage, tab};
use crate::console::{self, CONSOLE};
use crate::data::{self, SessionState};
use crate::lazy;
use crate::locales;
use crate::pages;
use crate::reactive::effect;
use crate::routes::{self, Located, Route};
use crate::ui::toast::{self, Toasts};
use crate::ui::{Skeleton, TitleProject, live_view};
use cloud::Scope;
use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;

/// The app.
#[component]
pub fn App() -> AnyView {
    locales::start();
    lazy::start();
    // Without `base`, because the addresses of `routes` already contain it.
    view! { <Router><Frame /></Router> }.into_any()
}

/// The address decides which scope is shown, and the sessions whether it can be. With an expired session the page stays,
/// with the sign-in dialog over it.
#[component]
fn Frame() -> AnyView {
    routes::complete_links();
    // A session stored in this tab continues as soon as the configuration is there.
    if session_storage::kept().is_some() {
        spawn_local(console::load(routes::current().get_untracked()));
    }
    let (located, session, complete) = (routes::located(), data::session(), routes::complete());
    effect(move || match located.get() {
        Located::At(scope) => data::show(Some(scope)),
        Located::Nowhere | Located::Malformed => data::show(None),
    });
    let route = routes::current();
    let more = Memo::new(move |_| route.get() == Route::SignIn);
    let last_known = data::shown_without_session();
    let inside = Memo::new(move |before: Option<&Inside>| match session.get() {
        SessionState::Starting => Inside::Starting,
        SessionState::SignedOut => match last_known.get().filter(|_| route.get() == Route::Instances) {
            Some(head) if located.get() == Located::Nowhere || located.get() == Located::At(head.scope.clone()) => {
                Inside::LastKnown(head.scope, head.project)
            }
            _ => Inside::SignIn,
        },
        // Another project, while this one stays open.
        _ if more.get() => Inside::SignIn,
        SessionState::SignedIn(session) | SessionState::Expired(session) => {
            let there = matches!(located.get(), Located::At(scope) if scope != session.scope);
            match before {
                // The endpoints of the address are not known yet, or the person works with a row of another project.
                Some(drawn @ Inside::Pages(..)) if there => drawn.clone(),
                _ => Inside::Pages(session.scope.clone(), session.tenant_name.clone()),
            }
        }
    });
    // Notices contain names of instances, which the next user must not read.
    effect(move || {
        if inside.get() == Inside::SignIn && data::open_sessions().with_untracked(Vec::is_empty) {
            toast::clear();
            routes::kept::forget();
        }
    });
    effect(move || {
        // First the address, which `inside` is derived from (`crate::reactive`).
        let nowhere = located.get() == Located::Nowhere;
        if nowhere && matches!(inside.get(), Inside::Pages(..) | Inside::LastKnown(..)) {
            complete.run(());
        }
    });
    // Drawn again in another scope, so that nothing of the previous one stays.
    live_view(move || match inside.get() {
        Inside::Starting => starting(None),
        Inside::SignIn => view! { <SignIn /> }.into_any(),
        Inside::LastKnown(scope, project) => {
            routes::enter(&scope, &project);
            let page = CONSOLE.view(starting, |console| (console.last_known)());
            view! { <Provider value=TitleProject(project)>{page}</Provider> }.into_any()
        }
        Inside::Pages(scope, project) => {
            routes::enter(&scope, &project);
            view! { <Provider value=TitleProject(project)>{CONSOLE.view(starting, |console| (console.frame)())}</Provider> }
                .into_any()
        }
    })
    .into_any()
}

#[derive(Clone, PartialEq, Eq)]
enum Inside {
    Starting,
    SignIn,
    /// The stored list of a scope, if the session cannot be checked; with the name of its project.
    LastKnown(Scope, String),
    /// The pages of a scope, with the name of its project.
    Pages(Scope, String),
}

/// Shown until it is known what to show, or why that is impossible.
fn starting(why: Option<AnyView>) -> AnyView {
    let inside = why.unwrap_or_else(|| view! { <Skeleton rows=8 /> }.into_any());
    view! { <div class="shell-start">{inside}</div> }.into_any()
}

#[component]
fn SignIn() -> AnyView {
    // Loads what will be shown while the person types.
    let route = routes::current().get_untracked();
    if !tab::saves_data() {
        spawn_local(console::load(route));
    }
    view! {
        <main id="content" class="sign-in" tabindex="-1">{pages::sign_in::page()}</main>
        <Toasts />
    }
    .into_any()
}
