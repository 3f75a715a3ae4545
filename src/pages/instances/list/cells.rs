//! The cells of a row. They are drawn once for many rows: all they show is read from the row's signal inside them.

use cloud::Timestamp;
use cloud::wire::{Address, Server};
use leptos::prelude::*;
use view::Datum;
use view::instances::{Column as By, Names, reason, since, value};

use super::{Reading, titles};
use crate::locales::{Text, filled, tx};
use crate::pages::instances::words::{self, Row};
use crate::pages::instances::{flavors, marks};
use crate::ui::{Ago, Column, Icon, RowId, Width, icon, live, live_view};

/// Addresses shown before "+n".
const SHOWN: usize = 2;

/// The columns, chosen or as usual; `of_scope` draws those that are the same for all rows of a scope, if the table has them.
pub fn columns(chosen: &[By], reading: Reading, of_scope: impl Fn(By) -> Option<Column>) -> Vec<Column> {
    let usual = chosen.is_empty();
    let all = if usual { &By::USUAL } else { chosen };
    let draw = |by: By| match by.is_of_scope() {
        true => of_scope(by),
        // The reason is in its own column, if that is shown.
        false if by == By::Status && !all.contains(&By::Reason) => Some(with_reason(reading)),
        false => Some(column(by, reading)),
    };
    // What somebody has chosen is not hidden when space is short.
    let place = |column: Column| if usual { column } else { column.priority(1) };
    all.iter().copied().filter_map(draw).map(place).collect()
}

fn column(by: By, reading: Reading) -> Column {
    let (title, id) = (titles::title(by), by.as_str());
    let own = |width, cell: fn(Row, Signal<RowId>) -> AnyView| {
        Column::new(id, title.clone(), width, move |id| cell(reading.row.run(id), id))
    };
    match by {
        By::Name => {
            Column::new(id, title, Width::Grow, move |id| name(reading.row.run(id), move || reading.href.run(id.get())))
        }
        By::Status => own(Width::Wide, |row, _| words::badge(row)),
        By::Flavor => {
            Column::new(id, title, Width::Middle, move |id| flavor(reading.row.run(id), id, reading)).priority(2)
        }
        By::Address => own(Width::Address, addresses),
        By::Zone => own(Width::Small, zone).priority(2),
        By::Key => own(Width::Small, key).priority(3),
        By::Created => own(Width::Small, age).age(),
        By::Updated => own(Width::Small, |row, _| ago(row, |server| server.updated)).age(),
        By::Since => own(Width::Middle, |row, _| ago(row, since)).age(),
        By::Task => own(Width::Small, |row, _| said(row, task)),
        By::Reason => own(Width::Address, |row, _| said(row, |server| reason(server).map(str::to_owned))),
        by => Column::new(id, title, width(by), move |id| any(by, reading.row.run(id), id, reading)),
    }
}

/// The status, and beside an error its reason.
fn with_reason(reading: Reading) -> Column {
    Column::new(By::Status.as_str(), titles::title(By::Status), Width::Wide, move |id| {
        let row = reading.row.run(id);
        let read = |server: &Server| reason(server).unwrap_or_default().to_owned();
        let words = Text::live(move || row.with(|server| server.as_deref().map(read)).unwrap_or_default().into());
        view! { {words::badge(row)}<span class="status-reason" title=words.clone() dir="auto">{words.clone()}</span> }
            .into_any()
    })
}

/// The width of a column whose cells are plain texts.
fn width(by: By) -> Width {
    match by {
        By::Vcpus | By::Ram | By::Disk => Width::Number,
        By::Image | By::Metadata | By::Id => Width::Address,
        _ => Width::Middle,
    }
}

