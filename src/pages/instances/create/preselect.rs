//! What a link to the form has chosen already: `?image=`, `?volume=`, `?snapshot=`, `?policy=`.

use super::form::Form;
use super::more::{SNAPSHOT, VOLUME};
use crate::routes;
use ::view::query::pairs;
use cloud::create::Field;
use leptos::prelude::*;

pub(super) fn preselect(form: Form) {
    let query = routes::query().get_untracked();
    for (name, id) in pairs(&query).filter(|(_, id)| !id.is_empty()) {
        match name.as_str() {
            "image" => form.put(Field::Image, form.image, id),
            "volume" => {
                form.more.source.set(VOLUME.to_owned());
                form.put(Field::Image, form.more.volume, id);
            }
            "snapshot" => {
                form.more.source.set(SNAPSHOT.to_owned());
                form.put(Field::Image, form.more.snapshot, id);
            }
            "policy" => form.more.policy.set(id),
            _ => {}
        }
    }
}
