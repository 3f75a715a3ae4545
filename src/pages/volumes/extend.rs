//! Growing a volume: a free one only, and never back.

use cloud::Failure;
use cloud::rules::quota::Asked;
use cloud::rules::volumes::VolumeGoal;
use cloud::volume::{Problem, new_size};
use cloud::wire::Volume;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::create::refusal;
use super::problems;
use crate::browser::focus;
use crate::data;
use crate::flows::storing;
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::Signal;
use crate::shared::{quota, volumes};
use crate::ui::*;

/// The question.
pub fn dialog(open: RwSignal<bool>, volume: Volume) -> AnyView {
    let title = filled(|t| t.volumes().extend_title, [("name", volumes::name(&volume).into())]);
    let volume = StoredValue::new(volume);
    view! { <Dialog open title>{form(open, volume)}</Dialog> }.into_any()
}

fn form(open: RwSignal<bool>, volume: StoredValue<Volume>) -> AnyView {
    let (size, sent) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let has = volume.with_value(|volume| volume.size_gb);
    let checked = move || volume.with_value(|volume| size.with(|typed| new_size(typed, volume)));
    let error = Signal::derive(move || {
        let problem = checked().err().filter(|problem| sent.get() || *problem != Problem::Missing)?;
        Some(problems::sentence(problem))
    });
    let takes = move || checked().map(|size| Asked::growth(has, size.gb())).unwrap_or_default();
    let submit = move || {
        sent.set(true);
        let Ok(size) = untrack(checked) else { return focus::focus_first_error() };
        if busy.get_untracked() {
            return;
        }
        let Volume { id, .. } = volume.get_value();
        let name = volume.with_value(volumes::name);
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = data::extend_volume(&id, size).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    let name = Text::from(name);
                    let say =
                        |words: Words| filled(words, [("name", name.clone()), ("size", volumes::size(size.gb()))]);
                    let (begun, done) = (say(|t| t.volumes().extend_begun), say(|t| t.volumes().extend_done));
                    storing::volume(id, VolumeGoal::Grown(size.gb()), name, begun, done);
                }
                Err(refusal) => drop(failure.try_set(Some(refusal))),
            }
        });
    };
    let (now, least) = (volumes::size(has), volumes::size(has.saturating_add(1)));
    view! {
        <form class="confirm" novalidate on:submit=move |event| { event.prevent_default(); submit() }>
            <p>{filled(|t| t.volumes().extend_text, [("size", now)])}</p>
            <TextField label=tx(|t| t.volumes().new_size) value=size numeric=true unit="GB" autofocus=true
                limit=filled(|t| t.volumes().at_least, [("size", least)]) error />
            {quota::left_of_storage(takes)}
            <Hint words=tx(|t| t.volumes().extend_then) />
            {refusal(failure)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.common().cancel) on_click=move || open.set(false) />
                <Button label=tx(|t| t.volumes().extend) kind=Kind::Primary busy submit=true />
            </footer>
        </form>
    }
    .into_any()
}
