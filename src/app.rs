//! The frame around the pages, and which page is in it.

use crate::browser::{session_storage, tab};
use crate::data::{self, Session, SessionState};
use crate::lazy;
use crate::locales::{self, tx};
use crate::pages;
use crate::pages::sign_in::SIGN_IN;
use crate::reactive::{Computed, effect};
use crate::routes::{self, Located, Route};
use crate::shell::{Announcer, Banner, Header, Rail, shortcuts};
use crate::ui::toast::{self, Toasts};
use crate::ui::{Empty, Icon, LinkButton, PageHead, Skeleton, TitleProject, live_view};
use cloud::Scope;
use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;
use std::sync::Arc;
use std::time::Duration;

/// The app.
#[component]
pub fn App() -> AnyView {
    locales::start();
    lazy::start();
    pages::instances::listen();
    // No `base`: the addresses of `routes` are whole already, and the router would put it in front again.
    view! { <Router><Frame /></Router> }.into_any()
}

/// The address says whose data is shown, and who is signed in whether it can be. An expired session keeps its page, with the
/// sign-in over it.
#[component]
fn Frame() -> AnyView {
    routes::complete_links();
    // A session that this tab keeps goes on as soon as the configuration is there.
    if session_storage::kept().is_some() {
        spawn_local(lazy::load(routes::current().get_untracked()));
    }
    let (located, session, complete) = (routes::located(), data::session(), routes::complete());
    effect(move || match located.get() {
        Located::At(scope) => data::show(Some(scope)),
        Located::Nowhere | Located::Malformed => data::show(None),
    });
    let route = routes::current();
    let more = Computed::new(move |_| route.get() == Route::SignIn);
    let inside = Computed::new(move |before: Option<&Inside>| match session.get() {
        SessionState::Starting => Inside::Starting,
        SessionState::SignedOut => Inside::SignIn,
        // To another project, while this one stays open.
        _ if more.get() => Inside::SignIn,
        SessionState::SignedIn(session) | SessionState::Expired(session) => {
            let there = matches!(located.get(), Located::At(scope) if scope != session.scope);
            match before {
                // Where the endpoints of the address are not known yet, or a row of another project is at hand.
                Some(drawn @ Inside::Pages(..)) if there => drawn.clone(),
                _ => Inside::Pages(session.scope.clone(), session.tenant_name.clone()),
            }
        }
    });
    // Notices name instances: whoever signs in next must not read them.
    effect(move || {
        if inside.get() == Inside::SignIn && data::open_sessions().with_untracked(Vec::is_empty) {
            toast::clear();
            routes::kept::forget();
        }
    });
    effect(move || {
        if matches!(inside.get(), Inside::Pages(..)) && located.get() == Located::Nowhere {
            complete.run(());
        }
    });
    // Drawn anew in another scope: nothing of the one before can stay.
    live_view(move || match inside.get() {
        Inside::Starting => view! { <div class="shell-start"><Skeleton rows=8 /></div> }.into_any(),
        Inside::SignIn => view! { <SignIn /> }.into_any(),
        Inside::Pages(scope, project) => {
            routes::enter(&scope, &project);
            view! { <Provider value=TitleProject(project)><Signed /></Provider> }.into_any()
        }
    })
    .into_any()
}

#[derive(Clone, PartialEq, Eq)]
enum Inside {
    Starting,
    SignIn,
    /// The pages of a scope, with the name of its project.
    Pages(Scope, String),
}

#[component]
fn SignIn() -> AnyView {
    // The page that will be shown: loaded while somebody types.
    let route = routes::current().get_untracked();
    spawn_local(async {
        SIGN_IN.fetch().await;
        if !tab::saves_data() {
            lazy::load(route).await;
        }
    });
    view! {
        <main id="content" class="sign-in" tabindex="-1">{pages::sign_in::page()}</main>
        <Toasts />
    }
    .into_any()
}

#[component]
fn Signed() -> AnyView {
    let session = data::session();
    let route = routes::current();
    // The page of all projects says in a chip which of them has ended, and opens this when asked.
    let asked = move || route.get() != Route::AllProjects || data::worked_in().is_some();
    let (ended, renew) = (RwSignal::new(false), RwSignal::new(false));
    // Whoever is signing in again already goes on typing.
    let over = Computed::new(move |_| {
        let over = matches!(session.get(), SessionState::Expired(_)) && asked();
        over && !renew.get()
    });
    // Only a change: a second refusal, here or in another tab, must not draw the dialog anew.
    effect(move || ended.set(over.get()));
    Effect::new(move |before: Option<Option<Arc<Session>>>| {
        let now = session.get().session().cloned();
        let same = |before: &Arc<Session>| now.as_ref().is_some_and(|now| Arc::ptr_eq(before, now));
        if before.is_some_and(|before| before.is_some_and(|before| !same(&before))) {
            renew.set(false);
        }
        now
    });
    // One thing shown over its list leaves the list, its place and the focus as they are.
    let drawn = Computed::new(move |_| route.with(Route::page));
    shortcuts();
    // The first rows have the network to themselves.
    set_timeout(lazy::fetch_all, Duration::from_secs(2));
    view! {
        <div class="shell">
            <Header route renew />
            <Rail route />
            <main id="content" class="content" tabindex="-1">
                <Banner />
                {live_view(move || page(drawn.get()))}
            </main>
        </div>
        <Announcer route=drawn />
        <Toasts />
        {SIGN_IN.view_while(move || ended.get(), move |file| (file.again)(ended))}
        {SIGN_IN.view_while(move || renew.get(), move |file| (file.renew)(renew))}
    }
    .into_any()
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Instances => pages::instances::list_page(),
        Route::NotFound => not_found(),
        later => lazy::page(later),
    }
}

fn not_found() -> AnyView {
    let words = match routes::located().get_untracked() {
        Located::Malformed => tx(|t| t.shell().malformed_text),
        Located::At(_) | Located::Nowhere => tx(|t| t.shell().not_found_text),
    };
    view! {
        <PageHead title=tx(|t| t.shell().not_found_title) />
        <Empty title=words mark=Icon::Unknown>
            <LinkButton label=tx(|t| t.shell().to_instances) href=routes::href(&Route::Instances) />
        </Empty>
    }
    .into_any()
}
