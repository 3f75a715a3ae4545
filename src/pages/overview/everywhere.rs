//! The overview of all open projects: how many instances there are, where, and what needs attention in each.

use std::sync::Arc;

use ::view::instances::Search;
use ::view::overview::{self, Everywhere, Lists as Known, attention, everywhere};
use cloud::config::RuleSet;
use cloud::wire::{FloatingIp, SecurityGroup, Volume};
use cloud::{FailureKind, Scope, Timestamp};
use leptos::prelude::*;

use super::attention as needs;
use super::instances as cards;
use super::tile::{figure, share};
use crate::browser::clock;
use crate::data::{self, Instances, Live, LiveState};
use crate::locales::{Text, counted, filled, tx};
use crate::routes::{self, Route};
use crate::shared::scopes::{One, Scopes, when};
use crate::shell::project_mark;
use crate::ui::{Icon, PageHead, Skeleton, failure_words, icon, live_view};

const MINUTE_MS: f64 = 60_000.0;

/// What is read of each scope.
#[derive(Clone, Copy)]
struct Lists {
    rules: RuleSet,
    servers: Live<Instances>,
    volumes: Live<Arc<[Volume]>>,
    floating: Live<Arc<[FloatingIp]>>,
    groups: Live<Arc<[SecurityGroup]>>,
}

/// The scope of something, and the name of its project.
type Whose = (Scope, String);

/// The page. `switch` leads back to one project.
pub fn page(switch: AnyView) -> AnyView {
    let scopes = Scopes::follow(
        |_| true,
        |open, read| {
            let servers = data::within(read.clone(), data::instances);
            // Everything else is requested after the instances, so that a region that does not respond costs one request.
            let rest = when(read, move || servers.value.with(Option::is_some));
            data::within(rest, || Lists {
                rules: open.session.cloud.rules,
                servers,
                volumes: data::volumes(),
                floating: data::floating_ips(),
                groups: data::security_groups(),
            })
        },
    );
    let coming = Text::live(move || named(scopes, |one| !one.ended && is_coming(&one.lists), |t| t.overview().still_loading));
    view! {
        <PageHead title=tx(|t| t.overview().title) beside=view! { <span class="count still" role="status">{coming}</span> }.into_any()>
            {switch}
        </PageHead>
        <div class="overview">
            <div class="tiles">{totals(scopes)}{by_project(scopes)}</div>
            {section(scopes)}
        </div>
    }
    .into_any()
}

fn is_coming(lists: &Lists) -> bool {
    lists.servers.state.get() == LiveState::Loading
}

/// Whether one of its lists could not be read, or its session has ended.
fn is_unseen(one: &One<Lists>) -> bool {
    let Lists { servers, volumes, floating, groups, .. } = one.lists;
    let failed = |state: LiveState| match state {
        LiveState::Failed(failure) => !matches!(failure.kind, FailureKind::NoService(_)),
        _ => false,
    };
    one.ended || [servers.state, volumes.state, floating.state, groups.state].into_iter().any(|state| failed(state.get()))
}

/// A sentence with the names of the scopes for which something holds; empty if there are none.
fn named(scopes: Scopes<Lists>, holds: fn(&One<Lists>) -> bool, words: crate::locales::Words) -> Text {
    let names: Vec<String> = scopes.all().iter().filter(|one| holds(one)).map(|one| place(&one.scope, &one.project)).collect();
    match names.is_empty() {
        true => Text::default(),
        false => filled(words, [("what", names.join(", ").into())]),
    }
}

fn place(scope: &Scope, project: &str) -> String {
    [project, " · ", scope.region.as_str()].concat()
}

/// The address of the table of all projects with this search.
fn table(search: &Search) -> String {
    let query = search.to_query();
    routes::href(&Route::AllProjects) + if query.is_empty() { "" } else { "?" } + &query
}

fn totals(scopes: Scopes<Lists>) -> AnyView {
    let counts = Memo::new(move |_| {
        let all = scopes.all();
        let known = all.iter().filter_map(|one| one.lists.servers.value.get());
        let counts: Vec<_> = known.map(|list| (overview::instances(&list.rows), list.complete)).collect();
        let complete = counts.len() == all.len() && counts.iter().all(|(_, complete)| *complete);
        (!counts.is_empty()).then(|| (overview::sum(counts.iter().map(|(counts, _)| counts)), complete))
    });
    let body = live_view(move || match counts.get() {
        Some((counts, complete)) => cards::by_group(&counts, complete, table),
        None => view! { <Skeleton rows=3 /> }.into_any(),
    });
    view! { <section class="tile"><h2><a href=table(&Search::default())>{tx(|t| t.overview().by_status)}</a></h2>{body}</section> }
        .into_any()
}

