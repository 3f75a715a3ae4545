//! The table of volumes.

use ::query::Op;
use ::view::listing::counted as count_by;
use ::view::storage::VolumeGroup;
use leptos::prelude::*;
use runner::Kind as Bulk;

use super::model::{Question, Model};
use super::{cells, menu};
use crate::locales::{Text, Words, tx};
use crate::shared::bulk::{Does, Row, Things};
use crate::shared::list::ListTable;
use crate::shared::volumes;
use crate::shell::no_changes;
use crate::ui::*;

pub fn list(model: Model) -> AnyView {
    let row_name = move |id| model.list.text(id, |volume| volumes::name(volume).into());
    let menu = move |id: RowId| model.volume(&id, Clone::clone).map(|volume| menu::of(model, volume)).unwrap_or_default();
    let none = move || {
        view! {
            <Empty title=tx(|t| t.volumes().none_title) words=tx(|t| t.volumes().none_text) mark=Icon::Volumes>
                <Button label=tx(|t| t.volumes().create) kind=Kind::Primary icon_before=Icon::Plus
                    refused=no_changes() on_click=move || model.ask(Question::Create(None)) />
            </Empty>
        }
    };
    static DOES: [Does; 3] = [Does::Detach, Does::Extend(String::new()), Does::Remove];
    let things = Things::new(model.list, Bulk::Volume, &DOES, move |volume, does| Row {
        name: volumes::name(volume),
        refused: match does {
            Does::Remove => menu::stays(model, volume),
            Does::Detach => menu::stays_attached(volume),
            Does::Extend(typed) => menu::stays_small(volume, typed),
        },
        server: volume.attachments.first().map(|place| place.server.clone()),
        gb: volume.size_gb,
    });
    view! {
        <ListTable shown=model.list.shown label=tx(|t| t.volumes().title) search=tx(|t| t.volumes().search)
            filters=filters(model) columns=cells::columns(model) row_name
            on_open=move |id: RowId| model.detail.show(&id) menu no_match=tx(|t| t.volumes().no_match_text) none select=things.select />
        {things.dialog()}
    }
    .into_any()
}

fn filters(model: Model) -> Vec<FieldMenu> {
    let statuses = Signal::derive(move || {
        model.list.all.with(|known| {
            let count = |group| known.rows().iter().filter(|row| VolumeGroup::of(&row.status) == group).count();
            let groups = VolumeGroup::ALL.into_iter().map(|group| (group, count(group)));
            let there = groups.filter(|(group, rows)| *rows > 0 || *group != VolumeGroup::Other);
            there.map(|(group, rows)| choice_of(group.as_str(), group_name(group), rows)).collect()
        })
    });
    let zones = Signal::derive(move || {
        model.list.all.with(|known| {
            let zones = known.rows().iter().filter_map(|volume| volume.zone.as_ref());
            let counts = count_by(zones.map(|zone| zone.as_str()));
            counts.into_iter().map(|(zone, rows)| choice_of(&zone, zone.clone(), rows)).collect()
        })
    });
    vec![
        FieldMenu { field: "status", op: Op::Contains, label: tx(|t| t.common().status), choices: statuses },
        FieldMenu { field: "zone", op: Op::Equals, label: tx(|t| t.volumes().zone), choices: zones },
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
