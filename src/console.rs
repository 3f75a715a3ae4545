//! The console: the frame with the current page. It is in the file `console`, which is fetched while the person signs in, so
//! that the first load contains only the sign-in page.

use crate::browser::{tab, timers};
use crate::data::runs::{self, RUNS};
use crate::data::{self, SHARING, Session, SessionState};
use crate::locales::tx;
use crate::pages::instances::{CREATE, EVERYWHERE, INSTANCE, RUN_VIEWS};
use crate::pages::{self, PAGES, sign_in};
use crate::parts::{Content, Part, files};
use crate::reactive::effect;
use crate::routes::{self, Located, Route};
use crate::shell::{Announcer, Banner, Header, LATE_SHELL, Rail, place_name, project_mark, shortcuts};
use crate::ui::toast::Toasts;
use crate::ui::{Empty, Icon, LinkButton, PageHead, Skeleton, live_view};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// The content of the file.
pub struct Console {
    /// The frame with the page of the address. With an expired session the page stays, with the sign-in dialog over it.
    pub frame: fn() -> AnyView,
    /// The stored list of instances, shown if the session cannot be checked.
    pub last_known: fn() -> AnyView,
}

/// See [`Console`].
pub static CONSOLE: Part<Console> = files::CONSOLE.part();

impl Content for Console {
    const CONTENT: Self = Self { frame, last_known };
}

/// Loads the console, and the file of the page that will be shown.
pub async fn load(route: Route) {
    let page = match route.page() {
        Route::Instances | Route::NotFound | Route::SignIn => None,
        Route::CreateInstance | Route::Instance(_) => Some(&files::INSTANCE),
        _ => Some(&files::PAGES),
    };
    if let Some(page) = page {
        spawn_local(page.fetch());
    }
    files::CONSOLE.fetch().await;
}

fn frame() -> AnyView {
    data::run();
    pages::instances::listen();
    view! { <Frame /> }.into_any()
}

/// The stored list, below the reason for it, which disappears when the network is back.
fn last_known() -> AnyView {
    data::run();
    let whose = data::shown_without_session().get_untracked().map(|head| {
        let region = head.scope.region.as_str().to_owned();
        view! {
            <p class="last-known-scope">
                {project_mark(&head.scope, &head.project)}
                <span class="scope-project">{head.project.clone()}</span>
                <span class="scope-region">{region}</span>
            </p>
        }
    });
    view! {
        <main id="content" class="content last-known" tabindex="-1">
            {whose}
            {sign_in::unconfigured()}
            {pages::instances::list()}
        </main>
        <Toasts />
    }
    .into_any()
}

#[component]
fn Frame() -> AnyView {
    let session = data::session();
    let route = routes::current();
    // On the page of all projects a chip shows which sessions have ended, and opens this dialog.
    let asked = move || route.get() != Route::AllProjects || data::worked_in().is_some();
    let (ended, renew) = (RwSignal::new(false), RwSignal::new(false));
    // A person who signs in again continues to type.
    let over = Memo::new(move |_| {
        let over = matches!(session.get(), SessionState::Expired(_)) && asked();
        over && !renew.get()
    });
    // Only if it changed: a second refusal, here or in another tab, must not draw the dialog again.
    effect(move || ended.set(over.get()));
    Effect::new(move |before: Option<Option<Arc<Session>>>| {
        let now = session.get().session().cloned();
        let same = |before: &Arc<Session>| now.as_ref().is_some_and(|now| Arc::ptr_eq(before, now));
        if before.is_some_and(|before| before.is_some_and(|before| !same(&before))) {
            renew.set(false);
        }
        now
    });
    // A dialog over its list leaves the list, its scroll position and the focus as they are.
    let drawn = Memo::new(move |_| route.with(Route::page));
    shortcuts();
    // The first rows have the network to themselves.
    let rows_first = RwSignal::new(false);
    set_timeout(
        move || {
            let _ = rows_first.try_set(true);
            fetch_all();
        },
        Duration::from_secs(2),
    );
    share_after(rows_first);
    begin_runs();
    let runs = RwSignal::new(false);
    let chip = RUN_VIEWS.view_once_here(move |views| (views.chip)(runs));
    view! {
        <div class="shell">
            <Header route renew runs=chip />
            <Rail route />
            <main id="content" class="content" tabindex="-1">
                <Banner />
                {live_view(move || page(drawn.get()))}
            </main>
            {RUN_VIEWS.view_once_here(move |views| (views.panel)(runs))}
        </div>
        <Announcer route=drawn />
        <Toasts />
        {live_view(move || ended.get().then(|| sign_in::again(ended)).into_any())}
        {live_view(move || renew.get().then(|| sign_in::renew(renew)).into_any())}
    }
    .into_any()
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Instances => pages::instances::list(),
        Route::NotFound => not_found(),
        later => later_page(later),
    }
}

/// A page in a file of its own, drawn once it is loaded.
fn later_page(route: Route) -> AnyView {
    let name = place_name(&route);
    let meanwhile = move |words: Option<AnyView>| {
        let below = words.unwrap_or_else(|| view! { <Skeleton rows=8 /> }.into_any());
        view! { <header class="page-head"><h1>{name.clone()}</h1></header> {below} }.into_any()
    };
    let route = route.page();
    match route {
        Route::CreateInstance => CREATE.view(meanwhile, |create| (create.page)()),
        Route::AllProjects => EVERYWHERE.view(meanwhile, |all| (all.page)()),
        Route::Instance(id) => INSTANCE.view(meanwhile, move |instance| (instance.page)(id.clone())),
        _ => PAGES.view(meanwhile, move |pages| (pages.page)(route.clone())),
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

/// Starts sharing with other tabs once its file is loaded, whatever it was loaded for, but not before the first rows.
fn share_after(rows: RwSignal<bool>) {
    let loaded = SHARING.file().state().clone();
    effect(move || {
        loaded.track();
        if let Some(sharing) = SHARING.now().filter(|_| rows.get()) {
            (sharing.start)();
        }
    });
}

/// Follows the runs of this browser as soon as their file is loaded, which is at once if there may be some.
fn begin_runs() {
    let loaded = RUNS.file().state().clone();
    effect(move || {
        loaded.track();
        if let Some(runs) = RUNS.now() {
            (runs.begin)();
        }
    });
    if runs::are_kept() {
        spawn_local(RUNS.fetch());
    }
}

/// Fetches all files while the browser is idle, one after the other, except `imported` and `private_keys`, which few people
/// need. If the person saves data, each is fetched when it is needed.
fn fetch_all() {
    spawn_local(async {
        if !data::interrupted().is_empty()
            && let Some(create) = CREATE.get().await
        {
            (create.look_back)();
        }
        if tab::saves_data() {
            return;
        }
        for file in [&files::EXTRAS, &files::BULK, &files::INSTANCE, &files::PAGES] {
            timers::idle().await;
            if !tab::online() {
                tab::back_online().await;
            }
            file.fetch().await;
        }
        if let Some(late) = LATE_SHELL.now() {
            (late.keep_release)();
        }
    });
}
