//! The pages that the first rows do not need, and how they come.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{tab, timers};
use crate::data;
use crate::pages;
use crate::pages::instances::{CREATE, INSTANCE, LATE_LIST};
use crate::pages::sign_in::LATE_SIGN_IN;
use crate::parts::{self, part};
use crate::routes::Route;
use crate::shell;
use crate::ui::{LATE_UI, Skeleton};

part! {
    /// How long the session goes on.
    pub static SESSION_LEFT: fn() -> AnyView = shell::session_left, extras.load_session_left;
}

part! {
    /// All other pages: one file, as what they are made of is the same.
    static PAGES: fn(Route) -> AnyView = pages::page, pages.load_pages;
}

/// A page that comes later, drawn when it is there.
pub fn page(route: Route) -> AnyView {
    let name = shell::room_name(&route);
    let meanwhile = move |words: Option<AnyView>| {
        let below = words.unwrap_or_else(|| view! { <Skeleton rows=8 /> }.into_any());
        view! { <header class="page-head"><h1>{name.clone()}</h1></header> {below} }.into_any()
    };
    let route = route.page();
    match route {
        Route::CreateInstance => CREATE.view(meanwhile, |create| (create.page)()),
        Route::Instance(id) => INSTANCE.view(meanwhile, move |instance| (instance.page)(id.clone())),
        _ => PAGES.view(meanwhile, move |page| page(route.clone())),
    }
}

/// Fetches all files when the browser has nothing else to do, one after the other, so that nothing waits for one; but for
/// that of `private_keys`, which few need. Where few bytes are to be spent, each is fetched when it is wanted.
pub fn fetch_all() {
    spawn_local(async {
        if !data::interrupted().is_empty()
            && let Some(create) = CREATE.get().await
        {
            (create.look_back)();
        }
        if tab::saves_data() {
            return;
        }
        let files = [LATE_UI.file(), INSTANCE.file(), CREATE.file(), PAGES.file()];
        for file in files {
            timers::idle().await;
            if !tab::online() {
                tab::back_online().await;
            }
            file.fetch().await;
        }
    });
}

/// What the list, the header and signing in have in one file: who opens a menu has its entries.
pub fn group() {
    parts::come_together([LATE_LIST.file(), LATE_SIGN_IN.file(), SESSION_LEFT.file(), LATE_UI.file()]);
}
