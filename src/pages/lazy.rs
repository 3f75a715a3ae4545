//! The pages that the first rows do not need.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::instances::Actions;
use crate::parts::part;
use crate::routes::Route;
use crate::ui::{self, Skeleton};

type Page = fn(Route) -> AnyView;

part! {
    static INSTANCE: Page = |route| match route {
        Route::Instance(id) => super::instances::detail_page(id),
        _ => ().into_any(),
    }, instance.load_instance;
}
part! {
    static CREATE: Page = |_| super::instances::create_page(), create.load_create;
}
part! {
    static CATALOG: Page = |route| match route {
        Route::Flavors => super::flavors::page(),
        Route::Zones => super::zones::page(),
        Route::KeyPairs | Route::KeyPair(_) => super::keypairs::page(),
        _ => ().into_any(),
    }, catalog.load_catalog;
}
part! {
    static DIALOGS: fn(Actions) -> AnyView = |actions| actions.dialogs(), instance.load_dialogs;
}
part! {
    static SIGN_IN_AGAIN: fn(RwSignal<bool>) -> AnyView = super::sign_in::again, extras.load_sign_in_again;
}

/// A page that comes later, drawn when it is there.
pub fn page(route: Route) -> AnyView {
    let part = match route {
        Route::CreateInstance => &CREATE,
        Route::Flavors | Route::Zones | Route::KeyPairs | Route::KeyPair(_) => &CATALOG,
        Route::Instance(_) | Route::Instances | Route::NotFound => &INSTANCE,
    };
    part.view(|| view! { <Skeleton rows=8 /> }.into_any(), move |page| page(route.clone()))
}

/// The dialogs of actions, drawn when the first question is asked.
pub fn dialogs(actions: Actions) -> AnyView {
    let asked = actions.asked();
    ui::live_view(move || match asked.get() {
        true => DIALOGS.view(|| ().into_any(), move |dialogs| dialogs(actions)),
        false => ().into_any(),
    })
    .into_any()
}

/// Signing in again, over the page.
pub fn sign_in_again(ended: RwSignal<bool>) -> AnyView {
    ui::live_view(move || match ended.get() {
        true => SIGN_IN_AGAIN.view(|| ().into_any(), move |draw| draw(ended)),
        false => ().into_any(),
    })
    .into_any()
}

/// Fetches all files, one after the other, so that nothing waits for one.
pub fn fetch_all() {
    spawn_local(async {
        SIGN_IN_AGAIN.fetch().await;
        INSTANCE.fetch().await;
        CREATE.fetch().await;
        CATALOG.fetch().await;
    });
}
