//! What runs where, how much of the quota is used, and what needs attention (issue 3, section 11). Counting is
//! `view::overview`'s; a service that is missing or down takes only its own card along.
//!
//! * `attention`: what needs a person. `instances`, `quota`, `storage`, `addresses`: the cards. `tile`: what a card is.

mod addresses;
mod attention;
mod instances;
mod quota;
mod storage;
mod tile;

use leptos::prelude::*;

use crate::data;
use crate::locales::tx;
use crate::routes::{self, Route};
use crate::ui::{Icon, LinkButton, PageHead};

/// The page.
pub fn page() -> AnyView {
    let servers = data::instances();
    let volumes = data::volumes();
    let floating = data::floating_ips();
    let groups = data::security_groups();
    let states = attention::states(servers, volumes, floating, groups);
    view! {
        <PageHead title=tx(|t| t.overview().title) beside=attention::still_loading(&states)>
            <LinkButton label=tx(|t| t.shell().about) icon_before=Icon::Info href=routes::href(&Route::About) />
        </PageHead>
        <div class="overview">
            <div class="tiles">
                {instances::by_status(servers)}
                {instances::by_zone(servers)}
                {storage::tile(volumes)}
                {addresses::tile(floating)}
                // Last: on a cloud that tells no quota it goes, and nothing may move.
                {quota::tile(servers)}
            </div>
            {attention::section(servers, volumes, floating, groups, states)}
        </div>
    }
    .into_any()
}
