//! One policy in a dialog: its instances, and a link to create one in it.

use cloud::wire::ServerGroup;
use leptos::prelude::*;

use super::list::{Chosen, Policies, create_in, placement};
use super::members::{self, MemberNames};
use crate::locales::{Text, counted, tx};
use crate::shared::opened::{Opened, gone, over};
use crate::shell::no_changes;
use crate::ui::{Button, Fact, Facts, Icon, Kind, LinkButton};

pub fn dialog(detail: Opened, list: Policies, names: MemberNames, delete: Chosen) -> AnyView {
    let group = Memo::new(move |_| list.get(&detail.id.get(), Clone::clone));
    let title = Text::live(move || {
        group.with(|group| group.as_ref().map(|group| group.name.clone().into())).unwrap_or_default()
    });
    over(detail, title, list.shown, gone(), move || group.get().map(|group| content(group, detail, names, delete)))
}

fn content(group: ServerGroup, detail: Opened, names: MemberNames, delete: Chosen) -> AnyView {
    let facts = vec![
        Fact::text(tx(|t| t.policies().placement), placement(&group.policy)),
        Fact::text(tx(|t| t.policies().members), counted(|t| &t.policies().member_count, group.members.len())),
        Fact::id(tx(|t| t.common().id), group.id.to_string()),
    ];
    let (members, href) = (group.members.clone(), create_in(&group.id));
    let remove = move || {
        detail.hide();
        delete.show(group.clone());
    };
    view! {
        <div class="confirm">
            <Facts facts />
            {members::links(names, members)}
            <footer class="dialog-foot">
                <Button label=tx(|t| t.policies().delete) icon_before=Icon::Trash kind=Kind::Plain refused=no_changes() on_click=remove />
                <LinkButton label=tx(|t| t.policies().new_member) icon_before=Icon::Plus href=href refused=no_changes() />
            </footer>
        </div>
    }
    .into_any()
}
