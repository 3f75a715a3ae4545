//! Images by name: instances only refer to them by id.

use leptos::prelude::*;
use view::instances::Labels;

use crate::data;
use crate::reactive::effect;
use crate::ui::nothing;

/// Follows the list of images while it is drawn, which shows nothing.
pub fn image_names(into: RwSignal<Labels>) -> AnyView {
    let images = data::images().value;
    effect(move || {
        let images = images.get().unwrap_or_default();
        let names: Vec<_> = images.iter().map(|image| (image.id.to_string(), image.name.clone())).collect();
        into.set(Labels::of(&names));
    });
    nothing()
}
