//! The card of floating IPs: attached and free.

use std::sync::Arc;

use ::view::overview;
use cloud::wire::FloatingIp;
use leptos::prelude::*;

use super::tile::{self, Part, headline, parts};
use crate::data::Live;
use crate::locales::{Text, counted, tx};
use crate::routes::Route;

pub fn tile(list: Live<Arc<[FloatingIp]>>) -> AnyView {
    let counts = Memo::new(move |_| list.value.get().map(|rows| overview::addresses(&rows)));
    let missing = tx(|t| t.overview().no_network);
    tile::tile(tx(|t| t.shell().floating_ips), Route::FloatingIps, list, missing, counts, |counts| {
        let part = |tone, name: Text, count, href| Part { tone, name, count, href };
        let all = vec![
            part("ok", tx(|t| t.overview().addresses_used), counts.all.saturating_sub(counts.free), None),
            part("busy", tx(|t| t.overview().addresses_free), counts.free, Some(tile::free_addresses())),
        ];
        view! { {headline(counted(|t| &t.overview().addresses, counts.all))}{parts(counts.all, all)} }.into_any()
    })
}
