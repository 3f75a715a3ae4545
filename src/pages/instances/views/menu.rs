//! The view menu.

use leptos::prelude::*;
use view::instances::Search;

use super::{Asked, Viewing, kept};
use crate::browser::document;
use crate::locales::{Words, tx};
use crate::ui::{Icon, MenuItem, copy_as};

/// The views that come with Maru, and their queries.
const BUILT_IN: [(Words, &str); 5] = [
    (|t| t.views().all, ""),
    (
        |t| t.views().attention,
        "q=status%3Aerror%2Cverify_resize&sort=since&dir=desc&columns=name%2Cstatus%2Creason%2Csince%2Cflavor%2Czone",
    ),
    (|t| t.views().changed, "q=updated%3Atoday&sort=updated&dir=desc&columns=name%2Cstatus%2Cupdated%2Cflavor%2Czone"),
    (|t| t.views().no_backup, "q=-has%3Abackup&columns=name%2Cstatus%2Cimage%2Czone%2Ccreated"),
    (
        |t| t.views().idle,
        "q=status%3Astopped%20updated%3Cnow-30d&sort=since&dir=asc&columns=name%2Cstatus%2Csince%2Cflavor%2Cvcpus%2Cram",
    ),
];

/// The entries.
pub fn entries(viewing: Viewing) -> Vec<MenuItem> {
    let now = viewing.search.with(Search::to_query);
    let mut items = Vec::new();
    for (name, query) in BUILT_IN {
        let is = normal(query) == now;
        items.push(MenuItem::new(tx(name), move || show(viewing, query)).checked(is));
    }
    for (at, view) in kept::views().into_iter().enumerate() {
        let is = view.query == now;
        let item = MenuItem::new(view.name, move || show(viewing, &view.query)).checked(is);
        items.push(if at == 0 { item.apart() } else { item });
    }
    let ask = |label, icon, asked| MenuItem::new(label, move || viewing.asked.set(Some(asked))).icon(icon);
    items.extend([
        ask(tx(|t| t.views().edit), Icon::Pencil, Asked::Editor).apart(),
        ask(tx(|t| t.views().save), Icon::Plus, Asked::Save),
        MenuItem::new(tx(|t| t.views().copy_link), move || {
            viewing.search.flush();
            copy_as(tx(|t| t.views().link), document::address());
        })
        .icon(Icon::Copy),
        ask(tx(|t| t.views().manage), Icon::Details, Asked::Manage),
    ]);
    items
}

fn show(viewing: Viewing, query: &str) {
    let view = Search::of_query(query);
    viewing.search.show(|search| *search = view);
}

/// A query as this version writes it.
pub fn normal(query: &str) -> String {
    Search::of_query(query).to_query()
}
