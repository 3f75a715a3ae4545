//! Attaching a volume to an instance and detaching it (rows S20–S22), used by the pages of both.

use cloud::rules::attach::{NotAttachable, NotDetachable, detachable};
use cloud::rules::volumes::VolumeGoal;
use cloud::wire::{ServerVolume, Volume};
use cloud::{Failure, FailureKind, ServerId, VolumeId};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::volumes;
use crate::data;
use crate::flows::storing;
use crate::locales::{Text, filled, tx};
use crate::ui::{Button, ConfirmDialog, FailureCard, Hint, Skeleton, Submit, Warning, live_view};

/// Why a volume cannot be attached to an instance.
pub fn not_attachable(why: &NotAttachable) -> Text {
    match why {
        NotAttachable::Here => tx(|t| t.volumes().why_here),
        NotAttachable::Status(status) => filled(|t| t.volumes().why_status, [("status", volumes::word(status))]),
        NotAttachable::OtherZone(zone) => filled(|t| t.volumes().why_zone, [("zone", zone.to_string().into())]),
    }
}

/// Why a volume cannot be detached.
pub fn not_detachable(why: NotDetachable) -> Text {
    match why {
        NotDetachable::Root => tx(|t| t.volumes().why_root),
        NotDetachable::MaybeRoot => tx(|t| t.volumes().why_maybe_root),
    }
}

/// Attaches the volume, shows the result and closes the dialog.
pub async fn attach(
    (server, server_name): (ServerId, String),
    (volume, volume_name): (VolumeId, String),
    open: RwSignal<bool>,
) -> Result<(), Failure> {
    let attachment = data::attach_volume(&server, &volume).await?;
    let _ = open.try_set(false);
    let names = [("name", Text::from(volume_name)), ("server", server_name.into())];
    let done = filled(|t| t.volumes().attach_done, names.clone());
    let name = names[0].1.clone();
    let begun = match attachment.device {
        Some(device) => {
            let [name, to] = names;
            filled(|t| t.volumes().attach_begun_as, [name, to, ("device", device.into())])
        }
        None => filled(|t| t.volumes().attach_begun, names),
    };
    storing::volume(volume, VolumeGoal::On(server), name, begun, done);
    Ok(())
}

/// The volume and the instance to detach it from.
#[derive(Clone)]
pub struct Pair {
    pub server: ServerId,
    pub server_name: String,
    pub volume: VolumeId,
    pub volume_name: String,
    /// The volume's data from block storage.
    pub known: Option<Volume>,
    /// Whether the instance has no other volume.
    pub alone: bool,
}

/// The attachment as read from the API; `None` while it loads.
type Read = Option<Result<ServerVolume, Failure>>;

/// The dialog that detaches a volume. It reads the attachment first (row S20), because the page's data may be hours old
/// and the root disk must never be detached.
pub fn detach_dialog(open: RwSignal<bool>, pair: Pair) -> AnyView {
    let now = RwSignal::new(None::<Result<ServerVolume, Failure>>);
    let (server, volume) = (pair.server.clone(), pair.volume.clone());
    let read = move || {
        now.set(None);
        let (server, volume) = (server.clone(), volume.clone());
        spawn_local(async move {
            let answer = data::attachment(&server, &volume).await;
            let _ = now.try_set(Some(answer));
        });
    };
    read();
    let pair = StoredValue::new(pair);
    let why = move |now: &Read| {
        let Some(Ok(attachment)) = now else { return Some(tx(|t| t.volumes().detach_unread)) };
        let rule = |pair: &Pair| detachable(attachment.device.as_deref(), pair.known.as_ref(), pair.alone);
        pair.with_value(rule).err().map(not_detachable)
    };
    let submit = Submit::new(move || {
        let pair = pair.get_value();
        Some(async move {
            data::detach_volume(&pair.server, &pair.volume).await?;
            let _ = open.try_set(false);
            let names = [("name", Text::from(pair.volume_name)), ("server", pair.server_name.into())];
            let name = names[0].1.clone();
            let done = filled(|t| t.volumes().detach_done, names.clone());
            let begun = filled(|t| t.volumes().detach_begun, names);
            storing::volume(pair.volume, VolumeGoal::Off(pair.server), name, begun, done);
            Ok(())
        })
    });
    let names = pair.with_value(|pair| (pair.volume_name.clone(), pair.server_name.clone()));
    let title = filled(|t| t.volumes().detach_title, [("name", names.0.into()), ("server", names.1.into())]);
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.volumes().detach) submit
            refused=Signal::derive(move || now.with(why))>
            <p>{tx(|t| t.volumes().detach_text)}</p>
            {
                let read = read.clone();
                live_view(move || now.with(|now| standing(now, read.clone())))
            }
            <Warning words=tx(|t| t.volumes().detach_mounted) />
        </ConfirmDialog>
    }
    .into_any()
}

fn standing(now: &Read, read: impl Fn() + Send + Sync + 'static) -> AnyView {
    match now {
        None => view! { <Skeleton rows=1 /> }.into_any(),
        Some(Ok(attachment)) => match attachment.device.clone() {
            Some(device) => {
                view! { <Hint words=filled(|t| t.volumes().detach_device, [("device", device.into())]) /> }.into_any()
            }
            None => view! { <Hint words=tx(|t| t.volumes().detach_no_device) /> }.into_any(),
        },
        Some(Err(failure)) if failure.kind == FailureKind::NotFound => view! {
            <Hint words=tx(|t| t.volumes().detach_gone) />
            <Button label=tx(|t| t.common().retry) on_click=read />
        }
        .into_any(),
        Some(Err(failure)) => view! { <FailureCard failure=failure.clone() on_retry=read /> }.into_any(),
    }
}
