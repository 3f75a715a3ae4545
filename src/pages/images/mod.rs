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
use crate::locales::{Text, counted, filled, tx};
use crate::reactive::Signal;
use crate::ui::{PageHead, live_view};
use ::view::listing::Listing;

/// The page.
pub fn page() -> AnyView {
    let room = Room::new();
    view! {
        <PageHead title=tx(|t| t.images().title) beside=count(room) />
        {list::list(room)}
        {detail::dialog(room)}
        {live_view(move || room.victim.get().map(|image| delete::dialog(room.asking, image)).into_any())}
    }
    .into_any()
}

fn count(room: Room) -> AnyView {
    let total = Signal::derive(move || room.known.with(|known| known.rows().len()));
    let words = Text::live(move || match (total.get(), room.listed.with(Listing::narrows)) {
        (0, _) => Text::default(),
        (_, false) => counted(|t| &t.images().count, total),
        (_, true) => {
            let (shown, total) = (room.rows.with(|rows| rows.len()), counted(|t| &t.images().count, total));
            filled(|t| t.common().shown_of, [("shown", shown.into()), ("total", total)])
        }
    });
    view! { <span class="count" role="status">{words}</span> }.into_any()
}
