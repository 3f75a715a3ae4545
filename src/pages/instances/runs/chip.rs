//! The chip in the header, which opens the panel: "Stopping 41 · 12 done · 1 failed".

use leptos::prelude::*;
use runner::{Counts, Progress};

use super::{end, words};
use crate::browser::focus;
use crate::data;
use crate::data::runs::LiveRun;
use crate::locales::{Text, counted_once, tx};
use crate::reactive::effect;
use crate::ui::{Icon, icon, live, live_view, nothing};

/// The id of the chip, which gets the focus back when the panel is closed.
const CHIP: &str = "runs-chip";

/// The chip. `open`: whether the panel is shown.
pub fn chip(open: RwSignal<bool>) -> AnyView {
    let all = data::runs::all();
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    end::follow(all);
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            focus::focus(&["#", CHIP].concat());
        }
        now
    });
    effect(move || {
        if !any.get() {
            open.set(false);
        }
    });
    let busy = Memo::new(move |_| all.with(|all| all.iter().any(|run| has_ended(run) == Some(false))));
    let bad = Memo::new(move |_| sum(&all.get()).failed > 0);
    let class = move || match (bad.get(), busy.get()) {
        (true, _) => "button quiet runs-chip bad",
        (false, true) => "button quiet runs-chip busy",
        (false, false) => "button quiet runs-chip",
    };
    live_view(move || match any.get() {
        false => nothing(),
        true => view! {
            <button type="button" id=CHIP class=live(class) aria-expanded=live(move || open.get().to_string())
                aria-controls="runs" on:click=move |_| open.update(|open| *open = !*open)>
                {live_view(move || icon(if busy.get() { Icon::Busy } else if bad.get() { Icon::Bad } else { Icon::Ok }))}
                <span class="runs-chip-words">{label(all)}</span>
                <span class="runs-chip-short" aria-hidden="true">{short(all)}</span>
            </button>
        }
        .into_any(),
    })
    .into_any()
}

fn label(all: Signal<std::sync::Arc<[LiveRun]>>) -> Text {
    Text::live(move || {
        let all = all.get();
        let going: Vec<_> = all.iter().filter(|run| has_ended(run) == Some(false)).collect();
        let first = match (going.as_slice(), all.len()) {
            ([], _) => tx(|t| t.runs().finished),
            ([one], 1) => one
                .read(|run, _| match run.progress() {
                    Progress::Paused => tx(|t| t.runs().paused),
                    _ => words::doing(run),
                })
                .unwrap_or_default(),
            (_, n) => counted_once(|t| &t.runs().several, n),
        };
        let counts = sum(&all);
        // How many are left is clear from the others.
        let counts = Counts { waiting: 0, sent: 0, unknown: 0, following: 0, skipped: 0, ..counts };
        words::joined([first].into_iter().chain(words::tally(&counts).into_iter().take(3)).collect())
    })
}

/// "12/41", for phones.
fn short(all: Signal<std::sync::Arc<[LiveRun]>>) -> Text {
    Text::live(move || {
        let counts = sum(&all.get());
        let ended = counts.done + counts.failed + counts.lost;
        let all = ended + counts.waiting + counts.sent + counts.unknown + counts.following;
        [ended.to_string(), all.to_string()].join("/").into()
    })
}

/// Whether all its items have ended; tracked.
pub fn has_ended(run: &LiveRun) -> Option<bool> {
    run.read(|run, _| run.has_ended())
}

/// The items of all runs; tracked.
fn sum(all: &[LiveRun]) -> Counts {
    all.iter().filter_map(|run| run.read(|run, _| run.counts())).fold(Counts::default(), |one, other| Counts {
        waiting: one.waiting + other.waiting,
        sent: one.sent + other.sent,
        unknown: one.unknown + other.unknown,
        following: one.following + other.following,
        done: one.done + other.done,
        failed: one.failed + other.failed,
        skipped: one.skipped + other.skipped,
        lost: one.lost + other.lost,
    })
}
