//! The image picker for rescue and rebuild.

use std::sync::Arc;

use ::view::fold;
use cloud::wire::{Image, ImagePhase};
use leptos::prelude::*;

use crate::data::{self, LiveState};
use crate::locales::{Text, tx};
use crate::pages::instances::words;
use crate::shared::alike::Alike;
use crate::ui::{Picker, PickerColumn, PickerRow, TextField, live_view};

/// A picker of images, or a text field for the id if the list cannot be loaded. `first` is an extra choice at the top
/// that means "no image".
pub fn picker(
    label: Text,
    value: RwSignal<String>,
    first: Option<Text>,
    excluded: impl Fn(&Image) -> Option<Text> + Send + Sync + 'static,
) -> AnyView {
    let list = data::images();
    let images = Memo::new(move |_| list.value.get());
    let missing = Memo::new(move |was: Option<&bool>| match list.state.get() {
        _ if images.with(Option::is_some) => false,
        LiveState::Failed(_) => true,
        _ => was.copied().unwrap_or_default(),
    });
    let loading = Signal::derive(move || images.with(Option::is_none));
    let rows = Signal::derive(move || {
        let none = first.clone().map(no_choice);
        let images = images.get().unwrap_or_default();
        let alike = Alike::images(&images);
        let rows = images.iter().map(|image| row(image, &alike, not_ready(image).or_else(|| excluded(image))));
        none.into_iter().chain(rows).collect::<Arc<[PickerRow]>>()
    });
    live_view(move || match missing.get() {
        true => view! {
            <TextField label=tx(|t| t.questions().image_id) hint=tx(|t| t.questions().image_id_hint) value mono=true />
        }
        .into_any(),
        false => view! { <Picker label=label.clone() columns=columns() rows value loading /> }.into_any(),
    })
    .into_any()
}

fn columns() -> Vec<PickerColumn> {
    let column = |title, number| PickerColumn { title, number };
    vec![
        column(tx(|t| t.common().name), false),
        column(tx(|t| t.questions().system), false),
        column(tx(|t| t.questions().disk), true),
    ]
}

fn no_choice(words: Text) -> PickerRow {
    PickerRow { id: String::new(), cells: vec![words, "".into(), "".into()], haystack: String::new(), excluded: None }
}

fn row(image: &Image, alike: &Alike, excluded: Option<Text>) -> PickerRow {
    let system = [&image.os_distro, &image.os_version].map(|part| part.clone().unwrap_or_default()).join(" ");
    let disk = if image.min_disk_gb == 0 { "–".into() } else { words::gigabytes(image.min_disk_gb) };
    let haystack = fold(&[image.name.as_str(), &system, image.id.as_str()].join(" "));
    PickerRow { id: image.id.0.clone(), cells: vec![alike.image(image), system.into(), disk], haystack, excluded }
}

fn not_ready(image: &Image) -> Option<Text> {
    (image.status.phase() != ImagePhase::Ready).then(|| tx(|t| t.questions().image_not_ready))
}
