//! What a search needs of images and flavors, which an instance refers to only by id. Both lists are read when the search
//! needs them; the table shows neither.

use leptos::prelude::*;
use view::instances::{Imaged, Labels, Needs, Sizes};

use super::late::LATE_LIST;
use crate::data;
use crate::reactive::{effect, once};
use crate::ui::nothing;

/// What is known of them.
#[derive(Clone, Copy)]
pub struct Referred {
    /// The names of images.
    pub images: RwSignal<Labels>,
    /// Of which instances there are images.
    pub imaged: RwSignal<Imaged>,
    /// The sizes of flavors.
    pub sizes: RwSignal<Sizes>,
}

impl Referred {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self { images: RwSignal::default(), imaged: RwSignal::default(), sizes: RwSignal::default() }
    }

    /// Reads each list from the first time on that it is needed, for as long as the view exists. The view is empty.
    pub fn read(self, needs: Memo<Needs>) -> AnyView {
        let (images, sizes) = (once(move || needs.get().images), once(move || needs.get().sizes));
        view! {
            {LATE_LIST.view_while(move || images.get(), move |list| (list.images)(self))}
            {LATE_LIST.view_while(move || sizes.get(), move |list| (list.flavor_sizes)(self.sizes))}
        }
        .into_any()
    }
}

/// Subscribes to the list of images for as long as the view exists. The view itself is empty.
pub fn images(into: Referred) -> AnyView {
    let images = data::images().value;
    effect(move || {
        let images = images.get().unwrap_or_default();
        let names: Vec<_> = images.iter().map(|image| (image.id.to_string(), image.name.clone())).collect();
        into.images.set(Labels::of(&names));
        into.imaged.set(Imaged::of(&images));
    });
    nothing()
}

/// The same for the list of flavors with their sizes.
pub fn flavor_sizes(into: RwSignal<Sizes>) -> AnyView {
    let flavors = data::flavors(Default::default).value;
    effect(move || into.set(Sizes::of(&flavors.get().unwrap_or_default())));
    nothing()
}
