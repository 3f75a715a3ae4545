//! Images by name: an instance refers to its image only by id.

use leptos::prelude::*;
use view::instances::Labels;

use crate::data;
use crate::reactive::effect;
use crate::ui::nothing;

/// Subscribes to the list of images for as long as the view exists. The view itself is empty.
pub fn image_names(into: RwSignal<Labels>) -> AnyView {
    let images = data::images().value;
    effect(move || {
        let images = images.get().unwrap_or_default();
        let names: Vec<_> = images.iter().map(|image| (image.id.to_string(), image.name.clone())).collect();
        into.set(Labels::of(&names));
    });
    nothing()
}
