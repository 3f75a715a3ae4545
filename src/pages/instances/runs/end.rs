//! What happens when a run ends: a notice, a desktop notification if the person asked for one, and a mark in the tab's title
//! while the tab is hidden.

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;

use super::words;
use crate::browser::{document, notification, tab};
use crate::data::runs::LiveRun;
use crate::locales::tx;
use crate::reactive::effect;
use crate::ui::toast;

/// The mark before the tab's title.
const DONE: &str = "✓ ";
/// The same if something failed.
const BAD: &str = "! ";

thread_local! {
    static WANTED: ArcRwSignal<bool> = ArcRwSignal::new(false);
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Follows all runs, until the calling owner is cleaned up.
pub fn follow(all: Signal<Arc<[LiveRun]>>) {
    if !LISTENS.replace(true) {
        tab::on_change(|| {
            if tab::visible() {
                document::mark_title("");
            }
        });
    }
    let under_way = StoredValue::new(Vec::<String>::new());
    effect(move || {
        let going: Vec<_> =
            all.get().iter().filter(|run| run.read(|run, _| !run.has_ended()) == Some(true)).cloned().collect();
        let before = under_way.get_value();
        for run in all.get_untracked().iter() {
            let was = before.iter().any(|id| id == run.id());
            if was && !going.contains(run) {
                untrack(|| ended(run));
            }
        }
        under_way.set_value(going.iter().map(|run| run.id().to_owned()).collect());
    });
}

fn ended(run: &LiveRun) {
    let Some((words, bad)) = run.read(|run, _| (words::ended(run), run.counts().failed + run.counts().lost > 0)) else {
        return;
    };
    if bad {
        toast::bad(words.clone())
    } else {
        toast::done(words.clone())
    }
    if !tab::visible() {
        document::mark_title(if bad { BAD } else { DONE });
    }
    if wanted().get_untracked() {
        notification::show(&tx(|t| t.common().app).now(), &words.now());
    }
}

/// Whether the person wants desktop notifications, on this page.
pub fn wanted() -> ArcRwSignal<bool> {
    WANTED.with(Clone::clone)
}

/// Asks the browser for the permission to notify.
pub async fn want() {
    let allowed = notification::ask().await;
    wanted().set(allowed);
    if !allowed {
        toast::bad(tx(|t| t.runs().notify_refused));
    }
}
