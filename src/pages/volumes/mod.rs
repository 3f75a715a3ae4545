//! The page of volumes and their snapshots (rows N06, N07, and S21, S22 from the volume's side).
//!
//! * `model`: the state of the page. `list`, `snapshots`: the two tables. `detail`, `snapshot_detail`: one row in a
//!   dialog. `menu`: the menus.
//! * `create`: a new volume, with `source` and `problems`. `delete`, `extend`, `snapshot`, `image`, `attach`: the other
//!   dialogs.

mod attach;
mod cells;
mod create;
mod delete;
mod detail;
mod extend;
mod image;
mod list;
mod menu;
mod problems;
mod model;
mod snapshot;
mod snapshot_detail;
mod snapshots;
mod source;

use ::view::listing::TAB;
use leptos::prelude::*;

use self::model::{Question, Model, SNAPSHOTS};
use crate::locales::{Text, tx};
use crate::routes;
use crate::shared::attaching;
use crate::shared::list::{count, count_of};
use crate::shell::no_changes;
use crate::ui::{Button, Icon, Kind, PageHead, live, live_view};

pub fn page() -> AnyView {
    let model = Model::new();
    let tab = model.listed.picked(TAB);
    let snapshots = Memo::new(move |_| tab.with(|tab| tab == SNAPSHOTS));
    let create = move || model.ask(Question::Create(None));
    let of_volumes = count(model.list.shown, |t| &t.volumes().count);
    let of_snapshots = count(model.snapshot_list.shown, |t| &t.volumes().count_snapshots);
    let words = Text::live(move || if snapshots.get() { of_snapshots.clone() } else { of_volumes.clone() });
    view! {
        <PageHead title=tx(|t| t.volumes().title) beside=count_of(words)>
            <Button label=tx(|t| t.volumes().create) kind=Kind::Primary icon_before=Icon::Plus on_click=create
                refused=no_changes() />
        </PageHead>
        {tabs(model, snapshots)}
        {live_view(move || if snapshots.get() { snapshots::list(model) } else { list::list(model) })}
        {detail::dialog(model)}
        {snapshot_detail::dialog(model)}
        {live_view(move || model.question().map(|question| ask(model, question)).into_any())}
    }
    .into_any()
}

/// The tabs are links, so that each list has its own address.
fn tabs(model: Model, snapshots: Memo<bool>) -> AnyView {
    let count = |n: usize| if n == 0 { Text::default() } else { n.into() };
    let volumes = Text::live(move || count(model.list.all.with(|known| known.rows().len())));
    let others = Text::live(move || count(model.snapshot_list.all.with(|known| known.rows().len())));
    view! {
        <nav class="tabs" aria-label=tx(|t| t.volumes().tabs)>
            {tab(model, "", tx(|t| t.volumes().title), volumes, Signal::derive(move || !snapshots.get()))}
            {tab(model, SNAPSHOTS, tx(|t| t.volumes().snapshots), others, snapshots.into())}
        </nav>
    }
    .into_any()
}

fn tab(model: Model, value: &'static str, name: Text, count: Text, here: Signal<bool>) -> AnyView {
    // Read without tracking: otherwise the whole page would be drawn again with every key. The address of a tab without
    // filters does not change.
    let query = untrack(|| model.listed.with(|listing| listing.at_tab(value).to_query()));
    let mut href = routes::href(&routes::Route::Volumes);
    if !query.is_empty() {
        href.push('?');
        href.push_str(&query);
    }
    view! {
        <a class="tab" href=href aria-current=live(move || here.get().then_some("page"))>
            {name}" "<span class="tab-count">{count}</span>
        </a>
    }
    .into_any()
}

/// The dialog that is open.
fn ask(model: Model, question: Question) -> AnyView {
    let open = model.open;
    match question {
        Question::Create(of) => create::dialog(model, of),
        Question::Delete(volume) => delete::volume(open, volume),
        Question::DeleteSnapshot(snapshot) => delete::snapshot(open, snapshot),
        Question::Extend(volume) => extend::dialog(open, volume),
        Question::Snapshot(volume) => snapshot::dialog(open, volume),
        Question::Image(volume) => image::dialog(open, volume),
        Question::Attach(volume) => attach::dialog(open, volume),
        Question::Detach(pair) => attaching::detach_dialog(open, pair),
    }
}
