//! One chip for each scope: whether it is shown, and its state. Clicking it hides or shows the scope; if something is wrong,
//! a button next to it offers what helps.

use std::sync::Arc;

use ::view::everywhere::Without;
use cloud::Failure;
use leptos::prelude::*;

use super::scopes::{One, Scopes};
use crate::data::{self, LiveState};
use crate::locales::{Text, filled, number, tx};
use crate::pages::instances::list::Shown;
use crate::shell::project_mark;
use crate::ui::{Button, Icon, Kind, failure_words, icon, live, live_view, nothing, since};

/// The state of a scope.
#[derive(Clone, PartialEq)]
enum Health {
    LeftOut,
    Loading,
    Fresh,
    /// Its rows are old, with the reason.
    Stale(Arc<Failure>),
    /// It has no rows, with the reason.
    Refused(Arc<Failure>),
    Ended,
}

/// The chips.
pub fn chips(scopes: Scopes, search: Shown) -> AnyView {
    // Drawn again when a scope is added or removed, not when one changes: the focus is kept.
    let drawn = Memo::new(move |_| scopes.all().iter().map(|one| one.scope.clone()).collect::<Vec<_>>());
    view! {
        <ul class="scope-chips" aria-label=live(move || tx(|t| t.all_projects().scopes).get())>
            {live_view(move || {
                drawn.get();
                let all = untrack(|| scopes.all());
                let clouds = all.iter().any(|one| all.iter().any(|other| other.cloud != one.cloud));
                all.into_iter().map(|one| chip(one, scopes, search, clouds)).collect::<Vec<_>>().into_any()
            })}
        </ul>
    }
    .into_any()
}

fn chip(one: One, scopes: Scopes, search: Shown, with_cloud: bool) -> AnyView {
    let One { scope, project, cloud, lists, .. } = one;
    let list = lists.servers;
    let of = scope.clone();
    let standing = Memo::new(move |_| scopes.of(&of, |one| (one.shown, one.ended)).unwrap_or_default());
    let health = Memo::new(move |_| match (standing.get(), list.state.get()) {
        ((false, _), _) => Health::LeftOut,
        ((true, true), _) => Health::Ended,
        (_, LiveState::Loading) => Health::Loading,
        (_, LiveState::Stale { failure, .. }) => Health::Stale(failure),
        (_, LiveState::Failed(failure)) => Health::Refused(failure),
        (_, LiveState::Ready | LiveState::Refreshing | LiveState::Gone) => Health::Fresh,
    });
    let rows = Memo::new(move |_| list.value.with(|list| list.as_ref().map(|list| list.rows.len())));
    let figure = Text::live(move || match (standing.get(), rows.get()) {
        ((true, _), Some(rows)) => number(rows as f64).into(),
        _ => Text::default(),
    });
    let age = since(list.loaded_at);
    let words = Text::live(move || said(&health.get(), age.clone()));
    let class = live(move || match health.get() {
        Health::LeftOut => "scope-chip out",
        Health::Loading => "scope-chip loading",
        Health::Fresh => "scope-chip",
        Health::Stale(_) | Health::Ended => "scope-chip stale",
        Health::Refused(_) => "scope-chip bad",
    });
    let mark = live_view(move || match health.get() {
        Health::LeftOut | Health::Fresh => nothing(),
        Health::Loading => icon(Icon::Clock),
        Health::Stale(_) | Health::Refused(_) | Health::Ended => icon(Icon::Alert),
    });
    let again = scope.clone();
    let help = live_view(move || match health.get() {
        Health::Ended => {
            let scope = again.clone();
            let sign_in = move || data::work_in(Some(scope.clone()));
            view! { <Button label=tx(|t| t.all_projects().sign_in_again) kind=Kind::Quiet on_click=sign_in /> }
                .into_any()
        }
        Health::Stale(_) | Health::Refused(_) => {
            view! { <Button label=tx(|t| t.common().retry) kind=Kind::Quiet on_click=move || list.refetch() /> }
                .into_any()
        }
        _ => nothing(),
    });
    let toggled = scope.clone();
    let press = move |_| {
        let mut without = Without::of_query(&search.asked());
        without.toggle(&toggled);
        search.ask(without.to_query());
    };
    view! {
        <li class=class>
            <button type="button" class="scope-chip-toggle" aria-pressed=live(move || if standing.get().0 { "true" } else { "false" }) on:click=press>
                {project_mark(&scope, &project)}
                <span class="scope-chip-name" dir="auto">{project}</span>
                <span>{scope.region.as_str().to_owned()}</span>
                {with_cloud.then(|| view! { <span class="dim">{cloud}</span> })}
                <span class="scope-chip-rows">{figure}</span>
                {mark}
                <span class="scope-chip-words">{words}</span>
            </button>
            {help}
        </li>
    }
    .into_any()
}

fn said(health: &Health, age: Text) -> Text {
    match health {
        Health::LeftOut => tx(|t| t.all_projects().left_out),
        Health::Loading => tx(|t| t.all_projects().loading),
        Health::Fresh => Text::default(),
        Health::Stale(why) => filled(|t| t.all_projects().stale, [("why", failure_words(why)), ("when", age)]),
        Health::Refused(why) => failure_words(why),
        Health::Ended => tx(|t| t.all_projects().ended),
    }
}
