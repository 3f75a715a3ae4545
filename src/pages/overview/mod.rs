//! The overview: what runs where, how much of the quota is used, and what needs attention. `view::overview` does the
//! counting. A service that is missing or down affects only its own card.
//!
//! * `everywhere`: the overview of all open projects. `attention`: what needs attention. `instances`, `quota`, `storage`,
//!   `addresses`: the cards. `tile`: a card.

mod addresses;
mod attention;
mod everywhere;
mod instances;
mod quota;
mod storage;
mod tile;

use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, tx};
use crate::routes::{self, Route};
use crate::ui::{Icon, LinkButton, PageHead, live_view};

/// In the query: all projects instead of the address's.
const ALL: &str = "of=all";

/// The page.
pub fn page() -> AnyView {
    let query = routes::query();
    let all = Memo::new(move |_| query.with(|query| query.split('&').any(|pair| pair == ALL)));
    live_view(move || match all.get() {
        true => everywhere::page(switch(tx(|t| t.overview().this_project), Icon::Overview, "")),
        false => one(),
    })
    .into_any()
}

/// The link between the two.
fn switch(label: Text, mark: Icon, query: &str) -> AnyView {
    let href = routes::href(&Route::Overview) + query;
    view! { <LinkButton label icon_before=mark href /> }.into_any()
}

fn one() -> AnyView {
    let servers = data::instances();
    let volumes = data::volumes();
    let floating = data::floating_ips();
    let groups = data::security_groups();
    let states = attention::states(servers, volumes, floating, groups);
    view! {
        <PageHead title=tx(|t| t.overview().title) beside=attention::still_loading(&states)>
            {switch(tx(|t| t.shell().all_projects), Icon::AllProjects, &["?", ALL].concat())}
            <LinkButton label=tx(|t| t.shell().about) icon_before=Icon::Info href=routes::href(&Route::About) />
        </PageHead>
        <div class="overview">
            <div class="tiles">
                {instances::by_status(servers)}
                {instances::by_zone(servers)}
                {storage::tile(volumes)}
                {addresses::tile(floating)}
                // Last, because a cloud without quota calls makes it disappear, and nothing may move.
                {quota::tile(servers)}
            </div>
            {attention::section(servers, volumes, floating, groups, states)}
        </div>
    }
    .into_any()
}
