//! The pages that the first rows do not need, and how they come.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::extras::EXTRAS;
use crate::pages::{self, instances::Actions};
use crate::parts::part;
use crate::routes::Route;
use crate::ui::Skeleton;

struct Instance {
    page: fn(Route) -> AnyView,
    dialogs: fn(Actions) -> AnyView,
}

part! {
    static INSTANCE: &'static Instance = &Instance {
        page: |route| match route {
            Route::Instance(id) => pages::instances::detail_page(id),
            _ => ().into_any(),
        },
        dialogs: Actions::dialogs,
    }, instance.load_instance;
}
part! {
    static CREATE: fn() -> AnyView = pages::instances::create_page, create.load_create;
}
part! {
    static CATALOG: fn(Route) -> AnyView = |route| match route {
        Route::Flavors => pages::flavors::page(),
        Route::Zones => pages::zones::page(),
        Route::KeyPairs | Route::KeyPair(_) => pages::keypairs::page(),
        _ => ().into_any(),
    }, catalog.load_catalog;
}

/// A page that comes later, drawn when it is there.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::CreateInstance => CREATE.view(meanwhile, |page| page()),
        Route::Instance(_) => INSTANCE.view(meanwhile, move |instance| (instance.page)(route.clone())),
        _ => CATALOG.view(meanwhile, move |page| page(route.clone())),
    }
}

fn meanwhile() -> AnyView {
    view! { <Skeleton rows=8 /> }.into_any()
}

/// The dialogs of actions, drawn when the first question is asked.
pub fn dialogs(actions: Actions) -> AnyView {
    let asked = actions.asked();
    INSTANCE.view_while(move || asked.get(), move |instance| (instance.dialogs)(actions))
}

/// Signing in again, over the page.
pub fn sign_in_again(ended: RwSignal<bool>) -> AnyView {
    EXTRAS.view_while(move || ended.get(), move |extras| (extras.sign_in_again)(ended))
}

/// Fetches all files, one after the other, so that nothing waits for one.
pub fn fetch_all() {
    spawn_local(async {
        EXTRAS.fetch().await;
        INSTANCE.fetch().await;
        CREATE.fetch().await;
        CATALOG.fetch().await;
    });
}
