//! The table.

use std::sync::Arc;

use ::view::fold;
use ::view::instances::natural_key;
use ::view::query::encode;
use leptos::prelude::*;

use super::narrow::Narrow;
use super::{Dialogs, Line, Lines, columns};
use crate::locales::{Text, tx};
use crate::reactive::{Memo, Signal};
use crate::shell::no_changes;
use crate::ui::{Button, Empty, Icon, MenuItem, RowId, Sort, Table, copy_text, live_view};

/// The table.
pub fn table(lines: Lines, narrow: Narrow, dialogs: Dialogs) -> AnyView {
    let sort = RwSignal::new(Some(Sort { column: String::from("address"), descending: false }));
    let rows = Memo::new(move |_| rows(lines, narrow, sort.get()));
    let loading = Signal::derive(move || lines.with(Option::is_none));
    let menu = move |id: RowId| find(lines, &id).map(|line| menu(&line, dialogs)).unwrap_or_default();
    view! {
        <div class="labelled fill">
            <Table label=tx(|t| t.floating_ips().title) columns=columns::columns(lines) rows
                row_name=move |id| said(lines, id, |line| line.ip.address.clone())
                sort on_sort=move |to: Sort| sort.set(Some(to)) menu loading empty=move || nothing(narrow) />
        </div>
    }
    .into_any()
}

fn menu(line: &Line, dialogs: Dialogs) -> Vec<MenuItem> {
    let (attached, detached, released) = (line.clone(), line.clone(), line.clone());
    let (address, free) = (line.ip.address.clone(), line.ip.is_free());
    // There is no port that it could be taken off.
    let forwards = line.ip.port.is_none() && !free;
    let attach = MenuItem::new(tx(|t| t.floating_ips().attach_ask), move || dialogs.ask(&attached, dialogs.attach));
    let detach = MenuItem::new(tx(|t| t.floating_ips().detach_ask), move || dialogs.ask(&detached, dialogs.detach));
    let release = MenuItem::new(tx(|t| t.floating_ips().release_ask), move || dialogs.ask(&released, dialogs.release));
    let off = no_changes().get();
    let (taken, is_free) = (|| tx(|t| t.floating_ips().is_attached), || tx(|t| t.floating_ips().is_free));
    let has_rules = || tx(|t| t.floating_ips().forwards_ports);
    vec![
        attach.icon(Icon::Instances).refused(off.clone().or_else(|| (!free).then(taken))),
        detach
            .icon(Icon::Close)
            .refused(off.clone().or_else(|| free.then(is_free)).or_else(|| forwards.then(has_rules))),
        MenuItem::new(tx(|t| t.floating_ips().copy), move || copy_text(address.clone())).icon(Icon::Copy),
        release.icon(Icon::Trash).danger().apart().refused(off),
    ]
}

pub(super) fn row_id(line: &Line) -> RowId {
    encode(line.ip.id.as_str()).into()
}

/// The line of a row.
pub(super) fn find(lines: Lines, id: &RowId) -> Option<Line> {
    lines.with(|lines| lines.as_deref()?.iter().find(|line| row_id(line) == *id).cloned())
}

/// A text of the line that `id` names.
pub(super) fn said(lines: Lines, id: Signal<RowId>, read: fn(&Line) -> String) -> Text {
    Text::live(move || find(lines, &id.get()).map(|line| read(&line)).unwrap_or_default().into())
}

fn rows(lines: Lines, narrow: Narrow, sort: Option<Sort>) -> Arc<[RowId]> {
    let Some(lines) = lines.get() else { return Arc::default() };
    let words: Vec<String> = narrow.search.with(|text| text.split_whitespace().map(fold).collect());
    let show = narrow.show.get();
    let fits = |line: &&Line| match show.as_str() {
        "free" => line.ip.is_free(),
        "used" => !line.ip.is_free(),
        _ => true,
    };
    let mut shown: Vec<&Line> = lines.iter().filter(fits).filter(|line| holds(line, &words)).collect();
    let sort = sort.unwrap_or(Sort { column: String::new(), descending: false });
    shown.sort_by_cached_key(|line| natural_key(&line.ip.address));
    match sort.column.as_str() {
        "status" => shown.sort_by_key(|line| (line.ip.is_free(), line.ip.status.as_str().to_owned())),
        "instance" => shown.sort_by_cached_key(|line| line.user.as_ref().map(|(_, name)| natural_key(name))),
        "fixed" => shown.sort_by_cached_key(|line| line.ip.fixed_address.as_deref().map(natural_key)),
        "pool" => shown.sort_by_cached_key(|line| natural_key(&line.pool)),
        _ => {}
    }
    if sort.descending {
        shown.reverse();
    }
    shown.into_iter().map(row_id).collect()
}

fn holds(line: &Line, words: &[String]) -> bool {
    let name = line.user.as_ref().map(|(_, name)| fold(name)).unwrap_or_default();
    let fixed = line.ip.fixed_address.clone().unwrap_or_default();
    let texts = [line.ip.address.clone(), name, fixed, fold(&line.pool)];
    words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}

fn nothing(narrow: Narrow) -> AnyView {
    live_view(move || match narrow.narrows() {
        true => view! {
            <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.floating_ips().no_match_text)>
                <Button label=tx(|t| t.common().clear_filters) on_click=move || narrow.clear() />
            </Empty>
        }
        .into_any(),
        false => {
            let words = tx(|t| t.floating_ips().none_text);
            view! { <Empty title=tx(|t| t.floating_ips().none_title) words mark=Icon::FloatingIps /> }.into_any()
        }
    })
    .into_any()
}
