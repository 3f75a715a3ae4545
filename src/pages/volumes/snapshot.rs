//! The dialog that takes a snapshot of a volume (row N06). It warns if the volume is in use, because the snapshot then
//! has whatever is on the disk at that moment.

use cloud::volume::{Field, SnapshotDraft, snapshot as checked};
use cloud::wire::Volume;
use leptos::prelude::*;

use super::problems;
use crate::browser::focus;
use crate::data;
use crate::flows::storing;
use crate::locales::{Text, Words, filled, tx};
use crate::shared::volumes;
use crate::ui::*;

pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().snapshot_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let (name, description) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let check = move || {
        let draft = SnapshotDraft { name: name.get(), description: description.get() };
        volume.with_value(|volume| checked(&draft, volume))
    };
    let error = move |field: Field| {
        Signal::derive(move || check().err().and_then(|errors| problems::of(&errors, field)).map(problems::sentence))
    };
    let submit = Submit::new(move || {
        let request = focus::valid(untrack(check))?;
        Some(async move {
            let snapshot = data::create_snapshot(&request).await?;
            let _ = open.try_set(false);
            let name = Text::from(volumes::snapshot_name(&snapshot));
            let say = |words: Words| filled(words, [("name", name.clone())]);
            let (begun, done) = (say(|t| t.volumes().snapshot_begun), say(|t| t.volumes().snapshot_done));
            storing::snapshot(snapshot.id, false, name, begun, done);
            Ok(())
        })
    });
    let in_use = volume.with_value(|volume| !volume.attachments.is_empty());
    view! {
        <ConfirmForm open confirm=tx(|t| t.volumes().snapshot_create) submit advice=create_advice>
            <p>{tx(|t| t.volumes().snapshot_text)}</p>
            {in_use.then(|| view! { <Warning words=tx(|t| t.volumes().snapshot_forced) /> })}
            <TextField label=tx(|t| t.common().name) value=name optional=true autofocus=true error=error(Field::Name) />
            <TextField label=tx(|t| t.volumes().description) value=description optional=true
                error=error(Field::Description) />
        </ConfirmForm>
    }
    .into_any()
}
