//! The table of snapshots.

use std::sync::Arc;

use ::view::listing::Listing;
use ::view::storage;
use cloud::wire::Snapshot;
use leptos::prelude::*;

use super::list::none_fits;
use super::menu;
use super::room::Room;
use crate::locales::{Text, filled, number, tx};
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::shared::volumes;
use crate::ui::*;

/// Search and table.
pub fn list(room: Room) -> AnyView {
    let Room { snapshots, listed, known, known_snapshots, .. } = room;
    let rows = Memo::new(move |_| {
        let (known, all, listing) = (known.get(), known_snapshots.get(), listed.get());
        let found = storage::snapshots(all.rows(), &listing, &known);
        found.into_iter().map(|snapshot| RowId::from(snapshot.id.as_str())).collect::<Arc<[RowId]>>()
    });
    let standing = Signal::derive(move || snapshots.value.with(Option::is_some));
    let failure = Signal::derive(move || snapshots.failure());
    let row_name = move |id: Signal<RowId>| -> Text {
        Text::live(move || room.snapshot(&id.get(), volumes::snapshot_name).unwrap_or_default().into())
    };
    let menu = move |id: RowId| {
        room.snapshot(&id, Clone::clone).map(|snapshot| menu::of_snapshot(room, snapshot)).unwrap_or_default()
    };
    view! {
        <ListBar search=tx(|t| t.volumes().search_snapshots) listed filters=Vec::new() />
        <div class="fill">
            <Standing known=standing failure loaded_at=snapshots.loaded_at on_retry=move || snapshots.refresh()>
                <div class="labelled fill">
                    <Table label=tx(|t| t.volumes().snapshots) columns=columns(room) rows row_name
                        sort=sort_of(listed) on_sort=move |sort| sort_by(listed, sort) menu
                        loading=Signal::derive(move || !standing.get()) empty=move || nothing(room) />
                </div>
            </Standing>
        </div>
    }
    .into_any()
}

fn columns(room: Room) -> Vec<Column> {
    let name = move |id: Signal<RowId>| {
        let words = Text::live(move || room.snapshot(&id.get(), volumes::snapshot_name).unwrap_or_default().into());
        view! { <span class="row-name" title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
    };
    let size = move |id: Signal<RowId>| {
        let words = Text::live(move || {
            room.snapshot(&id.get(), |snapshot| volumes::size(snapshot.size_gb)).unwrap_or_default()
        });
        view! { <span>{words}</span> }.into_any()
    };
    let age = move |id: Signal<RowId>| {
        let at = Signal::derive(move || room.snapshot(&id.get(), |snapshot| snapshot.created_at).flatten());
        view! { <Ago at /> }.into_any()
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name),
        Column::new("status", tx(|t| t.common().status), Width::Wide, move |id| status(room, id)),
        Column::new("size", tx(|t| t.volumes().size), Width::Number, size),
        Column::new("volume", tx(|t| t.volumes().of_volume), Width::Middle, move |id| source(room, id)),
        Column::new("created", tx(|t| t.volumes().age), Width::Small, age),
    ]
}

fn status(room: Room, id: Signal<RowId>) -> AnyView {
    let percent = Text::live(move || match room.snapshot(&id.get(), progress).flatten() {
        Some(percent) => filled(|t| t.volumes().percent, [("n", number(f64::from(percent)).into())]),
        None => Text::default(),
    });
    let state = volumes::snapshot_badge(Signal::derive(move || room.snapshot(&id.get(), |one| one.status.clone())));
    view! { {state}<span class="dim">{percent}</span> }.into_any()
}

/// How far it is, while it is being made.
fn progress(snapshot: &Snapshot) -> Option<u8> {
    snapshot.progress.filter(|_| snapshot.status.is_busy())
}

/// The volume it was made of; one that is gone is named by its id.
fn source(room: Room, id: Signal<RowId>) -> AnyView {
    let volume = Memo::new(move |_| room.snapshot(&id.get(), |snapshot| snapshot.volume.clone()).unwrap_or_default());
    let href = live(move || routes::href(&Route::Volume(volume.get())));
    let name = Text::live(move || {
        let id = volume.get();
        room.volume(id.as_str(), volumes::name).unwrap_or_else(|| id.to_string()).into()
    });
    let press = move |event: leptos::ev::MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            room.show(untrack(|| volume.get()));
        }
    };
    view! { <a href=href title=name.clone() dir="auto" on:click=press>{name.clone()}</a> }.into_any()
}

fn nothing(room: Room) -> AnyView {
    live_view(move || match room.listed.with(Listing::narrows) {
        true => none_fits(room),
        false => view! {
            <Empty title=tx(|t| t.volumes().no_snapshots_title) words=tx(|t| t.volumes().no_snapshots_text) mark=Icon::Volumes />
        }
        .into_any(),
    })
    .into_any()
}
