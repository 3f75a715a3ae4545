//! What can be done to a run: pause, stop, retry, how many at once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use runner::{End, ItemNo, Options, Progress, Run};

use super::{end, save};
use crate::browser::notification;
use crate::data::runs::LiveRun;
use crate::locales::{Text, counted_once, tx};
use crate::ui::{Button, Choice, Icon, Kind, Select, live_view, nothing};

/// How many at once can be chosen; another number stays in the list while it is chosen.
const AT_ONCE: [u32; 6] = [1, 2, 5, 10, 20, 50];

/// What the controls depend on.
#[derive(Clone, Copy, PartialEq)]
struct State {
    ended: bool,
    progress: Progress,
    retryable: usize,
}

/// The controls.
pub fn controls(run: &LiveRun) -> AnyView {
    let of = run.clone();
    let state = Memo::new(move |_| {
        of.read(|run, _| State { ended: run.has_ended(), progress: run.progress(), retryable: failed(run).len() })
    });
    let run = run.clone();
    live_view(move || match state.get() {
        None => nothing(),
        Some(state) if state.ended => view! { {retry(&run, state.retryable)}{file(&run)}{dismiss(&run)} }.into_any(),
        Some(state) => view! {
            {at_once(&run)}
            {pause(&run, state.progress)}
            {stop(&run, state.progress)}
            {retry(&run, state.retryable)}
            {notify()}
        }
        .into_any(),
    })
    .into_any()
}

fn at_once(run: &LiveRun) -> AnyView {
    let (of, set) = (run.clone(), run.clone());
    let options = Memo::new(move |_| of.read(|run, _| run.options()));
    let value = Signal::derive(move || options.get().map(|options| options.at_once.to_string()).unwrap_or_default());
    let choices = Signal::derive(move || {
        let mut all = AT_ONCE.to_vec();
        all.extend(options.get().map(|options| options.at_once));
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(|n| Choice::new(n.to_string(), Text::from(n as usize))).collect::<Vec<_>>()
    });
    let change = move |n: String| {
        if let (Some(options), Ok(at_once)) = (options.get_untracked(), n.parse()) {
            set.set_options(Options { at_once, ..options });
        }
    };
    view! { <Select label=tx(|t| t.runs().at_once) value choices on_change=change /> }.into_any()
}

fn pause(run: &LiveRun, progress: Progress) -> AnyView {
    let run = run.clone();
    match progress {
        Progress::Running => view! { <Button label=tx(|t| t.runs().pause) on_click=move || run.pause() /> }.into_any(),
        Progress::Paused => {
            view! { <Button label=tx(|t| t.runs().resume) icon_before=Icon::Play on_click=move || run.resume() /> }
                .into_any()
        }
        Progress::Stopped | Progress::AfterFailures => nothing(),
    }
}

fn stop(run: &LiveRun, progress: Progress) -> AnyView {
    if !matches!(progress, Progress::Running | Progress::Paused) {
        return nothing();
    }
    let run = run.clone();
    view! { <Button label=tx(|t| t.runs().stop_now) icon_before=Icon::Stop on_click=move || run.stop() /> }.into_any()
}

/// The items that failed or whose end is unknown.
fn failed(run: &Run) -> Vec<ItemNo> {
    let failed = |at: &usize| {
        let item = run.items().get(*at);
        item.is_some_and(|item| matches!(item.end(), Some(End::Failed(_) | End::Unknown)))
    };
    (0..run.items().len()).filter(failed).map(ItemNo).collect()
}

fn retry(run: &LiveRun, n: usize) -> AnyView {
    if n == 0 {
        return nothing();
    }
    let run = run.clone();
    let press = move || {
        if let Some(items) = untrack(|| run.read(|run, _| failed(run))) {
            run.retry(items);
        }
    };
    let label = counted_once(|t| &t.runs().retry_all, n);
    view! { <Button label icon_before=Icon::Refresh on_click=press /> }.into_any()
}

fn notify() -> AnyView {
    if !notification::is_possible() {
        return nothing();
    }
    let wanted = end::wanted();
    live_view(move || match wanted.get() {
        true => view! { <span class="dim">{tx(|t| t.runs().notified)}</span> }.into_any(),
        false => view! {
            <Button label=tx(|t| t.runs().notify) kind=Kind::Quiet on_click=move || spawn_local(end::want()) />
        }
        .into_any(),
    })
    .into_any()
}

fn file(run: &LiveRun) -> AnyView {
    let run = run.clone();
    view! { <Button label=tx(|t| t.runs().save) kind=Kind::Quiet icon_before=Icon::Download on_click=move || save::save(&run) /> }
        .into_any()
}

fn dismiss(run: &LiveRun) -> AnyView {
    let run = run.clone();
    view! { <Button label=tx(|t| t.runs().dismiss) kind=Kind::Quiet icon_before=Icon::Trash on_click=move || run.dismiss() /> }
        .into_any()
}
