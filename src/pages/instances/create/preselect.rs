//! Preselects what a link to the form names: `?image=`, `?volume=`, `?snapshot=`, `?policy=`.

use super::form::Form;
use super::part::part;
use crate::routes;
use ::view::query::pairs;
use cloud::create::BootFrom;
use leptos::prelude::*;

pub(super) fn preselect(form: Form) {
    let query = routes::query().get_untracked();
    for (name, id) in pairs(&query).filter(|(_, id)| !id.is_empty()) {
        match name.as_str() {
            "image" => form.put(part!(image.0), id),
            "volume" => {
                form.put(part!(boot_from), BootFrom::Volume);
                form.put(part!(volume.0), id);
            }
            "snapshot" => {
                form.put(part!(boot_from), BootFrom::Snapshot);
                form.put(part!(snapshot.0), id);
            }
            "policy" => form.put(part!(server_group.0), id),
            _ => {}
        }
    }
}
