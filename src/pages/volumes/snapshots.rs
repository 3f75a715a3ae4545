//! The table of snapshots.

use cloud::wire::Snapshot;
use leptos::prelude::*;
use runner::Kind as Bulk;

use super::menu;
use super::model::Model;
use crate::locales::{Text, filled, number, tx};
use crate::shared::bulk::Things;
use crate::shared::list::ListTable;
use crate::shared::volumes;
use crate::ui::*;

pub fn list(model: Model) -> AnyView {
    let row_name = move |id| model.snapshot_list.text(id, |snapshot| volumes::snapshot_name(snapshot).into());
    let menu = move |id: RowId| {
        model.snapshot(&id, Clone::clone).map(|snapshot| menu::of_snapshot(model, snapshot)).unwrap_or_default()
    };
    let none = || {
        let words = tx(|t| t.volumes().no_snapshots_text);
        view! { <Empty title=tx(|t| t.volumes().no_snapshots_title) words mark=Icon::Snapshot /> }
    };
    let things = Things::removable(model.snapshot_list, Bulk::Snapshot, |snapshot| {
        (volumes::snapshot_name(snapshot), menu::snapshot_stays(snapshot))
    });
    view! {
        <ListTable shown=model.snapshot_list.shown label=tx(|t| t.volumes().snapshots)
            search=tx(|t| t.volumes().search_snapshots) columns=columns(model) row_name
            on_open=move |id: RowId| model.snapshot_detail.show(&id) menu no_match=tx(|t| t.volumes().no_match_text) none select=things.select />
        {things.dialog()}
    }
    .into_any()
}

fn columns(model: Model) -> Vec<Column> {
    let name = move |id: Signal<RowId>| {
        let words = Text::live(move || model.snapshot(&id.get(), volumes::snapshot_name).unwrap_or_default().into());
        let detail = model.snapshot_detail;
        row_link(words, move || Some(detail.href(&id.get())), move || detail.show(&id.get_untracked()))
    };
    let size = move |id: Signal<RowId>| model.snapshot_list.cell(id, |snapshot| volumes::size(snapshot.size_gb));
    let age = move |id: Signal<RowId>| {
        let at = Signal::derive(move || model.snapshot(&id.get(), |snapshot| snapshot.created_at).flatten());
        view! { <Ago at /> }.into_any()
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name),
        Column::new("status", tx(|t| t.common().status), Width::Wide, move |id| status(model, id)),
        Column::new("size", tx(|t| t.volumes().size), Width::Number, size),
        Column::new("volume", tx(|t| t.volumes().of_volume), Width::Middle, move |id| source(model, id)),
        Column::new("created", tx(|t| t.volumes().age), Width::Small, age).age(),
    ]
}

/// The state, with the progress while the snapshot is being made.
pub fn status(model: Model, id: Signal<RowId>) -> AnyView {
    let percent = Text::live(move || match model.snapshot(&id.get(), progress).flatten() {
        Some(percent) => filled(|t| t.volumes().percent, [("n", number(f64::from(percent)).into())]),
        None => Text::default(),
    });
    let state = volumes::snapshot_badge(Signal::derive(move || model.snapshot(&id.get(), |one| one.status.clone())));
    view! { {state}<span class="dim">{percent}</span> }.into_any()
}

/// The progress in percent while the snapshot is being made.
fn progress(snapshot: &Snapshot) -> Option<u8> {
    snapshot.progress.filter(|_| snapshot.status.is_busy())
}

/// The volume of the snapshot; the id of one that was deleted.
pub fn source(model: Model, id: Signal<RowId>) -> AnyView {
    let volume = Memo::new(move |_| model.snapshot(&id.get(), |snapshot| snapshot.volume.clone()).unwrap_or_default());
    let name = Text::live(move || {
        let id = volume.get();
        model.volume(id.as_str(), volumes::name).unwrap_or_else(|| id.to_string()).into()
    });
    let href = move || Some(model.detail.href(volume.get().as_str()));
    row_link(name, href, move || model.show(untrack(|| volume.get())))
}
