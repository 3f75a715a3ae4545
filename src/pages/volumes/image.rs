//! The dialog that makes an image of a volume (row N07). The progress is shown in a notice and in the list of images.

use cloud::rules::limits::suggested_image_name;
use cloud::volume::{Field, ImageDraft, Problem, image as checked};
use cloud::wire::Volume;
use leptos::prelude::*;

use super::problems;
use crate::browser::{clock, focus};
use crate::data;
use crate::flows::saving;
use crate::locales::{filled, tx};
use crate::shared::volumes;
use crate::ui::*;

pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().image_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let suggested = volume.with_value(|volume| suggested_image_name(&volume.name, &clock::today()));
    let (name, protected, sent) = (RwSignal::new(suggested), RwSignal::new(false), RwSignal::new(false));
    let check = move || {
        let draft = ImageDraft { name: name.get(), protected: protected.get() };
        volume.with_value(|volume| checked(&draft, volume))
    };
    let error = Signal::derive(move || {
        let problem = problems::of(&check().err()?, Field::Name);
        problem.filter(|problem| sent.get() || *problem != Problem::Missing).map(problems::sentence)
    });
    let submit = Submit::new(move || {
        sent.set(true);
        let request = focus::valid(untrack(check))?;
        let id = volume.with_value(|volume| volume.id.clone());
        let of = volume.with_value(|volume| volumes::name(volume).into());
        let called = name.with_untracked(|name| name.trim().to_owned());
        Some(async move {
            let id = data::image_of_volume(&id, &request).await?;
            let _ = open.try_set(false);
            saving::follow(Some(id), called, of);
            Ok(())
        })
    });
    let in_use = volume.with_value(|volume| !volume.attachments.is_empty());
    view! {
        <ConfirmForm open confirm=tx(|t| t.volumes().image_create) submit>
            <p>{tx(|t| t.volumes().image_text)}</p>
            {in_use.then(|| view! { <Warning words=tx(|t| t.volumes().image_forced) /> })}
            <TextField label=tx(|t| t.volumes().image_name) value=name autofocus=true error />
            <CheckField label=tx(|t| t.volumes().image_protect) value=protected hint=tx(|t| t.volumes().image_protect_hint) />
        </ConfirmForm>
    }
    .into_any()
}
