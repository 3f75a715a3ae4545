//! An image of an instance: `createImage` (row S27), or on NHN for all but U2 the upload of its root volume (row N07).
//! Either is followed until the image is ready, here and in a notice.

mod form;

use std::sync::Arc;

use cloud::wire::Server;
use leptos::prelude::*;

use super::{Here, name_of};
use crate::data;
use crate::flows::saving::Saving;
use crate::locales::{filled, tx};
use crate::routes::{self, Route};
use crate::ui::{Button, Dialog, Kind, LinkButton, live_view};

/// The form, and then the progress of the image.
pub fn dialog(server: Arc<Server>, open: RwSignal<bool>, here: Here) -> AnyView {
    let saving = RwSignal::new(None::<Saving>);
    view! {
        <Dialog open title=filled(|t| t.questions().image_title, name_of(&server))>
            {
                let server = server.clone();
                live_view(move || match saving.get() {
                    Some(saving) => progress(saving, open),
                    None => form::form(server.clone(), open, here, saving),
                })
            }
        </Dialog>
    }
    .into_any()
}

/// The address of the images in the instance's scope.
fn images() -> String {
    match data::worked_in() {
        Some((scope, project)) => routes::href_in(&scope, &project, &Route::Images),
        None => routes::href(&Route::Images),
    }
}

fn progress(saving: Saving, open: RwSignal<bool>) -> AnyView {
    let ended = saving.clone();
    view! {
        <div class="confirm">
            <p role="status">{saving.words()}</p>
            {live_view(move || if ended.has_ended() { ().into_any() } else {
                view! { <p class="dim">{tx(|t| t.questions().image_may_close)}</p> }.into_any()
            })}
            <footer class="dialog-foot">
                <LinkButton label=tx(|t| t.questions().image_list) href=images() />
                <Button label=tx(|t| t.common().close) kind=Kind::Primary on_click=move || open.set(false) />
            </footer>
        </div>
    }
    .into_any()
}
