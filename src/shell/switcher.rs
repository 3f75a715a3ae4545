//! The switcher: a dialog with a search box that lists every scope one can go to. Choosing one is following a link, so that
//! unsaved input is asked about first.

use std::sync::Arc;

use ::view::switcher::{Choice, Signed, State, choices};
use cloud::wire::Project;
use cloud::{Failure, Scope};
use leptos::prelude::*;

use super::project::project_mark;
use crate::browser::keyboard::{Key, key};
use crate::browser::{dom, focus};
use crate::data::{self, Session};
use crate::locales::{Text, filled, tx};
use crate::routes::{self, Route};
use crate::ui::{Dialog, LinkButton, SearchBox, live_view};

/// The dialog, while `open`.
pub fn switcher(open: RwSignal<bool>) -> AnyView {
    let (route, located) = (routes::current(), routes::located());
    let before = (route.get_untracked(), located.get_untracked());
    // Another page or scope is shown: something was chosen.
    Effect::new(move || {
        if (route.get(), located.get()) != before {
            open.set(false);
        }
    });
    view! { <Dialog open title=tx(|t| t.shell().switch)>{inside(route)}</Dialog> }.into_any()
}

/// The projects that identity of one cloud lists, and the scope whose session was used.
type Told = (Scope, LocalResource<Result<Vec<Project>, Failure>>);

fn inside(route: Memo<Route>) -> AnyView {
    // One resource for each cloud: one that does not respond does not hold up the others.
    let told: StoredValue<Vec<Told>> = StoredValue::new(one_of_each_cloud().into_iter().map(told_by).collect());
    let typed = RwSignal::new(String::new());
    let list = move || match route.with_untracked(Route::list) {
        Route::AllProjects => Route::Instances,
        list => list,
    };
    let found = Memo::new(move |_| {
        let answered = |(from, answer): &Told| Some((from.clone(), answer.get()?.ok()?));
        let told: Vec<_> = told.with_value(|told| told.iter().filter_map(answered).collect());
        let here = data::session().with(|state| state.session().map(|session| session.scope.clone()));
        let signed: Vec<Signed> = data::open_sessions().with(|all| all.iter().map(signed).collect());
        choices(here.as_ref(), &signed, &told, data::cloud_name, &typed.get())
    });
    let rows = live_view(move || {
        let list = list();
        found.get().iter().map(|choice| row(choice, &list)).collect::<Vec<_>>().into_any()
    });
    let note = live_view(move || told.with_value(|told| told.iter().filter_map(note).collect::<Vec<_>>()).into_any());
    let none = Text::live(move || match found.with(Vec::is_empty) {
        true => tx(|t| t.shell().switch_none),
        false => Text::default(),
    });
    let first = move || focus::focus(".switch-list a");
    view! {
        <div class="switch">
            <SearchBox label=tx(|t| t.shell().switch_search) value=typed on_input=move |text| typed.set(text) on_rows=first />
            <ul class="switch-list" on:keydown=arrows>{rows}</ul>
            <p role="status">{none}</p>
            {note}
            <LinkButton label=tx(|t| t.shell().all_projects) href=routes::href(&Route::AllProjects) />
            <LinkButton label=tx(|t| t.shell().switch_sign_in) href=routes::href(&Route::SignIn) />
        </div>
    }
    .into_any()
}

/// The arrow keys up and down move through the entries.
fn arrows(event: dom::KeyboardEvent) {
    let step = match key(&event) {
        Key::Down => 1,
        Key::Up => -1,
        _ => return,
    };
    event.prevent_default();
    focus::step(".switch-list a", step);
}

fn signed(open: &data::Open) -> Signed {
    let Session { scope, tenant_name, regions, .. } = &*open.session;
    Signed { scope: scope.clone(), project: tenant_name.clone(), regions: regions.clone(), ended: open.ended }
}

/// A valid session of each cloud: identity is asked once for each.
fn one_of_each_cloud() -> Vec<Arc<Session>> {
    let mut each: Vec<Arc<Session>> = Vec::new();
    for open in data::open_sessions().get_untracked().into_iter().filter(|open| !open.ended) {
        if data::opens_others(&open.session) && each.iter().all(|one| one.scope.cloud != open.session.scope.cloud) {
            each.push(open.session);
        }
    }
    each
}

fn told_by(session: Arc<Session>) -> Told {
    (session.scope.clone(), LocalResource::new(move || data::projects_of(session.clone())))
}

/// What is said of a cloud that has not listed its projects: they are loading, or why they could not be.
fn note((scope, answer): &Told) -> Option<AnyView> {
    let Some(answer) = answer.get() else {
        return Some(view! { <p class="dim">{tx(|t| t.shell().switch_loading)}</p> }.into_any());
    };
    let failure = answer.err()?;
    let words = filled(
        |t| t.shell().switch_failed,
        [("cloud", data::cloud_name(&scope.cloud).into()), ("why", failure.message.clone().into())],
    );
    Some(view! { <p class="dim">{words}</p> }.into_any())
}

fn row(choice: &Choice, list: &Route) -> AnyView {
    let Choice { scope, project, cloud, state } = choice;
    let href = routes::href_in(scope, project, list);
    let words = match state {
        State::Here => tx(|t| t.shell().switch_here),
        State::Open => Text::default(),
        State::Ended => tx(|t| t.shell().switch_ended),
        State::Reachable => tx(|t| t.shell().switch_reachable),
    };
    let current = (*state == State::Here).then_some("page");
    view! {
        <li>
            <a class="switch-row" href=href aria-current=current>
                {project_mark(scope, project)}
                <span class="switch-project">{project.clone()}</span>
                <span class="switch-region">{scope.region.as_str().to_owned()}</span>
                <span class="switch-cloud dim">{cloud.clone()}</span>
                <span class="switch-state dim">{words}</span>
            </a>
        </li>
    }
    .into_any()
}
