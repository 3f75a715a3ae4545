//! The panel: one run, its controls and its rows; with several runs, a choice between them. Below the page on wide windows, a
//! whole sheet on phones.

use std::sync::Arc;

use leptos::prelude::*;
use runner::Progress;

use super::{controls, rows, words};
use crate::browser::dom;
use crate::browser::focus;
use crate::browser::keyboard::{Key, key};
use crate::data;
use crate::data::runs::{Kept, LiveRun};
use crate::locales::{Text, filled, tx};
use crate::ui::{Button, Choice, Icon, Kind, Select, Warning, live, live_view, nothing};

/// The panel, shown while `open` is true.
pub fn panel(open: RwSignal<bool>) -> AnyView {
    let shown = Memo::new(move |_| open.get());
    live_view(move || if shown.get() { opened(open) } else { nothing() }).into_any()
}

fn opened(open: RwSignal<bool>) -> AnyView {
    let all = data::runs::all();
    let chosen = RwSignal::new(String::new());
    // The one that was chosen, or else the newest.
    let run = Memo::new(move |_| {
        let (all, id) = (all.get(), chosen.get());
        all.iter().find(|run| run.id() == id).or_else(|| all.first()).cloned()
    });
    let keys = move |event: dom::KeyboardEvent| {
        if key(&event) == Key::Escape {
            event.stop_propagation();
            open.set(false);
        }
    };
    request_animation_frame(|| focus::focus("#runs h2"));
    view! {
        <section id="runs" class="runs" aria-label=tx(|t| t.runs().title) on:keydown=keys>
            <header class="runs-head">
                <h2 tabindex="-1">{Text::live(move || run.get().map(|run| heading(&run)).unwrap_or_default())}</h2>
                {choice(all, run.into(), chosen)}
                <div class="runs-space"></div>
                {live_view(move || run.get().map(|run| controls::controls(&run)).into_any())}
                <Button label=tx(|t| t.runs().close) kind=Kind::IconOnly icon_before=Icon::Close on_click=move || open.set(false) />
            </header>
            {live_view(move || run.get().map(|run| body(&run)).into_any())}
        </section>
    }
    .into_any()
}

fn heading(run: &LiveRun) -> Text {
    let run = run.clone();
    Text::live(move || run.read(|run, _| words::title(run)).unwrap_or_default())
}

/// With several runs: which one.
fn choice(all: Signal<Arc<[LiveRun]>>, run: Signal<Option<LiveRun>>, chosen: RwSignal<String>) -> AnyView {
    let several = Memo::new(move |_| all.with(|all| all.len() > 1));
    let choices = Signal::derive(move || {
        all.with(|all| {
            let name = |run: &LiveRun| run.read(|run, _| words::ended(run)).unwrap_or_default();
            all.iter().map(|run| Choice::new(run.id(), name(run))).collect::<Vec<_>>()
        })
    });
    let value = Signal::derive(move || run.get().map(|run| run.id().to_owned()).unwrap_or_default());
    live_view(move || match several.get() {
        true => view! { <Select label=tx(|t| t.runs().choose) value choices on_change=move |id| chosen.set(id) /> }
            .into_any(),
        false => nothing(),
    })
    .into_any()
}

fn body(run: &LiveRun) -> AnyView {
    let filter = RwSignal::new(String::new());
    view! {
        <div class="runs-bar">{summary(run)}{rows::filter(filter)}</div>
        {warnings(run)}
        {rows::table(run, filter)}
    }
    .into_any()
}

/// The bar and the counts.
fn summary(run: &LiveRun) -> AnyView {
    let (bar, counts, end) = (run.clone(), run.clone(), run.clone());
    let value = move || {
        let share = bar.read(|run, _| {
            let counts = run.counts();
            (counts.done + counts.failed + counts.lost, run.items().len() - counts.skipped)
        });
        share.unwrap_or_default()
    };
    let all = value.clone();
    let counts =
        Text::live(move || counts.read(|run, _| words::joined(words::tally(&run.counts()))).unwrap_or_default());
    // Said once, at the end: a count that is read out with each change helps nobody.
    let said =
        Text::live(move || end.read(|run, _| run.has_ended().then(|| words::ended(run))).flatten().unwrap_or_default());
    view! {
        <p class="runs-sum">
            <progress aria-label=tx(|t| t.runs().progress) value=live(move || value().0.to_string()) max=live(move || all().1.max(1).to_string())></progress>
            <span>{counts}</span>
            <span class="sr-only" role="status">{said}</span>
        </p>
    }
    .into_any()
}

/// What the person should know about the run as a whole.
fn warnings(run: &LiveRun) -> AnyView {
    let run = run.clone();
    let all = Memo::new(move |_| states(&run));
    live_view(move || {
        let words = all.get().into_iter().map(|state| view! { <Warning words=words_of(state) /> }.into_any());
        words.collect::<Vec<_>>().into_any()
    })
    .into_any()
}

#[derive(Clone, PartialEq)]
enum State {
    NotKept,
    Elsewhere,
    AfterFailures,
    ReadOnly,
    SignIn(String),
}

fn states(run: &LiveRun) -> Vec<State> {
    let read = run.read(|run, _| {
        let held: Vec<_> = run.waits_for_sign_in().into_iter().cloned().collect();
        (run.has_ended(), run.progress(), held)
    });
    let Some((ended, progress, held)) = read else { return Vec::new() };
    let (kept, here, read_only) = (run.kept(), run.is_here(), data::read_only().get());
    let mut all = Vec::new();
    if progress == Progress::AfterFailures {
        all.push(State::AfterFailures);
    }
    if ended {
        return all;
    }
    if !here {
        all.push(State::Elsewhere);
        return all;
    }
    if kept == Kept::No {
        all.push(State::NotKept);
    }
    if progress == Progress::Paused && read_only {
        all.push(State::ReadOnly);
    }
    let open = data::open_sessions().get();
    for scope in held {
        let name = open.iter().find(|open| open.session.scope.same_project(&scope));
        let name = name.map_or_else(|| scope.tenant.as_str().to_owned(), |open| open.session.tenant_name.clone());
        all.push(State::SignIn(name));
    }
    all
}

fn words_of(state: State) -> Text {
    match state {
        State::NotKept => tx(|t| t.runs().not_kept),
        State::Elsewhere => tx(|t| t.runs().elsewhere),
        State::AfterFailures => tx(|t| t.runs().after_failures),
        State::ReadOnly => tx(|t| t.runs().read_only),
        State::SignIn(project) => filled(|t| t.runs().sign_in, [("project", project.into())]),
    }
}
