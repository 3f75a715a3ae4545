//! The availability zones page (row S03), with the number of instances in each zone.
//!
//! * `columns`: the cells of the table.

mod columns;

use std::sync::Arc;

use ::view::zones::{Count, Counts, Line, ZONE_FIELDS, count as count_by_zone, elsewhere, lines, zone_cells, zones as found};
use cloud::wire::Zone;
use leptos::prelude::*;

use crate::data::{self, Live, LiveState};
use crate::locales::{Text, counted, filled, tx};
use crate::routes::Route;
use crate::shared::list::{self, List, ListTable, Standing, count, count_of};
use crate::ui::{Empty, Icon, PageHead, live_view};

/// The zones with their numbers of instances.
type Zones = List<Line>;

pub fn page() -> AnyView {
    let (zones, instances) = (data::zones(), data::instances());
    // No counts until all instances are loaded.
    let counts: Memo<Option<Arc<Counts>>> = Memo::new(move |_| {
        let list = instances.value.get().filter(|list| list.complete)?;
        Some(Arc::new(count_by_zone(&list.rows)))
    });
    let all: Memo<Option<Arc<[Line]>>> = Memo::new(move |_| {
        let zones = zones.value.get()?;
        Some(counts.with(|counts| lines(&zones, counts.as_deref())).into())
    });
    let uncounted = Signal::derive(move || matches!(instances.state.get(), LiveState::Failed(_)));
    let list = List::new(
        all.into(),
        Standing::of(zones),
        list::listed(Route::Zones, "name"),
        ZONE_FIELDS,
        |line| line.zone.name.as_str(),
        zone_cells,
        found,
    );
    view! {
        <PageHead title=tx(|t| t.zones().title) beside=count_of(count(list.shown, |t| &t.zones().count)) />
        <p class="lead">{tx(|t| t.zones().lead)}</p>
        {table(list, uncounted, notes(zones, counts))}
    }
    .into_any()
}

fn table(list: Zones, uncounted: Signal<bool>, above: AnyView) -> AnyView {
    let none = || {
        view! { <Empty title=tx(|t| t.zones().none_title) words=tx(|t| t.zones().none_text) mark=Icon::Zones /> }
    };
    view! {
        <ListTable shown=list.shown label=tx(|t| t.zones().title) search=tx(|t| t.zones().search)
            columns=columns::columns(list, uncounted) row_name=move |id| list.text(id, name)
            no_match=tx(|t| t.zones().no_match_text) none above />
    }
    .into_any()
}

fn name(line: &Line) -> Text {
    line.zone.name.as_str().to_owned().into()
}

/// Notes on zones, and the number of instances without a zone.
fn notes(zones: Live<Arc<[Zone]>>, counts: Memo<Option<Arc<Counts>>>) -> AnyView {
    let notes = move || {
        let zones = zones.value.get().unwrap_or_default();
        let lost = counts.with(|counts| counts.as_deref().map_or(0, |counts| elsewhere(&zones, counts)));
        view! { {closed(&zones)}{(lost > 0).then(|| not_listed(lost))} }.into_any()
    };
    view! { <div class="zone-notes">{live_view(notes)}</div> }.into_any()
}

/// Names the zones that are not available.
fn closed(zones: &[Zone]) -> Option<AnyView> {
    let names: Vec<&str> = zones.iter().filter(|zone| !zone.available).map(|zone| zone.name.as_str()).collect();
    let words = (!names.is_empty()).then(|| filled(|t| t.zones().closed, [("zones", names.join(", ").into())]))?;
    Some(view! { <p>{words}</p> }.into_any())
}

fn not_listed(all: usize) -> AnyView {
    view! {
        <p>
            <strong>{tx(|t| t.zones().elsewhere_title)}": "{counted(|t| &t.zones().instances, all)}</strong>
            " "
            <span>{tx(|t| t.zones().elsewhere_text)}</span>
        </p>
    }
    .into_any()
}
