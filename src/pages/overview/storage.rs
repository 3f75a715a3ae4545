//! The card of volumes by state.

use std::sync::Arc;

use ::view::overview;
use cloud::wire::Volume;
use leptos::prelude::*;

use super::quota::size;
use super::tile::{self, Part, headline, parts};
use crate::data::Live;
use crate::locales::{Text, counted, filled, tx};
use crate::routes::Route;

pub fn tile(list: Live<Arc<[Volume]>>) -> AnyView {
    let counts = Memo::new(move |_| list.value.get().map(|rows| overview::volumes(&rows)));
    let missing = tx(|t| t.overview().no_storage);
    tile::tile(tx(|t| t.shell().volumes), Route::Volumes, list, missing, counts, |counts| {
        let part = |tone, name: Text, count| Part { tone, name, count, href: None };
        let free = part("off", tx(|t| t.overview().volumes_free), counts.free);
        let words = filled(
            |t| t.overview().volumes_of,
            [
                ("volumes", counted(|t| &t.overview().volumes, counts.all)),
                ("size", size(counts.gb.saturating_mul(1024))),
            ],
        );
        let all = vec![
            part("bad", tx(|t| t.overview().volumes_failed), counts.failed),
            part("busy", tx(|t| t.overview().volumes_busy), counts.busy),
            part("ok", tx(|t| t.overview().volumes_attached), counts.attached),
            Part { href: Some(tile::free_volumes()), ..free },
            part("unknown", tx(|t| t.overview().volumes_other), counts.other),
        ];
        view! { {headline(words)}{parts(counts.all, all)} }.into_any()
    })
}
