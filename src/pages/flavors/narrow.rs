//! Search, bounds and order. They stand in the address, which follows after a pause in typing: browsers limit how often
//! it may be written, and each new bound is a question to the cloud.

use ::view::flavors::{Bound, Column, Filter};
use cloud::calls::flavors::FlavorQuery;
use leptos::prelude::*;

use super::bound;
use crate::browser::timers;
use crate::locales::tx;
use crate::reactive::{Memo, Signal, effect};
use crate::routes;
use crate::ui::{SearchBox, Sort};

/// How long nothing is typed before the address and the question follow.
const PAUSE_MS: u64 = 350;

/// What is shown, and what the cloud is asked.
pub fn filter() -> (RwSignal<Filter>, Memo<FlavorQuery>) {
    let (address, write) = (routes::query(), routes::set_query());
    let filter = RwSignal::new(Filter::of_query(&address.get_untracked()));
    // Back and forward, and links to this page.
    effect(move || {
        let there = Filter::of_query(&address.get());
        if filter.with_untracked(|here| *here != there) {
            filter.set(there);
        }
    });
    let waiting = StoredValue::new_local(None);
    effect(move || {
        let wanted = filter.with(Filter::to_query);
        if wanted == address.get_untracked() {
            return waiting.set_value(None);
        }
        waiting.set_value(timers::after(PAUSE_MS, move || write.run(wanted)));
    });
    (filter, Memo::new(move |_| Filter::of_query(&address.get()).ask()))
}

/// The search box and the bounds.
pub fn toolbar(filter: RwSignal<Filter>) -> AnyView {
    let search = Signal::derive(move || filter.with(|filter| filter.search.clone()));
    let typed = move |text: String| filter.update(|filter| filter.search = text);
    view! {
        <div class="toolbar bounds" role="search">
            <SearchBox label=tx(|t| t.flavors().search) value=search on_input=typed />
            {bound::field(filter, Bound::Disk)}
            {bound::field(filter, Bound::Ram)}
        </div>
    }
    .into_any()
}

/// The person pressed a heading.
pub fn sort(filter: RwSignal<Filter>, sort: &Sort) {
    if let Some(column) = Column::parse(&sort.column) {
        filter.update(|filter| (filter.column, filter.descending) = (column, sort.descending));
    }
}

/// Shows all again, in the order chosen.
pub fn clear(filter: RwSignal<Filter>) {
    filter.update(|filter| {
        *filter = Filter { column: filter.column, descending: filter.descending, ..Filter::default() };
    });
}
