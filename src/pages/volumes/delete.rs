//! The dialogs that delete a volume or a snapshot (row N06). The name must be typed.

use cloud::Failure;
use cloud::rules::volumes::VolumeGoal;
use cloud::wire::{Snapshot, Volume};
use leptos::prelude::*;

use crate::data;
use crate::flows::storing;
use crate::locales::{Text, Words, filled, tx};
use crate::shared::volumes;
use crate::ui::{ConfirmDialog, Submit, Warning};

/// The dialog about a volume.
pub fn volume(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let (name, id) = (volumes::name(&volume), volume.id);
    let size = volumes::size(volume.size_gb);
    let words = filled(|t| t.volumes().delete_text, [("size", size)]);
    let begun = filled(|t| t.volumes().delete_begun, [("name", name.clone().into())]);
    let done = filled(|t| t.volumes().delete_done, [("name", name.clone().into())]);
    let (sent, victim) = (id.clone(), Text::from(name.clone()));
    let send = move || {
        let id = sent.clone();
        async move { data::delete_volume(&id).await }
    };
    let follow = move || storing::volume(id.clone(), VolumeGoal::Gone, victim.clone(), begun.clone(), done.clone());
    dialog(open, name, |t| t.volumes().delete_title, words, send, follow)
}

/// The dialog about a snapshot.
pub fn snapshot(open: RwSignal<bool>, snapshot: Snapshot) -> AnyView {
    let (name, id) = (volumes::snapshot_name(&snapshot), snapshot.id);
    let words = tx(|t| t.volumes().delete_snapshot_text);
    let begun = filled(|t| t.volumes().delete_snapshot_begun, [("name", name.clone().into())]);
    let done = filled(|t| t.volumes().delete_snapshot_done, [("name", name.clone().into())]);
    let (sent, victim) = (id.clone(), Text::from(name.clone()));
    let send = move || {
        let id = sent.clone();
        async move { data::delete_snapshot(&id).await }
    };
    let follow = move || storing::snapshot(id.clone(), true, victim.clone(), begun.clone(), done.clone());
    dialog(open, name, |t| t.volumes().delete_snapshot_title, words, send, follow)
}

fn dialog<F: Future<Output = Result<(), Failure>> + 'static>(
    open: RwSignal<bool>,
    name: String,
    title: Words,
    words: Text,
    send: impl Fn() -> F + Send + Sync + 'static,
    follow: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    let title = filled(title, [("name", name.clone().into())]);
    let submit = Submit::new(move || {
        let (sent, follow) = (send(), follow.clone());
        Some(async move {
            sent.await?;
            let _ = open.try_set(false);
            follow();
            Ok(())
        })
    });
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.volumes().delete) danger=true submit typed_name=Signal::stored(name)>
            <Warning words=words.clone() />
        </ConfirmDialog>
    }
    .into_any()
}
