//! What the page knows, and which dialog is open.

use ::view::storage;
use cloud::ImageId;
use cloud::wire::Image;
use leptos::prelude::*;

use crate::data;
use crate::routes::listed;
use crate::routes::{self, Route, Thing};
use crate::shared::list::{self, List, Standing};
use crate::shared::opened::Opened;
use ::view::listing::Listing;

/// The page.
#[derive(Clone, Copy)]
pub struct Model {
    /// Images.
    pub list: List<Image>,
    /// Everything of one image.
    pub detail: Opened,
    /// A question is open.
    pub asking: RwSignal<bool>,
    /// What it is about.
    pub victim: RwSignal<Option<Image>>,
    go: Callback<(Route, String, bool)>,
}

impl Model {
    /// Follows the list.
    pub fn new() -> Self {
        let images = data::images();
        let listed = listed::follow(Route::Images, |query| {
            Listing::of_query(&["visibility"], query).usually_by("created", true)
        });
        let list = List::new(
            images.value,
            Standing::of(images),
            listed,
            |image| image.id.as_str(),
            |all, listing| list::ids(&storage::images(all.rows(), listing), |image| image.id.as_str()),
        );
        Self {
            list,
            detail: Opened::new(listed, Thing::Image),
            asking: RwSignal::new(false),
            victim: RwSignal::new(None),
            go: routes::go_with(),
        }
    }

    /// Asks whether to delete it.
    pub fn delete(self, image: Image) {
        self.detail.hide();
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
        self.list.get(id, look)
    }
}

/// The query with which the form for a new instance has an image chosen.
pub fn chosen(id: &ImageId) -> String {
    ::view::query::write([("image", id.as_str())])
}
