//! Images (rows N02, N07): what instances are made of.
//!
//! * `room`: what the page knows. `list`: the table. `words`: states, systems, sizes. `detail`, `delete`: of one image.

mod delete;
mod detail;
mod list;
mod room;
mod words;

use leptos::prelude::*;

use self::room::Room;
use crate::locales::tx;
use crate::shared::list::{count, count_of};
use crate::ui::{PageHead, live_view};

/// The page.
pub fn page() -> AnyView {
    let room = Room::new();
    view! {
        <PageHead title=tx(|t| t.images().title) beside=count_of(count(room.list.shown, |t| &t.images().count)) />
        {list::list(room)}
        {detail::dialog(room)}
        {live_view(move || room.victim.get().map(|image| delete::dialog(room.asking, image)).into_any())}
    }
    .into_any()
}
