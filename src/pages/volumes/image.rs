//! An image of a volume (row N07). It is followed until it is ready, in a notice and in the list of images.

use cloud::Failure;
use cloud::rules::limits::suggested_image_name;
use cloud::volume::{Field, ImageDraft, Problem, image as checked};
use cloud::wire::Volume;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::create::refusal;
use super::problems;
use crate::browser::{clock, focus};
use crate::data;
use crate::flows::saving;
use crate::locales::{filled, tx};
use crate::reactive::Signal;
use crate::shared::volumes;
use crate::ui::*;

/// The question.
pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().image_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let suggested = volume.with_value(|volume| suggested_image_name(&volume.name, &clock::today()));
    let (name, protected, sent) = (RwSignal::new(suggested), RwSignal::new(false), RwSignal::new(false));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let check = move || {
        let draft = ImageDraft { name: name.get(), protected: protected.get() };
        volume.with_value(|volume| checked(&draft, volume))
    };
    let error = Signal::derive(move || {
        let problem = problems::of(&check().err()?, Field::Name);
        problem.filter(|problem| sent.get() || *problem != Problem::Missing).map(problems::sentence)
    });
    let submit = move || {
        sent.set(true);
        let Ok(request) = untrack(check) else { return focus::focus_first_error() };
        if busy.get_untracked() {
            return;
        }
        let id = volume.with_value(|volume| volume.id.clone());
        let of = volume.with_value(|volume| volumes::name(volume).into());
        let called = name.with_untracked(|name| name.trim().to_owned());
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::image_of_volume(&id, &request).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(id) => {
                    let _ = open.try_set(false);
                    saving::follow(Some(id), called, of);
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
        });
    };
    let in_use = volume.with_value(|volume| !volume.attachments.is_empty());
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            <p>{tx(|t| t.volumes().image_text)}</p>
            {in_use.then(|| view! { <Warning words=tx(|t| t.volumes().image_forced) /> })}
            <TextField label=tx(|t| t.volumes().image_name) value=name autofocus=true error />
            <CheckField label=tx(|t| t.volumes().image_protect) value=protected hint=tx(|t| t.volumes().image_protect_hint) />
            {refusal(failure)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.volumes().image_create) kind=Kind::Primary busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}
