//! The security groups of an instance, and removing one from all its ports (row S29).

use cloud::rules::lifecycle::Action;
use cloud::security::is_open_to_world;
use cloud::wire::{SecurityGroup, Server};
use leptos::prelude::*;

use super::add_group;
use super::network::name;
use crate::data;
use crate::locales::{Text, filled, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::Row;
use crate::routes::{self, Route};
use crate::ui::{Button, ConfirmDialog, Fact, Facts, Icon, Kind, Submit, Warning, icon, live_view};

/// The names that the instance reports. Some clouds repeat a group for each port.
pub fn names_of(server: &Server) -> Vec<String> {
    let mut names: Vec<String> = server.security_groups.said().cloned().unwrap_or_default();
    names.sort();
    names.dedup();
    names
}

/// The group with this name; `None` if several share it.
fn only<'a>(list: &'a [SecurityGroup], name: &str) -> Option<&'a SecurityGroup> {
    let mut named = list.iter().filter(|group| group.name == name);
    named.next().filter(|_| named.next().is_none())
}

/// The list, and the button that adds a group.
pub fn groups(row: Row, actions: Actions) -> AnyView {
    let live = data::security_groups();
    let list = live.value;
    let names = Memo::new(move |_| row.with(|server| server.as_deref().map(names_of)).unwrap_or_default());
    let (add, remove) = (RwSignal::new(false), RwSignal::new(false));
    let victim = RwSignal::new(String::new());
    let ask = Callback::new(move |name: String| {
        victim.set(name);
        remove.set(true);
    });
    let no_remove = actions.why(row, Action::RemoveSecurityGroup);
    let known = Memo::new(move |_| list.get());
    let items = live_view(move || {
        let (names, known) = (names.get(), known.get().unwrap_or_default());
        if names.is_empty() {
            return view! { <span class="dim">{tx(|t| t.instance().no_groups)}</span> }.into_any();
        }
        let items = names.into_iter().map(|name| item(name, &known, ask, no_remove));
        view! { <ul class="tags">{items.collect::<Vec<_>>()}</ul> }.into_any()
    });
    let value = view! {
        <div class="tag-box">
            {items}
            <Button label=tx(|t| t.instance().add_group) kind=Kind::Quiet icon_before=Icon::Plus
                refused=actions.why(row, Action::AddSecurityGroup) on_click=move || add.set(true) />
        </div>
    };
    view! {
        <Facts facts=vec![Fact::new(tx(|t| t.instance().groups), value)] />
        {add_group::dialog(add, row, live)}
        {removal(remove, victim, row, names)}
    }
    .into_any()
}

fn item(name: String, known: &[SecurityGroup], ask: Callback<String>, refused: Signal<Option<Text>>) -> AnyView {
    let group = only(known, &name);
    let open = group.is_some_and(|group| group.rules.iter().any(is_open_to_world)).then(|| {
        let words = tx(|t| t.instance().group_open);
        view! { <span class="mark" title=words.clone()>{icon(Icon::Open)}<span class="sr-only">{words.clone()}</span></span> }
    });
    let words = name.clone();
    let label = filled(|t| t.instance().remove_group, [("group", name.clone().into())]);
    let linked = match group {
        Some(group) => {
            let href = routes::href(&Route::SecurityGroup(group.id.clone()));
            view! { <a href=href dir="auto">{words}</a> }.into_any()
        }
        None => view! { <span dir="auto">{words}</span> }.into_any(),
    };
    view! {
        <li class="tag">
            {linked}{open}
            <Button label kind=Kind::IconOnly icon_before=Icon::Detach refused on_click=move || ask.run(name.clone()) />
        </li>
    }
    .into_any()
}

fn removal(open: RwSignal<bool>, victim: RwSignal<String>, row: Row, names: Memo<Vec<String>>) -> AnyView {
    let submit = Submit::new(move || {
        let (server, group) = (row.get_untracked()?, victim.get_untracked());
        Some(async move {
            data::remove_group_from(&server.id, &group).await?;
            let _ = open.try_set(false);
            Ok(())
        })
    });
    let group = Text::live(move || victim.get().into());
    let title = filled(|t| t.instance().remove_group_title, [("group", group), ("name", name(row))]);
    let last = Memo::new(move |_| names.with(|names| names.len() < 2));
    view! {
        <ConfirmDialog open title confirm=tx(|t| t.instance().remove) danger=true submit>
            <p>{tx(|t| t.instance().remove_group_text)}</p>
            {live_view(move || match last.get() {
                true => view! { <Warning words=tx(|t| t.instance().remove_last_group) /> }.into_any(),
                false => ().into_any(),
            })}
        </ConfirmDialog>
    }
    .into_any()
}
