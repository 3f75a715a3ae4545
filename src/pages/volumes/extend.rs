//! The dialog that extends a volume. Only a free volume can be extended, and it cannot shrink again.

use cloud::rules::quota::Demand;
use cloud::rules::volumes::VolumeGoal;
use cloud::volume::{Problem, new_size};
use cloud::wire::Volume;
use leptos::prelude::*;

use super::problems;
use crate::browser::focus;
use crate::data;
use crate::flows::storing;
use crate::locales::{Text, Words, filled, tx};
use crate::shared::{quota, volumes};
use crate::ui::*;

pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().extend_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let (size, sent) = (RwSignal::new(String::new()), RwSignal::new(false));
    let has = volume.with_value(|volume| volume.size_gb);
    let checked = move || volume.with_value(|volume| size.with(|typed| new_size(typed, volume)));
    let error = Signal::derive(move || {
        let problem = checked().err().filter(|problem| sent.get() || *problem != Problem::Missing)?;
        Some(problems::sentence(problem))
    });
    let takes = move || checked().map(|size| Demand::growth(has, size.gb())).unwrap_or_default();
    let submit = Submit::new(move || {
        sent.set(true);
        let size = focus::valid(untrack(checked))?;
        let Volume { id, .. } = volume.get_value();
        let name = volume.with_value(volumes::name);
        Some(async move {
            data::extend_volume(&id, size).await?;
            let _ = open.try_set(false);
            let name = Text::from(name);
            let say = |words: Words| filled(words, [("name", name.clone()), ("size", volumes::size(size.gb()))]);
            let (begun, done) = (say(|t| t.volumes().extend_begun), say(|t| t.volumes().extend_done));
            storing::volume(id, VolumeGoal::Grown(size.gb()), name, begun, done);
            Ok(())
        })
    });
    let (now, least) = (volumes::size(has), volumes::size(has.saturating_add(1)));
    view! {
        <ConfirmForm open confirm=tx(|t| t.volumes().extend) submit>
            <p>{filled(|t| t.volumes().extend_text, [("size", now)])}</p>
            <TextField label=tx(|t| t.volumes().new_size) value=size numeric=true unit="GB" autofocus=true
                limit=filled(|t| t.volumes().at_least, [("size", least)]) error />
            {quota::left_of_storage(takes)}
            <Hint words=tx(|t| t.volumes().extend_then) />
        </ConfirmForm>
    }
    .into_any()
}
