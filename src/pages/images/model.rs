//! The state of the page: its list and which dialog is open.

use ::view::storage;
use cloud::ImageId;
use cloud::wire::Image;
use leptos::prelude::*;

use crate::data;
use crate::routes::listed;
use crate::routes::{self, Route, Thing};
use crate::shared::list::{List, Standing};
use crate::shared::opened::Opened;
use ::view::listing::Listing;

#[derive(Clone, Copy)]
pub struct Model {
    pub list: List<Image>,
    /// The details of one image.
    pub detail: Opened,
    /// Whether the dialog that deletes an image is open.
    pub asking: RwSignal<bool>,
    /// The image to delete.
    pub victim: RwSignal<Option<Image>>,
    go: Callback<(Route, String, bool)>,
}

impl Model {
    pub fn new() -> Self {
        let images = data::images();
        let listed = listed::follow(Route::Images, |query| {
            let listing = Listing::of_query(&["visibility"], query).usually_by("created", true);
            listing.in_terms(storage::IMAGE_FIELDS, storage::image_term)
        });
        let list = List::new(
            images.value,
            Standing::of(images),
            listed,
            storage::IMAGE_FIELDS,
            |image| image.id.as_str(),
            storage::image_cells,
            storage::images,
        );
        Self {
            list,
            detail: Opened::new(listed, Thing::Image),
            asking: RwSignal::new(false),
            victim: RwSignal::new(None),
            go: routes::go_with(),
        }
    }

    /// Opens the dialog that deletes the image.
    pub fn delete(self, image: Image) {
        self.detail.hide();
        self.asking.set(false);
        self.victim.set(Some(image));
        self.asking.set(true);
    }

    /// Opens the form for a new instance with this image selected.
    pub fn create_instance(self, id: &ImageId) {
        self.go.run((Route::CreateInstance, chosen(id), false));
    }

    /// Reads an image; reactive.
    pub fn image<T>(self, id: &str, look: impl FnOnce(&Image) -> T) -> Option<T> {
        self.list.get(id, look)
    }
}

/// The query string that selects an image in the form for a new instance.
pub fn chosen(id: &ImageId) -> String {
    ::view::query::write([("image", id.as_str())])
}
