//! The table of security groups.

use ::view::network::{SECURITY_GROUP_FIELDS, open_rules, security_group_cells, security_groups, users_of_groups};
use cloud::SecurityGroupId;
use cloud::wire::SecurityGroup;
use leptos::prelude::*;
use runner::Kind as Bulk;

use super::{Chosen, delete, edit, words};
use crate::data;
use crate::locales::{Text, counted, number, tx};
use crate::routes::{self, Route};
use crate::shared::bulk::Things;
use crate::shared::list::{self, List, ListTable, Standing, count, count_of};
use crate::shared::users::{Users, how_many, users};
use crate::shell::no_changes;
use crate::ui::*;

/// The filtered and sorted list.
type Groups = List<SecurityGroup>;

pub fn page() -> AnyView {
    let groups = data::security_groups();
    let users = users(users_of_groups);
    let (editing, deleting) = (Chosen::new(), Chosen::new());
    let listed = list::listed(Route::SecurityGroups, "name");
    let used = move |group: &SecurityGroup| users.with(|users| users.of(&group.name).map(<[_]>::len));
    let list = List::new(
        groups.value,
        Standing::of(groups),
        listed,
        SECURITY_GROUP_FIELDS,
        |group| group.id.as_str(),
        move |group| security_group_cells(group, used(group)),
        move |all, query, order| security_groups(all, query, order, &used),
    );
    view! {
        <PageHead title=tx(|t| t.security_groups().title) beside=count_of(count(list.shown, |t| &t.security_groups().count))>
            <Button label=tx(|t| t.security_groups().create) kind=Kind::Primary icon_before=Icon::Plus
                refused=no_changes() on_click=move || editing.show(None) />
        </PageHead>
        {table(list, users, editing, deleting)}
        {edit::dialog(editing)}
        {delete::dialog(deleting, users)}
    }
    .into_any()
}

fn table(list: Groups, users: Memo<Users>, editing: Chosen, deleting: Chosen) -> AnyView {
    let go = routes::go();
    let show = move |id: &str| go.run(Route::SecurityGroup(SecurityGroupId(id.to_owned())));
    let menu = move |id: RowId| {
        let Some(group) = list.get(&id, Clone::clone) else { return Vec::new() };
        let off = no_changes().get();
        let (edited, deleted) = (group.clone(), group.clone());
        vec![
            MenuItem::new(tx(|t| t.security_groups().show_rules), move || show(&id)).icon(Icon::Details),
            MenuItem::new(tx(|t| t.security_groups().edit), move || editing.show(Some(edited.clone())))
                .icon(Icon::Pencil)
                .refused(off.clone().or_else(|| words::is_default(&group))),
            MenuItem::new(tx(|t| t.security_groups().delete), move || deleting.show(Some(deleted.clone())))
                .icon(Icon::Trash)
                .danger()
                .apart()
                .refused(off.or_else(|| users.with_untracked(|users| delete::refusal(&group, users)))),
        ]
    };
    let none = || {
        let words = tx(|t| t.security_groups().none_text);
        view! { <Empty title=tx(|t| t.security_groups().none_title) words mark=Icon::Shield /> }
    };
    let things = Things::removable(list, Bulk::SecurityGroup, move |group| {
        let used = || users.with(|users| delete::refusal(group, users));
        (words::name(group), no_changes().get().or_else(used))
    });
    view! {
        <ListTable shown=list.shown label=tx(|t| t.security_groups().title) search=tx(|t| t.security_groups().search)
            columns=columns(list, users) row_name=move |id| list.text(id, |group| words::name(group).into())
            on_open=move |id: RowId| show(&id) menu no_match=tx(|t| t.security_groups().no_match_text) none select=things.select />
        {things.dialog()}
    }
    .into_any()
}

fn columns(list: Groups, users: Memo<Users>) -> Vec<Column> {
    let name = move |id: Signal<RowId>| {
        let words = list.text(id, |group| words::name(group).into());
        let href = live(move || routes::href(&Route::SecurityGroup(SecurityGroupId(id.get().to_string()))));
        view! { <a href=href tabindex=tab_index() title=words.clone() dir="auto">{words.clone()}</a> }.into_any()
    };
    let description = move |id| {
        let words = |group: &SecurityGroup| {
            if group.description.is_empty() { Text::from("–") } else { group.description.clone().into() }
        };
        list.cell(id, words)
    };
    // A number of rules fits into the type.
    let rules = move |id| list.cell(id, |group| number(group.rules.len() as f64).into());
    let used = move |id| list.cell(id, move |group| how_many(users, group.name.clone()));
    let open = move |id: Signal<RowId>| {
        live_view(move || match list.get(&id.get(), open_rules) {
            None | Some(0) => view! { <span class="dim">"–"</span> }.into_any(),
            Some(n) => words::world(counted(|t| &t.security_groups().open_rules, n)),
        })
        .into_any()
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name),
        Column::new("description", tx(|t| t.security_groups().description), Width::Grow, description).priority(2),
        Column::new("rules", tx(|t| t.security_groups().rules), Width::Number, rules),
        Column::new("used", tx(|t| t.users().used_by), Width::Middle, used),
        Column::new("open", tx(|t| t.security_groups().open), Width::Wide, open),
    ]
}
