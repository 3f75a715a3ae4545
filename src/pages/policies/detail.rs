//! One policy: its instances, and the way to a new one in it.

use cloud::wire::ServerGroup;
use leptos::prelude::*;

use super::list::{Chosen, create_in, placement};
use super::members::{self, MemberNames};
use crate::locales::{Text, counted, tx};
use crate::shell::no_changes;
use crate::ui::{Button, Dialog, Fact, Facts, Icon, Kind, LinkButton, live_view};

/// The dialog.
pub fn dialog(detail: Chosen, names: MemberNames, delete: Chosen) -> AnyView {
    let title = Text::live(move || detail.name().into());
    view! {
        <Dialog open=detail.open title>
            {live_view(move || match detail.group.get() {
                Some(group) => content(group, detail, names, delete),
                None => ().into_any(),
            })}
        </Dialog>
    }
    .into_any()
}

fn content(group: ServerGroup, detail: Chosen, names: MemberNames, delete: Chosen) -> AnyView {
    let facts = vec![
        Fact::text(tx(|t| t.policies().placement), placement(&group.policy)),
        Fact::text(tx(|t| t.policies().members), counted(|t| &t.policies().member_count, group.members.len())),
        Fact::id(tx(|t| t.common().id), group.id.to_string()),
    ];
    let (members, href) = (group.members.clone(), create_in(&group.id));
    let remove = move || {
        detail.open.set(false);
        delete.show(group.clone());
    };
    view! {
        <div class="confirm">
            <Facts facts />
            {members::links(names, members)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.policies().delete) icon_before=Icon::Trash kind=Kind::Plain refused=no_changes() on_click=remove />
                <LinkButton label=tx(|t| t.policies().new_member) icon_before=Icon::Plus href=href />
            </footer>
        </div>
    }
    .into_any()
}
