//! The images page (rows N02, N07).
//!
//! * `model`: the state of the page. `list`: the table. `words`: states, systems and sizes as text. `detail`, `delete`:
//!   dialogs about one image.

mod delete;
mod detail;
mod list;
mod model;
mod words;

use leptos::prelude::*;

use self::model::Model;
use crate::locales::tx;
use crate::shared::list::{count, count_of};
use crate::ui::{PageHead, live_view};

pub fn page() -> AnyView {
    let model = Model::new();
    view! {
        <PageHead title=tx(|t| t.images().title) beside=count_of(count(model.list.shown, |t| &t.images().count)) />
        {list::list(model)}
        {detail::dialog(model)}
        {live_view(move || model.victim.get().map(|image| delete::dialog(model.asking, image)).into_any())}
    }
    .into_any()
}
