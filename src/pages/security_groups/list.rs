//! The table of groups.

use std::sync::Arc;

use ::view::fold;
use ::view::instances::natural_key;
use ::view::query::encode;
use cloud::security::is_open_to_world;
use cloud::wire::SecurityGroup;
use leptos::prelude::*;

use super::users::{self, Users, how_many};
use super::{Chosen, List, delete, edit, words};
use crate::data;
use crate::locales::{Text, counted, number, tx};
use crate::reactive::{Memo, Signal};
use crate::routes::{self, Route};
use crate::shell::no_changes;
use crate::ui::*;

/// The page of all groups.
pub fn page() -> AnyView {
    let groups = data::security_groups();
    let users = users::users();
    let (editing, deleting) = (Chosen::new(), Chosen::new());
    let search = RwSignal::new(String::new());
    let known = Signal::derive(move || groups.value.with(Option::is_some));
    let failure = Signal::derive(move || groups.failure());
    view! {
        <PageHead title=tx(|t| t.security_groups().title) beside=count(groups.value)>
            <Button label=tx(|t| t.security_groups().create) kind=Kind::Primary icon_before=Icon::Plus
                refused=no_changes() on_click=move || editing.show(None) />
        </PageHead>
        <div class="toolbar" role="search">
            <SearchBox label=tx(|t| t.security_groups().search) value=search on_input=move |text| search.set(text) />
        </div>
        <div class="fill">
            <Standing known failure loaded_at=groups.loaded_at on_retry=move || groups.refresh()>
                {table(groups.value, users, search, editing, deleting)}
            </Standing>
        </div>
        {edit::dialog(editing)}
        {delete::dialog(deleting, users)}
    }
    .into_any()
}

fn count(list: List) -> AnyView {
    let words = Text::live(move || match list.with(|list| list.as_ref().map(|list| list.len())) {
        None | Some(0) => Text::default(),
        Some(n) => counted(|t| &t.security_groups().count, n),
    });
    view! { <span role="status">{words}</span> }.into_any()
}

fn table(list: List, users: Memo<Users>, search: RwSignal<String>, editing: Chosen, deleting: Chosen) -> AnyView {
    let sort = RwSignal::new(Some(Sort { column: String::from("name"), descending: false }));
    let rows = Memo::new(move |_| rows(list, users, &search.get(), sort.get()));
    let loading = Signal::derive(move || list.with(Option::is_none));
    let go = routes::go();
    let open = move |id: RowId| {
        if let Some(group) = find(list, &id) {
            go.run(Route::SecurityGroup(group.id));
        }
    };
    let menu = move |id: RowId| {
        let Some(group) = find(list, &id) else { return Vec::new() };
        let off = no_changes().get();
        let (shown, edited, deleted) = (group.id.clone(), group.clone(), group.clone());
        vec![
            MenuItem::new(tx(|t| t.security_groups().show_rules), move || go.run(Route::SecurityGroup(shown.clone())))
                .icon(Icon::Shield),
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
    view! {
        <div class="labelled fill">
            <Table label=tx(|t| t.security_groups().title) columns=columns(list, users) rows
                row_name=move |id| said(list, id, |group| words::name(group).into())
                sort on_sort=move |to: Sort| sort.set(Some(to)) on_open=open menu loading
                empty=move || nothing(search) />
        </div>
    }
    .into_any()
}

fn row_id(group: &SecurityGroup) -> RowId {
    encode(group.id.as_str()).into()
}

fn find(list: List, id: &RowId) -> Option<SecurityGroup> {
    list.with(|list| list.as_deref()?.iter().find(|group| row_id(group) == *id).cloned())
}

/// A text of the group that `id` names.
fn said(list: List, id: Signal<RowId>, read: fn(&SecurityGroup) -> Text) -> Text {
    Text::live(move || find(list, &id.get()).map(|group| read(&group)).unwrap_or_default())
}

fn rows(list: List, users: Memo<Users>, search: &str, sort: Option<Sort>) -> Arc<[RowId]> {
    let Some(list) = list.get() else { return Arc::default() };
    let typed: Vec<String> = search.split_whitespace().map(fold).collect();
    let holds = |group: &&SecurityGroup| {
        let texts = [fold(&group.name), fold(&group.description), fold(group.id.as_str())];
        typed.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    };
    let mut shown: Vec<&SecurityGroup> = list.iter().filter(holds).collect();
    let sort = sort.unwrap_or(Sort { column: String::new(), descending: false });
    shown.sort_by_cached_key(|group| natural_key(&group.name));
    match sort.column.as_str() {
        "description" => shown.sort_by_cached_key(|group| natural_key(&group.description)),
        "rules" => shown.sort_by_key(|group| group.rules.len()),
        "used" => shown.sort_by_cached_key(|group| users.with(|users| users.of(&group.name).map(<[_]>::len))),
        "open" => shown.sort_by_cached_key(|group| open_rules(group)),
        _ => {}
    }
    if sort.descending {
        shown.reverse();
    }
    shown.into_iter().map(row_id).collect()
}

fn open_rules(group: &SecurityGroup) -> usize {
    group.rules.iter().filter(|rule| is_open_to_world(rule)).count()
}

fn columns(list: List, users: Memo<Users>) -> Vec<Column> {
    let read = move |id: Signal<RowId>, of: fn(&SecurityGroup) -> Text| {
        let words = said(list, id, of);
        view! { <span title=words.clone() dir="auto">{words.clone()}</span> }.into_any()
    };
    let name = move |id: Signal<RowId>| {
        let words = said(list, id, |group| words::name(group).into());
        let href = live(move || find(list, &id.get()).map(|group| routes::href(&Route::SecurityGroup(group.id))));
        view! { <a href=href title=words.clone() dir="auto">{words.clone()}</a> }.into_any()
    };
    let used = move |id: Signal<RowId>| {
        let words =
            Text::live(move || find(list, &id.get()).map(|group| how_many(users, group.name)).unwrap_or_default());
        view! { <span>{words}</span> }.into_any()
    };
    let open = move |id: Signal<RowId>| {
        live_view(move || match find(list, &id.get()).map(|group| open_rules(&group)) {
            None | Some(0) => view! { <span class="dim">"–"</span> }.into_any(),
            Some(n) => words::world(counted(|t| &t.security_groups().open_rules, n)),
        })
        .into_any()
    };
    vec![
        Column::new("name", tx(|t| t.common().name), Width::Grow, name),
        Column::new("description", tx(|t| t.security_groups().description), Width::Grow, move |id| {
            read(id, |group| if group.description.is_empty() { "–".into() } else { group.description.clone().into() })
        })
        .priority(2),
        Column::new("rules", tx(|t| t.security_groups().rules), Width::Number, move |id| {
            // A count of rows fits everywhere.
            read(id, |group| number(group.rules.len() as f64).into())
        }),
        Column::new("used", tx(|t| t.security_groups().used_by), Width::Middle, used),
        Column::new("open", tx(|t| t.security_groups().open), Width::Middle, open),
    ]
}

fn nothing(search: RwSignal<String>) -> AnyView {
    live_view(move || match search.with(|text| text.trim().is_empty()) {
        false => view! {
            <Empty title=tx(|t| t.common().nothing_found) words=tx(|t| t.security_groups().no_match_text)>
                <Button label=tx(|t| t.common().clear_filters) on_click=move || search.set(String::new()) />
            </Empty>
        }
        .into_any(),
        true => {
            let words = tx(|t| t.security_groups().none_text);
            view! { <Empty title=tx(|t| t.security_groups().none_title) words mark=Icon::Shield /> }.into_any()
        }
    })
    .into_any()
}
