//! The page of one security group: its data, the instances that use it, and its rules.

use ::view::network::{User, users_of_groups};
use cloud::SecurityGroupId;
use cloud::security::is_open_to_world;
use cloud::wire::SecurityGroup;
use leptos::prelude::*;

use super::rule_delete::Victim;
use super::{Chosen, delete, edit, rule_delete, rule_form, rules, words};
use crate::data::{self, LiveState};
use crate::locales::{Text, counted, tx};
use crate::routes::{self, Route};
use crate::shared::users::{Users, how_many, users};
use crate::shell::no_changes;
use crate::ui::*;

/// How many instances are named; the others are counted.
const NAMED: usize = 12;

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Coming,
    Gone,
    Shown,
}

/// The group; `None` while it loads and after it was deleted.
pub type Group = Memo<Option<SecurityGroup>>;

pub fn page(id: SecurityGroupId) -> AnyView {
    let list = data::security_groups();
    let users = users(users_of_groups);
    let group: Group =
        Memo::new(move |_| list.value.with(|list| list.as_deref()?.iter().find(|group| group.id == id).cloned()));
    let known = Memo::new(move |_| list.value.with(Option::is_some));
    let there = Memo::new(move |_| group.with(Option::is_some));
    // A link may name a group that the list does not have yet: load the list again.
    if known.get_untracked() && !there.get_untracked() {
        list.refetch();
    }
    let phase = Memo::new(move |_| match known.get() && list.state.get() != LiveState::Refreshing {
        _ if there.get() => Phase::Shown,
        true => Phase::Gone,
        // A group that was just created is in the list that is being loaded.
        false => Phase::Coming,
    });
    let failure = Signal::derive(move || list.failure());
    let (editing, deleting, adding) = (Chosen::new(), Chosen::new(), RwSignal::new(false));
    let victim = Victim::new();
    view! {
        <a class="back" href=routes::kept::href(&Route::SecurityGroups)>{icon(Icon::Left)}{tx(|t| t.security_groups().back)}</a>
        <Standing answer=list.answer() known failure loaded_at=list.loaded_at on_retry=move || list.refetch()
            fallback=coming>
            {live_view(move || match phase.get() {
                Phase::Coming => coming(),
                Phase::Gone => gone(),
                Phase::Shown => shown(group, users, editing, deleting, adding, victim),
            })}
        </Standing>
        {edit::dialog(editing)}
        {delete::dialog(deleting, users)}
        {rule_form::dialog(adding, group, list.value)}
        {rule_delete::dialog(victim)}
    }
    .into_any()
}

fn coming() -> AnyView {
    view! {
        <PageHead title=tx(|t| t.security_groups().one) />
        <Skeleton rows=8 />
    }
    .into_any()
}

fn gone() -> AnyView {
    view! {
        <PageHead title=tx(|t| t.security_groups().one) />
        <Empty title=tx(|t| t.security_groups().gone_title) words=tx(|t| t.security_groups().gone_text) mark=Icon::Shield>
            <LinkButton label=tx(|t| t.security_groups().back) kind=Kind::Primary href=routes::kept::href(&Route::SecurityGroups) />
        </Empty>
    }
    .into_any()
}

fn shown(
    group: Group,
    users: Memo<Users>,
    editing: Chosen,
    deleting: Chosen,
    adding: RwSignal<bool>,
    victim: Victim,
) -> AnyView {
    let title = Text::live(move || group.with(|group| group.as_ref().map(words::name)).unwrap_or_default().into());
    let off = no_changes();
    let no_edit =
        Signal::derive(move || off.get().or_else(|| group.with(|group| group.as_ref().and_then(words::is_default))));
    let no_delete = Signal::derive(move || {
        let refusal = |group: &SecurityGroup| users.with(|users| delete::refusal(group, users));
        off.get().or_else(|| group.with(|group| group.as_ref().and_then(refusal)))
    });
    let open = Memo::new(move |_| {
        group.with(|group| group.iter().flat_map(|group| &group.rules).filter(|rule| is_open_to_world(rule)).count())
    });
    let beside = live_view(move || match open.get() {
        0 => ().into_any(),
        n => words::world(counted(|t| &t.security_groups().open_rules, n)),
    });
    view! {
        <PageHead title beside=beside.into_any()>
            <Button label=tx(|t| t.security_groups().edit) icon_before=Icon::Pencil refused=no_edit
                on_click=move || editing.show(group.get_untracked()) />
            <Button label=tx(|t| t.security_groups().delete) icon_before=Icon::Trash refused=no_delete
                on_click=move || deleting.show(group.get_untracked()) />
            <Button label=tx(|t| t.security_groups().add_rule) kind=Kind::Primary icon_before=Icon::Plus refused=off
                on_click=move || adding.set(true) />
        </PageHead>
        {about(group, users)}
        {rules::section(group, true, victim)}
        {rules::section(group, false, victim)}
    }
    .into_any()
}

fn about(group: Group, users: Memo<Users>) -> AnyView {
    let read = move |of: fn(&SecurityGroup) -> &str| {
        Text::live(move || group.with(|group| group.as_ref().map(of).unwrap_or_default().to_owned()).into())
    };
    let name =
        Memo::new(move |_| group.with(|group| group.as_ref().map(|group| group.name.clone())).unwrap_or_default());
    let used = live_view(move || {
        let name = name.get();
        users.with(|known| match known.of(&name) {
            Some([]) | None => view! { <span>{how_many(users, name.clone())}</span> }.into_any(),
            Some(users) => links(users),
        })
    });
    let facts = vec![
        Fact::text(tx(|t| t.security_groups().description), read(|group| &group.description)),
        Fact::id(tx(|t| t.common().id), read(|group| group.id.as_str())),
        Fact::new(tx(|t| t.users().used_by), used),
    ];
    view! { <Section title=tx(|t| t.security_groups().about)><Facts facts /></Section> }.into_any()
}

fn links(users: &[User]) -> AnyView {
    let link = |(id, name): &User| {
        let href = routes::href(&Route::Instance(id.clone()));
        let words = if name.is_empty() { id.0.clone() } else { name.clone() };
        view! { <li class="tag"><a href=href dir="auto">{words}</a></li> }.into_any()
    };
    let named: Vec<_> = users.iter().take(NAMED).map(link).collect();
    let more = users.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <li class="dim">{counted(|t| &t.security_groups().and_more, more)}</li> });
    view! { <ul class="tags">{named}{more}</ul> }.into_any()
}
