//! The dialog that attaches a volume to this instance (row S21): free volumes of its zone, the others with the reason;
//! an id can be typed.

use std::sync::Arc;

use ::view::fold;
use cloud::VolumeId;
use cloud::rules::attach::attachable;
use cloud::wire::{Server, Volume};
use leptos::prelude::*;

use crate::browser::focus;
use crate::data::{self, LiveState};
use crate::locales::{filled, tx};
use crate::pages::instances::words;
use crate::reactive::effect;
use crate::shared::{attaching, volumes};
use crate::ui::*;

pub fn dialog(open: RwSignal<bool>, server: Arc<Server>) -> AnyView {
    let title = filled(|t| t.volumes().attach_to_title, [("name", words::name(&server))]);
    let server = StoredValue::new(server);
    view! { <Dialog open title>{form(open, server)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, server: StoredValue<Arc<Server>>) -> AnyView {
    let list = data::volumes();
    let (chosen, typed, sent) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let rows = RwSignal::new(Arc::<[PickerRow]>::default());
    effect(move || {
        let all = list.value.get().unwrap_or_default();
        rows.set(server.with_value(|server| all.iter().map(|volume| row(volume, server)).collect()));
    });
    // A typed id takes precedence over the selected volume.
    let wanted = move || {
        let typed = typed.with(|typed| typed.trim().to_owned());
        if typed.is_empty() { chosen.get() } else { typed }
    };
    let missing = move || sent.get() && wanted().is_empty();
    let error = Signal::derive(move || missing().then(|| tx(|t| t.volumes().attach_volume_missing)));
    let submit = Submit::new(move || {
        sent.set(true);
        let id = VolumeId(focus::filled(untrack(wanted))?);
        let known =
            list.value.with_untracked(|list| list.as_deref()?.iter().find(|volume| volume.id == id).map(volumes::name));
        let to = server.with_value(|server| (server.id.clone(), words::name(server).now().into_owned()));
        let name = known.unwrap_or_else(|| id.to_string());
        Some(attaching::attach(to, (id, name), open))
    });
    // Without the list an id can be typed.
    let unread = Memo::new(move |_| list.value.with(Option::is_none) && list.failure().is_some());
    let columns = || {
        let column = |title, number| PickerColumn { title, number };
        vec![column(tx(|t| t.common().name), false), column(tx(|t| t.volumes().size), true)]
    };
    let loading = Signal::derive(move || list.state.get() == LiveState::Loading);
    view! {
        <ConfirmForm open confirm=tx(|t| t.volumes().attach) submit>
            {live_view(move || match unread.get() {
                true => view! {
                    <Hint words=tx(|t| t.volumes().service_missing) />
                    <TextField label=tx(|t| t.volumes().volume_id) value=typed mono=true error autofocus=true />
                }
                .into_any(),
                false => view! {
                    <Picker label=tx(|t| t.volumes().volume) columns=columns() rows value=chosen error loading />
                    <TextField label=tx(|t| t.volumes().volume_id) value=typed mono=true optional=true
                        hint=tx(|t| t.volumes().volume_id_hint) />
                }
                .into_any(),
            })}
        </ConfirmForm>
    }
    .into_any()
}

fn row(volume: &Volume, server: &Server) -> PickerRow {
    let name = volumes::name(volume);
    PickerRow {
        id: volume.id.to_string(),
        haystack: fold(&[name.as_str(), volume.id.as_str()].join("\n")),
        cells: vec![name.into(), volumes::size(volume.size_gb)],
        excluded: attachable(volume, server).err().map(|why| attaching::not_attachable(&why)),
    }
}
