//! The pages that the first rows do not need, and how they come.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::extras::EXTRAS;
use crate::pages;
use crate::pages::instances::{self, Actions, Asking};
use crate::parts::part;
use crate::reactive::Memo;
use crate::routes::Route;
use crate::shell;
use crate::ui::Skeleton;

struct Instance {
    page: fn(Route) -> AnyView,
    dialogs: fn(Actions) -> AnyView,
    ask: fn(Asking) -> AnyView,
}

struct Create {
    page: fn() -> AnyView,
    look_back: fn(),
}

part! {
    static INSTANCE: &'static Instance = &Instance {
        page: |route| match route {
            Route::Instance(id) => pages::instances::detail_page(id),
            _ => ().into_any(),
        },
        dialogs: Actions::dialogs,
        ask: instances::ask_panel,
    }, instance.load_instance;
}
part! {
    static CREATE: &'static Create = &Create {
        page: pages::instances::create_page,
        look_back: pages::instances::look_back,
    }, create.load_create;
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
        Route::Instance(_) => INSTANCE.view(meanwhile, move |instance| (instance.page)(route.clone())),
        _ => PAGES.view(meanwhile, move |page| page(route.clone())),
    }
}

/// The dialogs of actions, drawn when the first question is asked.
pub fn dialogs(actions: Actions) -> AnyView {
    let asked = actions.asked();
    INSTANCE.view_while(move || asked.get(), move |instance| (instance.dialogs)(actions))
}

/// Asking the cloud itself, above the table: when it is wanted, or the address says so.
pub fn ask(asking: Asking) -> AnyView {
    let wanted = Memo::new(move |_| asking.wanted());
    INSTANCE.view_while(move || wanted.get(), move |instance| (instance.ask)(asking))
}

/// Signing in again, over the page.
pub fn sign_in_again(ended: RwSignal<bool>) -> AnyView {
    EXTRAS.view_while(move || ended.get(), move |extras| (extras.sign_in_again)(ended))
}

/// Fetches all files, one after the other, so that nothing waits for one; but for that of `private_keys`, which few need.
pub fn fetch_all() {
    spawn_local(async {
        EXTRAS.fetch().await;
        INSTANCE.fetch().await;
        CREATE.fetch().await;
        if let Some(create) = CREATE.now() {
            (create.look_back)();
        }
        PAGES.fetch().await;
    });
}
