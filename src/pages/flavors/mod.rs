//! Flavors (rows S01, S02).
//!
//! * `bound`: the field of one bound, and how the cloud took it. `columns`: the table's cells. `detail`: everything of one
//!   flavor, in a dialog.

mod bound;
mod columns;
mod detail;

use std::sync::Arc;

use ::view::flavors::{BOUNDS, Bound, ask, flavors};
use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;
use leptos::prelude::*;

use crate::data;
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Computed, Observed};
use crate::routes::{self, Route, Thing};
use crate::shared::list::{self, ListTable, Standing, count_of};
use crate::shared::opened::Opened;
use crate::ui::{Empty, Icon, PageHead, RowId};

/// Flavors as the cloud answered, as far as they are known.
type List = Observed<Option<Arc<[Flavor]>>>;
/// What of them is shown.
type Flavors = list::List<Flavor>;

/// The page.
pub fn page() -> AnyView {
    let listed = list::listed(Route::Flavors, BOUNDS, "name");
    // As the address says it, which follows a pause in typing: each new bound is a question to the cloud.
    let address = routes::query();
    let asked = Computed::new(move |_| ask(&::view::listing::Listing::of_query(BOUNDS, &address.get())));
    // What the cloud answers to the bounds, and all there is: told apart, they say how it took the bounds.
    let answer = data::flavors(move || asked.get());
    let all = data::flavors(FlavorQuery::default);
    let list = list::List::new(
        answer.value,
        Standing::of(answer),
        listed,
        |flavor| flavor.id.as_str(),
        |all, listing| list::ids(&flavors(all.rows(), listing), |flavor| flavor.id.as_str()),
    );
    let detail = Opened::new(listed, Thing::Flavor);
    view! {
        <PageHead title=tx(|t| t.flavors().title) beside=count_of(count(all.value, list)) />
        {table(list, detail, bound::notes(asked, answer.value, all.value))}
        {detail::dialog(detail, list)}
    }
    .into_any()
}

/// How many there are, or how many the bounds and the search leave.
fn count(all: List, list: Flavors) -> Text {
    let max = Observed::derive(move || all.with(|list| list.as_deref().unwrap_or_default().len()));
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