/// A cell without a drawing of its own.
fn any(by: By, row: Row, id: Signal<RowId>, reading: Reading) -> AnyView {
    let words = Text::live(move || {
        let names = reading.names.run(id.get()).unwrap_or_default();
        let value = row.with(|server| server.as_deref().map(|server| value(by, server, &names)));
        match (by, value) {
            (By::Ram, Some(Datum::Number(mb))) => words::megabytes(mb.unsigned_abs()),
            (By::Disk, Some(Datum::Number(gb))) => words::gigabytes(gb.unsigned_abs()),
            (_, Some(Datum::Number(n))) => words::number(n.unsigned_abs()),
            (_, Some(Datum::Text(text))) => text.into(),
            (_, Some(Datum::Texts(texts))) => texts.join(", ").into(),
            (_, Some(Datum::Time(_) | Datum::Nothing) | None) => Text::default(),
        }
    });
    view! { <span title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
}

fn name(row: Row, href: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    let href = live(href);
    let words = Text::live(move || row.with(|server| server.as_deref().map(words::name).unwrap_or_default()));
    // The grid itself has the keyboard focus: Enter opens the active row.
    view! { <a href=href tabindex="-1" title=words.clone() dir="auto">{words.clone()}</a>{marks::marks(row)} }
        .into_any()
}

fn flavor(row: Row, id: Signal<RowId>, reading: Reading) -> AnyView {
    let read = move |read: fn(&Names, &Server) -> String| {
        let names = reading.names.run(id.get()).unwrap_or_default();
        row.with(|server| server.as_deref().map(|server| read(&names, server))).unwrap_or_default()
    };
    let short = Text::live(move || read(flavors::short).into());
    let whole = Text::live(move || read(|names, server| names.flavor_of(server).to_owned()).into());
    view! { <span title=whole>{short}</span> }.into_any()
}

fn zone(row: Row, _: Signal<RowId>) -> AnyView {
    said(row, |server| server.zone.said()?.as_ref().map(|zone| zone.to_string()))
}

fn key(row: Row, _: Signal<RowId>) -> AnyView {
    said(row, |server| server.key_name.said()?.as_ref().map(|key| key.to_string()))
}

/// A text, with the whole of it as tooltip where it is cut off.
fn said(row: Row, read: fn(&Server) -> Option<String>) -> AnyView {
    let words = Text::live(move || row.with(|server| server.as_deref().and_then(read)).unwrap_or_default().into());
    view! { <span title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
}

fn age(row: Row, _: Signal<RowId>) -> AnyView {
    ago(row, |server| server.created)
}

fn ago(row: Row, read: fn(&Server) -> Option<Timestamp>) -> AnyView {
    view! { <Ago at=Signal::derive(move || row.with(|server| read(server.as_deref()?))) /> }.into_any()
}

fn task(server: &Server) -> Option<String> {
    let task = server.task_state.said().and_then(Option::as_ref)?;
    Some(words::task(&task.0).get().into_owned())
}

/// Two addresses, with floating ones marked, and the number of further ones.
fn addresses(row: Row, _: Signal<RowId>) -> AnyView {
    live_view(move || {
        row.with(|server| few(server.as_ref().and_then(|server| server.addresses.said()).map_or(&[], Vec::as_slice)))
    })
    .into_any()
}

fn few(all: &[Address]) -> AnyView {
    let shown: Vec<_> = all.iter().take(SHOWN).map(address).collect();
    let rest: Vec<_> = all.iter().skip(SHOWN).map(|address| address.addr.as_str()).collect();
    let more = (!rest.is_empty()).then(|| {
        let n = filled(|t| t.instances().more_addresses, [("n", rest.len().into())]);
        view! { <span class="more" title=rest.join(", ")>{n}</span> }
    });
    (shown, more).into_any()
}

fn address(address: &Address) -> AnyView {
    let text = address.addr.clone();
    if !address.floating {
        return view! { <code class="addr">{text}</code> }.into_any();
    }
    let words = tx(|t| t.instances().floating);
    view! {
        <code class="addr floating" title=words.clone()>
            {icon(Icon::FloatingIps)}<span class="sr-only">{words.clone()}" "</span>{text}
        </code>
    }
    .into_any()
}
