//! Placement policies (row N08).
//!
//! * `list`: the table. `detail`, `delete`: of one policy. `create`: a new one. `members`: its instances by name.

mod create;
mod delete;
mod detail;
mod list;
mod members;

use cloud::rules::offers::Feature;
use leptos::prelude::*;

use crate::data;
use crate::locales::tx;
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::{Button, Empty, Icon, Kind, LinkButton, PageHead, Standing, live_view};

/// The page.
pub fn page() -> AnyView {
    let groups = data::server_groups();
    let offered = data::offered(Feature::ServerGroups);
    let offered = Memo::new(move |_| offered.get());
    let create = RwSignal::new(false);
    let quota = data::compute_quota();
    let room = Memo::new(move |_| {
        quota.value.with(|quota| quota.as_ref().map(|quota| quota.server_groups)).unwrap_or_default()
    });
    view! {
        <PageHead title=tx(|t| t.policies().title) beside=list::count(groups.value, room)>
            {live_view(move || match offered.get() {
                false => ().into_any(),
                true => view! {
                    <Button label=tx(|t| t.policies().create) kind=Kind::Primary icon_before=Icon::Plus refused=no_changes() on_click=move || create.set(true) />
                }
                .into_any(),
            })}
        </PageHead>
        {live_view(move || match offered.get() {
            true => policies(groups),
            false => absent(),
        })}
        {create::dialog(create, room)}
    }
    .into_any()
}

fn policies(groups: data::Live<list::Groups>) -> AnyView {
    let names = members::names(groups.value);
    let (detail, delete) = (list::Chosen::new(), list::Chosen::new());
    let known = Signal::derive(move || groups.value.with(Option::is_some));
    let failure = Signal::derive(move || groups.failure());
    let search = RwSignal::new(String::new());
    view! {
        {list::toolbar(search)}
        <div class="fill">
            <Standing known failure loaded_at=groups.loaded_at on_retry=move || groups.refresh()>
                {list::table(groups.value, names, search, detail, delete)}
            </Standing>
        </div>
        {detail::dialog(detail, names, delete)}
        {delete::dialog(delete, names)}
    }
    .into_any()
}

/// The cloud has not got them.
fn absent() -> AnyView {
    view! {
        <Empty title=tx(|t| t.policies().absent_title) words=tx(|t| t.policies().absent_text) mark=Icon::Policies>
            <LinkButton label=tx(|t| t.shell().about) icon_before=Icon::Info href=routes::href(&Route::About) />
        </Empty>
    }
    .into_any()
}
