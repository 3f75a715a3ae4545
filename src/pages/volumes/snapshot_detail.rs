//! One snapshot in a dialog over the list, with an address of its own.

use cloud::wire::Snapshot;
use leptos::prelude::*;

use super::model::Model;
use super::{menu, snapshots};
use crate::locales::{Text, tx};
use crate::shared::opened::{gone, over};
use crate::shared::volumes;
use crate::ui::*;

pub fn dialog(model: Model) -> AnyView {
    let (detail, list) = (model.snapshot_detail, model.snapshot_list);
    let snapshot = Memo::new(move |_| list.get(&detail.id.get(), Clone::clone));
    let title = Text::live(move || {
        snapshot.with(|snapshot| snapshot.as_ref().map(volumes::snapshot_name)).unwrap_or_default().into()
    });
    over(detail, title, list.shown, gone(), move || snapshot.get().map(|snapshot| here(model, snapshot)))
}

fn here(model: Model, snapshot: Snapshot) -> AnyView {
    let facts = facts(model, &snapshot);
    let items = move |()| menu::actions_of_snapshot(model, snapshot.clone());
    view! {
        <div class="confirm">
            <Facts facts />
            <footer class="dialog-foot">
                <Menu label=tx(|t| t.common().actions) items />
                <Button label=tx(|t| t.common().close) on_click=move || model.snapshot_detail.hide() />
            </footer>
        </div>
    }
    .into_any()
}

fn facts(model: Model, snapshot: &Snapshot) -> Vec<Fact> {
    let id = RowId::from(snapshot.id.as_str());
    let of = Signal::stored(id);
    vec![
        Fact::new(tx(|t| t.common().status), snapshots::status(model, of)),
        Fact::text(tx(|t| t.volumes().size), volumes::size(snapshot.size_gb)),
        Fact::new(tx(|t| t.volumes().of_volume), snapshots::source(model, of)),
        Fact::text(tx(|t| t.volumes().description), snapshot.description.clone()),
        Fact::new(tx(|t| t.common().created), view! { <Ago at=Signal::stored(snapshot.created_at) /> }),
        Fact::id(tx(|t| t.common().id), snapshot.id.to_string()),
    ]
}
