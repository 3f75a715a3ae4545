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
    static CATALOG: fn(Route) -> AnyView = |route| match route {
        Route::Flavors => pages::flavors::page(),
        Route::Zones => pages::zones::page(),
        Route::KeyPairs => pages::keypairs::page(),
        _ => ().into_any(),
    }, catalog.load_catalog;
}

part! {
    static STORAGE: fn(Route) -> AnyView = |route| match route {
        Route::Volumes => pages::volumes::page(),
        Route::Images => pages::images::page(),
        _ => ().into_any(),
    }, storage.load_storage;
}
part! {
    static NETWORK: fn(Route) -> AnyView = |route| match route {
        Route::FloatingIps => pages::floating_ips::page(),
        Route::SecurityGroups | Route::SecurityGroup(_) => pages::security_groups::page(),
        Route::Networks => pages::networks::page(),
        _ => ().into_any(),
    }, network.load_network;
}
part! {
    static CLOUD: fn(Route) -> AnyView = |route| match route {
        Route::Overview => pages::overview::page(),
        Route::Policies => pages::policies::page(),
        Route::About => pages::about::page(),
        _ => ().into_any(),
    }, cloud.load_cloud;
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
        Route::Volumes | Route::Images => STORAGE.view(meanwhile, move |page| page(route.clone())),
        Route::FloatingIps | Route::SecurityGroups | Route::SecurityGroup(_) | Route::Networks => {
            NETWORK.view(meanwhile, move |page| page(route.clone()))
        }
        Route::Overview | Route::Policies | Route::About => CLOUD.view(meanwhile, move |page| page(route.clone())),
        _ => CATALOG.view(meanwhile, move |page| page(route.clone())),
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
        CATALOG.fetch().await;
        STORAGE.fetch().await;
        NETWORK.fetch().await;
        CLOUD.fetch().await;
    });
}
