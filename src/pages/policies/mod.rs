//! The placement policies page (row N08).
//!
//! * `list`: the table. `detail`, `delete`: dialogs about one policy. `create`: the dialog for a new one. `members`:
//!   the instances by name.

mod create;
mod delete;
mod detail;
mod list;
mod members;

use cloud::rules::offers::Feature;
use leptos::prelude::*;

use crate::data;
use crate::locales::tx;
use crate::routes::{self, Route, Thing};
use crate::shared::list::count_of;
use crate::shared::opened::Opened;
use crate::shell::no_changes;
use crate::ui::{Button, Empty, Icon, Kind, LinkButton, PageHead, live_view};

pub fn page() -> AnyView {
    let groups = data::server_groups();
    let offered = data::offered(Feature::ServerGroups);
    let offered = Memo::new(move |_| offered.get());
    let names = members::names(groups.value);
    let list = list::list(groups, names);
    let create = RwSignal::new(false);
    let quota = data::compute_quota();
    let room = Memo::new(move |_| {
        quota.value.with(|quota| quota.as_ref().map(|quota| quota.server_groups)).unwrap_or_default()
    });
    view! {
        <PageHead title=tx(|t| t.policies().title) beside=count_of(list::count(list, room))>
            {live_view(move || match offered.get() {
                false => ().into_any(),
                true => view! {
                    <Button label=tx(|t| t.policies().create) kind=Kind::Primary icon_before=Icon::Plus refused=no_changes() on_click=move || create.set(true) />
                }
                .into_any(),
            })}
        </PageHead>
        {live_view(move || match offered.get() {
            true => policies(list, names),
            false => absent(),
        })}
        {create::dialog(create, room)}
    }
    .into_any()
}

fn policies(list: list::Policies, names: members::MemberNames) -> AnyView {
    let detail = Opened::new(list.shown.listed, Thing::Policy);
    let delete = list::Chosen::new();
    view! {
        {list::table(list, names, detail, delete)}
        {detail::dialog(detail, list, names, delete)}
        {delete::dialog(delete, names)}
    }
    .into_any()
}

/// The message for a cloud without placement policies.
fn absent() -> AnyView {
    view! {
        <Empty title=tx(|t| t.policies().absent_title) words=tx(|t| t.policies().absent_text) mark=Icon::Policies>
            <LinkButton label=tx(|t| t.shell().about) icon_before=Icon::Info href=routes::href(&Route::About) />
        </Empty>
    }
    .into_any()
}