fn by_project(scopes: Scopes<Lists>) -> AnyView {
    let rows = live_view(move || {
        let counted: Vec<_> = scopes.all().into_iter().map(|one| (counts(&one), one)).collect();
        let most = counted.iter().filter_map(|(counts, _)| counts.as_ref().map(|counts| counts.all)).max().unwrap_or_default();
        counted.iter().map(|(counts, one)| bar(counts.as_ref(), one, most)).collect::<Vec<_>>().into_any()
    });
    view! { <section class="tile"><h2>{tx(|t| t.overview().by_project)}</h2><ul class="bars">{rows}</ul></section> }.into_any()
}

fn counts(one: &One<Lists>) -> Option<overview::Instances> {
    one.lists.servers.value.get().map(|list| overview::instances(&list.rows))
}

fn bar(counts: Option<&overview::Instances>, one: &One<Lists>, most: usize) -> AnyView {
    let href = routes::href_in(&one.scope, &one.project, &Route::Instances);
    let value = match counts {
        Some(counts) => {
            let running = counts.of(::view::instances::StatusGroup::Running);
            view! {
                <span class="bar-value">{figure(counts.all as u64)}<span class="dim">{counted(|t| &t.zones().running, running)}</span></span>
                <svg class="stack" aria-hidden="true" focusable="false">
                    <rect class="ok" x="0" y="0" width=share(running, most) height="100%" />
                    <rect class="off" x=share(running, most) y="0" width=share(counts.all - running, most) height="100%" />
                </svg>
            }
            .into_any()
        }
        None => view! { <span class="bar-value dim">{why_not(one)}</span> }.into_any(),
    };
    view! {
        <li>
            <span class="bar-name"><a class="whose" href=href>{project_mark(&one.scope, &one.project)}{place(&one.scope, &one.project)}</a></span>
            {value}
        </li>
    }
    .into_any()
}

fn why_not(one: &One<Lists>) -> Text {
    match one.lists.servers.state.get() {
        _ if one.ended => tx(|t| t.all_projects().ended),
        LiveState::Failed(failure) => failure_words(&failure),
        _ => tx(|t| t.all_projects().loading),
    }
}

fn section(scopes: Scopes<Lists>) -> AnyView {
    let now = clock::ticking();
    // Durations are in minutes, so an update every second would be wasted.
    let minute = Memo::new(move |_| (now.get() / MINUTE_MS) as i64);
    let kinds = Memo::new(move |_| {
        let now = Timestamp(minute.get() * MINUTE_MS as i64);
        let each: Vec<(Whose, Vec<_>)> =
            scopes.all().iter().map(|one| ((one.scope.clone(), one.project.clone()), alarms(&one.lists, now))).collect();
        everywhere(&each)
    });
    let body = live_view(move || {
        let kinds = kinds.get();
        match (kinds.is_empty(), scopes.all().iter().any(|one| is_coming(&one.lists) && !one.ended)) {
            (true, true) => view! { <Skeleton rows=4 /> }.into_any(),
            (true, false) => view! {
                <p class="calm" role="status">{icon(Icon::Ok)}<span>{tx(|t| t.overview().calm)}</span></p>
            }
            .into_any(),
            (false, _) => view! { <ul class="alarms">{kinds.into_iter().map(alarm).collect::<Vec<_>>()}</ul> }.into_any(),
        }
    });
    let unseen = Text::live(move || named(scopes, is_unseen, |t| t.overview().unseen));
    view! { <section class="attention"><h2>{tx(|t| t.overview().attention)}</h2>{body}<p class="dim">{unseen}</p></section> }.into_any()
}

/// The problems known of the scope.
fn alarms(lists: &Lists, now: Timestamp) -> Vec<overview::Alarm> {
    let (servers, volumes) = (lists.servers.value.get(), lists.volumes.value.get());
    let (floating, groups) = (lists.floating.value.get(), lists.groups.value.get());
    let known = Known {
        servers: servers.as_ref().map(|list| &*list.rows),
        volumes: volumes.as_deref(),
        addresses: floating.as_deref(),
        groups: groups.as_deref(),
        rules: lists.rules,
    };
    attention(&known, now)
}

fn alarm(kind: Everywhere<Whose>) -> AnyView {
    let Everywhere { need, all, items, .. } = kind;
    let rest = all.saturating_sub(items.len());
    let item = |((scope, project), item): (Whose, overview::Item)| {
        let href = routes::href_in(&scope, &project, &needs::route_of(&item.target));
        let whose = view! { <span class="whose">{project_mark(&scope, &project)}{place(&scope, &project)}</span> };
        needs::item(need, item, href, whose.into_any())
    };
    let act = needs::group(need).map(|group| table(&Search::of_group(group)));
    needs::drawn(need, all, items.into_iter().map(item).collect(), rest, act)
}
