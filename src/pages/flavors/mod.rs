//! The flavors page (rows S01, S02).
//!
//! * `bound`: a filter that the cloud applies. `columns`: the table's cells. `detail`: one flavor in a dialog.

mod bound;
mod columns;
mod detail;

use std::sync::Arc;

use ::view::flavors::{BOUNDS, Bound, FLAVOR_FIELDS, ask, flavor_cells, flavors};
use ::view::listing::Listing;
use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::routes::listed;
use crate::routes::{self, Route, Thing};
use crate::shared::list::{self, ListTable, Standing, count_of};
use crate::shared::opened::Opened;
use crate::ui::{Empty, Icon, PageHead, RowId};

/// The list as the cloud returned it; `None` while it loads.
type List = Signal<Option<Arc<[Flavor]>>>;
/// The filtered and sorted list.
type Flavors = list::List<Flavor>;

pub fn page() -> AnyView {
    let read = |query: &str| Listing::of_query(BOUNDS, query).usually_by("name", false);
    let listed = listed::follow(Route::Flavors, read);
    // The filters come from the address, which is updated after a pause in typing: each change is a request to the
    // cloud.
    let address = routes::query();
    let asked = Memo::new(move |_| ask(&read(&address.get())));
    // Both the filtered list and the complete one are needed to tell how the cloud applied the filters.
    let answer = data::flavors(move || asked.get());
    let all = data::flavors(FlavorQuery::default);
    let list = list::List::new(
        answer.value,
        Standing::of(answer),
        listed,
        FLAVOR_FIELDS,
        |flavor| flavor.id.as_str(),
        flavor_cells,
        flavors,
    );
    let detail = Opened::new(listed, Thing::Flavor);
    view! {
        <PageHead title=tx(|t| t.flavors().title) beside=count_of(count(all.value, list)) />
        {table(list, detail, bound::notes(asked, answer.value, all.value))}
        {detail::dialog(detail, list)}
    }
    .into_any()
}

/// The number of flavors, or how many remain after filtering.
fn count(all: List, list: Flavors) -> Text {
    let max = Signal::derive(move || all.with(|list| list.as_deref().unwrap_or_default().len()));
    Text::live(move || match (list.shown.rows.with(|rows| rows.len()), max.get()) {
        (_, 0) => Text::default(),
        (is, max) if is == max => counted(|t| &t.flavors().count, is),
        (is, _) => {
            filled(|t| t.common().shown_of, [("shown", is.into()), ("total", counted(|t| &t.flavors().count, max))])
        }
    })
}

fn table(list: Flavors, detail: Opened, above: AnyView) -> AnyView {
    let listed = list.shown.listed;
    let tools = view! { {bound::field(listed, Bound::Disk)}{bound::field(listed, Bound::Ram)} }.into_any();
    let none = || {
        view! { <Empty title=tx(|t| t.flavors().none_title) words=tx(|t| t.flavors().none_text) mark=Icon::Flavors /> }
    };
    view! {
        <ListTable shown=list.shown label=tx(|t| t.flavors().title) search=tx(|t| t.flavors().search)
            columns=columns::columns(list, detail) row_name=move |id| list.text(id, columns::name)
            on_open=move |id: RowId| detail.show(&id) no_match=tx(|t| t.flavors().no_match_text) none tools above />
    }
    .into_any()
}
