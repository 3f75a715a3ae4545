//! The table of volumes.

use std::sync::Arc;

use ::view::listing::{Listing, counted as count_by};
use ::view::storage::{self, VolumeGroup};
use cloud::VolumeId;
use leptos::prelude::*;

use super::room::{Question, Room};
use super::{cells, menu};
use crate::locales::{Text, Words, tx};
use crate::reactive::{Memo, Signal};
use crate::shared::volumes;
use crate::shell::no_changes;
use crate::ui::*;

/// Search, filters and table.
pub fn list(room: Room) -> AnyView {
    let Room { volumes, listed, known, servers, .. } = room;
    let rows = Memo::new(move |_| {
        let (known, servers, listing) = (known.get(), servers.get(), listed.get());
        let found = storage::volumes(known.rows(), &listing, &servers);
        found.into_iter().map(|volume| RowId::from(volume.id.as_str())).collect::<Arc<[RowId]>>()
    });
    let standing = Signal::derive(move || volumes.value.with(Option::is_some));
    let failure = Signal::derive(move || volumes.failure());
    let row_name = move |id: Signal<RowId>| -> Text {
        Text::live(move || room.volume(&id.get(), volumes::name).unwrap_or_default().into())
    };
    let menu = move |id: RowId| room.volume(&id, Clone::clone).map(|volume| menu::of(room, volume)).unwrap_or_default();
    view! {
        <ListBar search=tx(|t| t.volumes().search) listed filters=filters(room) />
        <div class="fill">
            <Standing known=standing failure loaded_at=volumes.loaded_at on_retry=move || volumes.refresh()>
                <div class="labelled fill">
                    <Table label=tx(|t| t.volumes().title) columns=cells::columns(room) rows row_name
                        sort=sort_of(listed) on_sort=move |sort| sort_by(listed, sort)
                        on_open=move |id: RowId| room.show(VolumeId(id.to_string())) menu
                        loading=Signal::derive(move || !standing.get()) empty=move || nothing(room) />
                </div>
            </Standing>
        </div>
    }
    .into_any()
}

fn filters(room: Room) -> Vec<ListFilter> {
    let statuses = Signal::derive(move || {
        room.known.with(|known| {
            let count = |group| known.rows().iter().filter(|row| VolumeGroup::of(&row.status) == group).count();
            let groups = VolumeGroup::ALL.into_iter().map(|group| (group, count(group)));
            let there = groups.filter(|(group, rows)| *rows > 0 || *group != VolumeGroup::Other);
            there.map(|(group, rows)| choice_of(group.as_str(), group_name(group), rows)).collect()
        })
    });
    let zones = Signal::derive(move || {
        room.known.with(|known| {
            let zones = known.rows().iter().filter_map(|volume| volume.zone.as_ref());
            let counts = count_by(zones.map(|zone| zone.as_str()));
            counts.into_iter().map(|(zone, rows)| choice_of(&zone, zone.clone(), rows)).collect()
        })
    });
    vec![
        ListFilter { name: "status", label: tx(|t| t.common().status), choices: statuses },
        ListFilter { name: "zone", label: tx(|t| t.volumes().zone), choices: zones },
    ]
}

fn group_name(group: VolumeGroup) -> Text {
    let which: Words = match group {
        VolumeGroup::Error => |t| t.volumes().error,
        VolumeGroup::Busy => |t| t.volumes().group_busy,
        VolumeGroup::InUse => |t| t.volumes().in_use,
        VolumeGroup::Available => |t| t.volumes().available,
        VolumeGroup::Other => |t| t.volumes().group_other,
    };
    tx(which)
}

fn nothing(room: Room) -> AnyView {
    live_view(move || match room.listed.with(Listing::narrows) {
        true => none_fits(room),
        false => view! {
            <Empty title=tx(|t| t.volumes().none_title) words=tx(|t| t.volumes().none_text) mark=Icon::Volumes>
                <Button label=tx(|t| t.volumes().create) kind=Kind::Primary icon_before=Icon::Plus
                    refused=no_changes() on_click=move || room.ask(Question::Create(None)) />
            </Empty>
        }
        .into_any(),
    })
    .into_any()
}

/// Rows there are, but none of them fits.
pub fn none_fits(room: Room) -> AnyView {
    view! {
        <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.volumes().no_match_text)>
            <Button label=tx(|t| t.common().clear_filters) on_click=move || room.listed.clear() />
        </Empty>
    }
    .into_any()
}
