//! The page's head: name, state and actions. The name is edited in place.

use cloud::rules::lifecycle::Action;
use leptos::prelude::*;

use crate::browser::focus;
use crate::locales::{Text, tx};
use crate::pages::instances::actions::{Actions, RenameForm};
use crate::pages::instances::marks;
use crate::pages::instances::words::{self, Row};
use crate::ui::{Button, Icon, Kind, PageHead, live_view};

pub fn head(row: Row, actions: Actions) -> AnyView {
    let editing = RwSignal::new(false);
    // The focus returns to the pencil, which was drawn again.
    let end = move || {
        editing.set(false);
        request_animation_frame(|| focus::focus(".page-beside > button"));
    };
    live_view(move || match (editing.get(), row.get_untracked()) {
        (true, Some(server)) => view! {
            <header class="page-head"><h1 class="sr-only">{title(row)}</h1><RenameForm server on_end=end /></header>
        }
        .into_any(),
        _ => plain(row, actions, editing),
    })
    .into_any()
}

fn title(row: Row) -> Text {
    Text::live(move || row.with(|server| server.as_deref().map(words::name)).unwrap_or_default())
}

fn plain(row: Row, actions: Actions, editing: RwSignal<bool>) -> AnyView {
    let title = title(row);
    let beside = view! {
        <Button label=tx(|t| t.questions().rename) kind=Kind::IconOnly icon_before=Icon::Pencil
            on_click=move || editing.set(true) refused=actions.why(row, Action::Rename) />
        {marks::marks(row)}
        {words::badge(row)}
    };
    view! { <PageHead title beside=beside.into_any()>{actions.buttons(row)}</PageHead> }.into_any()
}
