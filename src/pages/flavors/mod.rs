//! Flavors (rows S01, S02).
//!
//! * `narrow`: search, bounds and order, which stand in the address. `bound`: the field of one bound, and how the cloud
//!   took it. `columns`: the table's cells. `detail`: everything of one flavor, in a dialog.

mod bound;
mod columns;
mod detail;
mod narrow;

use std::sync::Arc;

use ::view::flavors::Filter;
use cloud::calls::flavors::FlavorQuery;
use cloud::wire::Flavor;
use leptos::prelude::*;

use crate::data::{self, Live};
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::{Memo, Signal};
use crate::ui::{Button, Empty, Icon, PageHead, RowId, Sort, Standing, Table, live_view};

/// Flavors, as far as they are known.
type List = Signal<Option<Arc<[Flavor]>>>;

/// The page.
pub fn page() -> AnyView {
    let (filter, asked) = narrow::filter();
    // What the cloud answers to the bounds, and all there is: told apart, they say how it took the bounds.
    let answer = data::flavors(move || asked.get());
    let all = data::flavors(FlavorQuery::default);
    let rows = Memo::new(move |_| shown(answer.value, &filter.get()));
    let detail = detail::Opened::new();
    view! {
        <PageHead title=tx(|t| t.flavors().title) beside=count(all.value, rows) />
        {narrow::toolbar(filter)}
        {bound::notes(asked, answer.value, all.value)}
        <div class="fill">{list(answer, filter, rows, detail)}</div>
        {detail::dialog(detail, answer.value)}
    }
    .into_any()
}

fn shown(list: List, filter: &Filter) -> Arc<[RowId]> {
    list.with(|list| {
        let found = filter.apply(list.as_deref().unwrap_or_default());
        found.into_iter().map(|flavor| RowId::from(flavor.id.as_str())).collect()
    })
}

fn count(all: List, rows: Memo<Arc<[RowId]>>) -> AnyView {
    let max = Signal::derive(move || all.with(|list| list.as_deref().unwrap_or_default().len()));
    let words = Text::live(move || {
        let (is, max) = (rows.with(|rows| rows.len()), max.get());
        match max {
            0 => Text::default(),
            _ if is == max => counted(|t| &t.flavors().count, is),
            _ => filled(|t| t.flavors().of, [("is", is.into()), ("max", max.into())]),
        }
    });
    view! { <span role="status">{words}</span> }.into_any()
}

fn list(
    answer: Live<Arc<[Flavor]>>,
    filter: RwSignal<Filter>,
    rows: Memo<Arc<[RowId]>>,
    detail: detail::Opened,
) -> AnyView {
    let known = Signal::derive(move || answer.value.with(Option::is_some));
    let failure = Signal::derive(move || answer.failure());
    let loading = Signal::derive(move || !known.get());
    let sort = Signal::derive(move || {
        filter.with(|f| Some(Sort { column: f.column.as_str().to_owned(), descending: f.descending }))
    });
    let list = answer.value;
    view! {
        <Standing known failure loaded_at=answer.loaded_at on_retry=move || answer.refresh()>
            <div class="labelled fill">
                <Table label=tx(|t| t.flavors().title) columns=columns::columns(list, detail) rows
                    row_name=move |id| columns::name_of(list, id) sort
                    on_sort=move |sort: Sort| narrow::sort(filter, &sort)
                    on_open=move |id: RowId| detail.show(id) loading empty=move || nothing(filter) />
            </div>
        </Standing>
    }
    .into_any()
}

fn nothing(filter: RwSignal<Filter>) -> AnyView {
    live_view(move || match filter.with(Filter::narrows) {
        true => view! {
            <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.flavors().no_match_text)>
                <Button label=tx(|t| t.common().clear_filters) on_click=move || narrow::clear(filter) />
            </Empty>
        }
        .into_any(),
        false => view! {
            <Empty title=tx(|t| t.flavors().none_title) words=tx(|t| t.flavors().none_text) mark=Icon::Flavors />
        }
        .into_any(),
    })
    .into_any()
}
