//! Deleting a volume or a snapshot (row N06): its name must be typed.

use cloud::Failure;
use cloud::wire::{Snapshot, Volume};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::data;
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::Signal;
use crate::shared::volumes;
use crate::ui::{ConfirmDialog, Warning, toast};

/// The question about a volume.
pub fn volume(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let (name, id) = (volumes::name(&volume), volume.id);
    let size = volumes::size(volume.size_gb);
    let words = filled(|t| t.volumes().delete_text, [("size", size)]);
    let send = move || {
        let id = id.clone();
        async move { data::delete_volume(&id).await }
    };
    dialog(open, name, |t| t.volumes().delete_title, words, |t| t.volumes().delete_begun, send)
}

/// The question about a snapshot.
pub fn snapshot(open: RwSignal<bool>, snapshot: Snapshot) -> AnyView {
    let (name, id) = (volumes::snapshot_name(&snapshot), snapshot.id);
    let words = tx(|t| t.volumes().delete_snapshot_text);
    let send = move || {
        let id = id.clone();
        async move { data::delete_snapshot(&id).await }
    };
    dialog(open, name, |t| t.volumes().delete_snapshot_title, words, |t| t.volumes().delete_snapshot_begun, send)
}

fn dialog<F: Future<Output = Result<(), Failure>> + 'static>(
    open: RwSignal<bool>,
    name: String,
    title: Words,
    words: Text,
    done: Words,
    send: impl Fn() -> F + Send + Sync + 'static,
) -> AnyView {
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let victim = Text::from(name.clone());
    let title = filled(title, [("name", victim.clone())]);
    let confirm = move || {
        let (sent, victim) = (send(), victim.clone());
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = sent.await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    toast::done(filled(done, [("name", victim)]));
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
        });
    };
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.volumes().delete) danger=true busy failure
            typed_name=Signal::stored(name) on_confirm=confirm>
            <Warning words=words.clone() />
        </ConfirmDialog>
    }
    .into_any()
}
