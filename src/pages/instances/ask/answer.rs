//! The result of a search that the cloud runs.

use ::view::instances::{AskDraft, AskProblem};
use cloud::Failure;
use cloud::calls::servers::ServerQuery;
use leptos::prelude::*;

use super::{Asking, words};
use crate::data::{self, Instances, LiveState};
use crate::locales::{Words, filled, tx};
use crate::pages::instances::list::Found;
use crate::reactive::effect;
use crate::ui::{Button, FailureCard, Icon, Kind, icon, live, live_view};

/// The query and its result, with a way back to the full list. The search runs for as long as this is shown.
pub fn banner(asking: Asking, asked: &str) -> AnyView {
    let draft = AskDraft::of_query(asked);
    let came = match draft.check() {
        Ok(query) => ask(asking, query),
        Err(problems) => {
            asking.found.set(Found::Failed);
            wrong(&problems)
        }
    };
    let back = move || {
        asking.open.set(false);
        asking.shown.ask(String::new());
    };
    view! {
        <div class="ask-banner">
            {icon(Icon::Search)}
            <p class="sr-only" role="status">{tx(|t| t.ask().banner)}" "{words::question(&draft)}</p>
            <strong aria-hidden="true">{tx(|t| t.ask().banner)}</strong>
            <ul class="ask-parts" aria-label=tx(|t| t.ask().title)>{chips(asking, &draft)}</ul>
            <div class="ask-ways">
                <Button label=tx(|t| t.ask().change) kind=Kind::Quiet icon_before=Icon::Pencil on_click=move || asking.open.set(true) />
                <Button label=tx(|t| t.ask().back) icon_before=Icon::Left on_click=back />
            </div>
        </div>
        {came}
    }
    .into_any()
}

/// A chip for each filter, with a button that takes it away.
fn chips(asking: Asking, draft: &AskDraft) -> Vec<AnyView> {
    let chip = |part: words::Part| {
        let mut rest = draft.clone();
        (part.remove)(&mut rest);
        let label = filled(|t| t.ask().remove, [("what", part.said.clone())]);
        view! {
            <li class="chip set">
                <span>{part.said}</span>
                <button type="button" class="chip-remove" aria-label=live(move || label.get()) on:click=move |_| asking.shown.ask(rest.to_query())>
                    {icon(Icon::Close)}
                </button>
            </li>
        }
        .into_any()
    };
    words::parts(draft).into_iter().map(chip).collect()
}

/// Runs the search, passes on what was found, and shows errors.
fn ask(asking: Asking, query: ServerQuery) -> AnyView {
    let limit = query.limit;
    let live = data::found(move || query.clone());
    let failure = Memo::new(move |_| live.failure());
    effect(move || {
        let found = match (live.value.get(), failure.get()) {
            (Some(rows), _) => Found::Here(Instances { rows, complete: live.state.get() != LiveState::Loading }),
            (None, Some(_)) => Found::Failed,
            (None, None) => Found::Coming,
        };
        asking.found.set(found);
    });
    on_cleanup(move || drop(asking.found.try_set(Found::Coming)));
    let shown = Signal::derive(move || failure.get());
    let rows = Signal::derive(move || live.value.with(|rows| rows.as_ref().map_or(0, |rows| rows.len())));
    live_view(move || match (shown.get(), limit) {
        (Some(failure), _) => {
            view! { <FailureCard failure=Failure::clone(&failure) on_retry=move || live.refetch() /> }.into_any()
        }
        (None, Some(limit)) if rows.get() >= limit as usize => {
            let words = filled(|t| t.ask().limit_reached, [("count", limit.to_string().into())]);
            view! { <p role="status">{words}</p> }.into_any()
        }
        _ => ().into_any(),
    })
    .into_any()
}

/// The message for an address with invalid parameters.
fn wrong(problems: &[AskProblem]) -> AnyView {
    let line = |problem: &AskProblem| {
        let words: Words = match problem {
            AskProblem::Since => |t| t.ask().since_bad,
            AskProblem::Limit => |t| t.ask().limit_bad,
        };
        view! { <p class="field-error">{icon(Icon::Alert)}<span>{tx(words)}</span></p> }.into_any()
    };
    let lines: Vec<_> = problems.iter().map(line).collect();
    view! { <div role="alert">{lines}</div> }.into_any()
}
