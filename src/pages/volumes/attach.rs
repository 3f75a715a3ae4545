//! The dialog that attaches a volume to an instance, opened from the volume (row S21). It lists the instances of the
//! same zone, and the others with the reason.

use std::sync::Arc;

use ::view::fold;
use cloud::ServerId;
use cloud::rules::attach::attachable;
use cloud::rules::lifecycle::{Action, Refusal, allowed_for};
use cloud::wire::{Server, Volume};
use leptos::prelude::*;

use super::source::followed;
use crate::browser::focus;
use crate::data::{self, LiveState};
use crate::locales::{Text, filled, tx};
use crate::shared::{attaching, volumes};
use crate::ui::*;

pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().attach_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let list = data::instances();
    let (chosen, sent) = (RwSignal::new(String::new()), RwSignal::new(false));
    let rows = followed(move || {
        let all = list.value.get().map(|list| list.rows).unwrap_or_default();
        volume.with_value(|volume| all.iter().map(|server| row(volume, server)).collect::<Arc<[_]>>())
    });
    let missing = move || sent.get() && chosen.with(|chosen| chosen.is_empty());
    let error = Signal::derive(move || missing().then(|| tx(|t| t.volumes().attach_missing)));
    let submit = Submit::new(move || {
        sent.set(true);
        let id = focus::filled(chosen.get_untracked())?;
        let named = list.value.with_untracked(|list| {
            let rows = &list.as_ref()?.rows;
            rows.iter().find(|server| server.id.as_str() == id).map(|server| name(server))
        });
        let server = (ServerId(id.clone()), named.unwrap_or(id));
        let what = volume.with_value(|volume| (volume.id.clone(), volumes::name(volume)));
        Some(attaching::attach(server, what, open))
    });
    let column = |title| PickerColumn { title, number: false };
    let columns = vec![column(tx(|t| t.common().name)), column(tx(|t| t.volumes().zone))];
    view! {
        <ConfirmForm open confirm=tx(|t| t.volumes().attach) submit>
            <Picker label=tx(|t| t.volumes().instance) columns rows value=chosen error
                hint=tx(|t| t.volumes().attach_hint)
                loading=Signal::derive(move || list.state.get() == LiveState::Loading) />
        </ConfirmForm>
    }
    .into_any()
}

fn name(server: &Server) -> String {
    if server.name.is_empty() { server.id.to_string() } else { server.name.clone() }
}

fn row(volume: &Volume, server: &Server) -> PickerRow {
    let name = name(server);
    let zone = server.zone.said().and_then(Option::as_ref).map(ToString::to_string).unwrap_or_default();
    let by_volume = attachable(volume, server).err().map(|why| attaching::not_attachable(&why));
    let by_server = || allowed_for(Action::AttachVolume, server).err().map(|why| sentence(&why, server));
    PickerRow {
        id: server.id.to_string(),
        haystack: fold(&[name.as_str(), server.id.as_str(), zone.as_str()].join("\n")),
        cells: vec![name.into(), zone.into()],
        excluded: by_volume.or_else(by_server),
    }
}

fn sentence(why: &Refusal, server: &Server) -> Text {
    match why {
        Refusal::Locked => tx(|t| t.volumes().why_server_locked),
        Refusal::Busy(_) => tx(|t| t.volumes().why_server_busy),
        _ => filled(|t| t.volumes().why_server_state, [("status", server.status.to_string().into())]),
    }
}
