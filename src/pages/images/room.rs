//! What the page knows, and which dialog is open.

use std::sync::Arc;

use ::view::{Known, storage};
use cloud::ImageId;
use cloud::wire::Image;
use leptos::prelude::*;

use crate::data::{self, Live};
use crate::reactive::Memo;
use crate::routes::listed::{self, Listed};
use crate::routes::{self, Route};
use crate::ui::RowId;

/// The page.
#[derive(Clone, Copy)]
pub struct Room {
    /// Images.
    pub images: Live<Arc<[Image]>>,
    /// Images by id.
    pub known: Memo<Known<Image>>,
    /// Those that are shown, in their order.
    pub rows: Memo<Arc<[RowId]>>,
    /// Search, filters, order.
    pub listed: Listed,
    /// Everything of one image is shown.
    pub detailed: RwSignal<bool>,
    /// Which.
    pub detail: RwSignal<ImageId>,
    /// A question is open.
    pub asking: RwSignal<bool>,
    /// What it is about.
    pub victim: RwSignal<Option<Image>>,
    go: Callback<(Route, String, bool)>,
}

impl Room {
    /// Follows the list.
    pub fn new() -> Self {
        let images = data::images();
        let listed = listed::follow(&["visibility"]);
        let known =
            Memo::new(move |_| Known::new(images.value.get().unwrap_or_default(), |image: &Image| image.id.as_str()));
        let rows = Memo::new(move |_| {
            let (known, listing) = (known.get(), listed.get());
            storage::images(known.rows(), &listing).into_iter().map(|image| RowId::from(image.id.as_str())).collect()
        });
        Self {
            images,
            known,
            rows,
            listed,
            detailed: RwSignal::new(false),
            detail: RwSignal::new(ImageId::default()),
            asking: RwSignal::new(false),
            victim: RwSignal::new(None),
            go: routes::go_with(),
        }
    }

    /// Shows everything of one image.
    pub fn show(self, id: ImageId) {
        self.detail.set(id);
        self.detailed.set(true);
    }

    /// Asks whether to delete it.
    pub fn delete(self, image: Image) {
        self.detailed.set(false);
        self.asking.set(false);
        self.victim.set(Some(image));
        self.asking.set(true);
    }

    /// To the form for a new instance, with this image chosen.
    pub fn create_instance(self, id: &ImageId) {
        self.go.run((Route::CreateInstance, chosen(id), false));
    }

    /// Looks at an image; followed.
    pub fn image<T>(self, id: &str, look: impl FnOnce(&Image) -> T) -> Option<T> {
        self.known.with(|known| known.get(id).map(look))
    }
}

/// The query with which the form for a new instance has an image chosen.
pub fn chosen(id: &ImageId) -> String {
    ::view::query::write([("image", id.as_str())])
}
