//! A snapshot of a volume (row N06). One in use is taken as it is at that moment: that is said first.

use cloud::Failure;
use cloud::volume::{Field, SnapshotDraft, snapshot as checked};
use cloud::wire::Volume;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::create::refusal_of_new;
use super::problems;
use crate::browser::focus;
use crate::data;
use crate::flows::storing;
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::Signal;
use crate::shared::volumes;
use crate::ui::*;

/// The question.
pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().snapshot_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let (name, description) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let check = move || {
        let draft = SnapshotDraft { name: name.get(), description: description.get() };
        volume.with_value(|volume| checked(&draft, volume))
    };
    let error = move |field: Field| {
        Signal::derive(move || check().err().and_then(|errors| problems::of(&errors, field)).map(problems::sentence))
    };
    let submit = move || {
        let Ok(request) = untrack(check) else { return focus::focus_first_error() };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::create_snapshot(&request).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(snapshot) => {
                    let _ = open.try_set(false);
                    let name = Text::from(volumes::snapshot_name(&snapshot));
                    let say = |words: Words| filled(words, [("name", name.clone())]);
                    let (begun, done) = (say(|t| t.volumes().snapshot_begun), say(|t| t.volumes().snapshot_done));
                    storing::snapshot(snapshot.id, false, name, begun, done);
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
        });
    };
    let in_use = volume.with_value(|volume| !volume.attachments.is_empty());
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            <p>{tx(|t| t.volumes().snapshot_text)}</p>
            {in_use.then(|| view! { <Warning words=tx(|t| t.volumes().snapshot_forced) /> })}
            <TextField label=tx(|t| t.common().name) value=name optional=true autofocus=true error=error(Field::Name) />
            <TextField label=tx(|t| t.volumes().description) value=description optional=true
                error=error(Field::Description) />
            {refusal_of_new(failure)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.volumes().snapshot_create) kind=Kind::Primary busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}
