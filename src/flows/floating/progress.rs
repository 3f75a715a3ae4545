//! The progress of an attach, and what a person can do at its end.

use cloud::Failure;
use cloud::floating::{Candidate, Event, Step};
use leptos::prelude::*;

use super::run::Attaching;
use crate::browser::focus;
use crate::locales::{Text, filled, tx};
use crate::reactive::effect;
use crate::ui::{Button, Choice, FailureCard, Hint, Kind, RadioCards, Steps, Warning, live_view};

/// What is shown below the steps.
#[derive(Clone, PartialEq)]
enum Ending {
    Working,
    Choose(Vec<Candidate>),
    Well,
    NoPort,
    NoRoute,
    Broken { failure: Box<Failure>, orphan: bool, unsure: bool },
    Undone,
}

/// The content of the dialog after sending. It closes by itself on success.
pub fn progress(run: Attaching, open: RwSignal<bool>) -> AnyView {
    let (watched, left) = (run.step.clone(), run.clone());
    let ending = Memo::new(move |_| ending(watched.get()));
    on_cleanup(move || left.leave());
    effect(move || match ending.get() {
        Ending::Working => {}
        Ending::Well => open.set(false),
        // The focused form is gone: focus the new question.
        _ => request_animation_frame(|| focus::focus(".flow .dialog-foot .button:last-child, .flow .cards input")),
    });
    let (drawn, listed) = (run.clone(), run);
    let steps = Signal::derive(move || listed.lines());
    view! {
        <div class="confirm flow">
            <div role="status"><Steps steps /></div>
            {live_view(move || below(&drawn, ending.get(), open))}
        </div>
    }
    .into_any()
}

fn ending(step: Step) -> Ending {
    match step {
        Step::Choose(all) => Ending::Choose(all),
        Step::Done(_) => Ending::Well,
        Step::NoPort => Ending::NoPort,
        Step::NoRoute => Ending::NoRoute,
        Step::Broken { failure, orphan, unsure } => {
            Ending::Broken { failure: Box::new(failure), orphan: orphan.is_some(), unsure }
        }
        Step::Undone(_) => Ending::Undone,
        Step::FindPorts(_) | Step::Make(_) | Step::Give { .. } | Step::Wait(_) | Step::Delete(_) => Ending::Working,
    }
}

fn below(run: &Attaching, ending: Ending, open: RwSignal<bool>) -> AnyView {
    match ending {
        Ending::Working | Ending::Well => ().into_any(),
        Ending::Choose(all) => choose(run.clone(), all),
        Ending::NoPort => end(filled(|t| t.floating_ips().no_port, run.names()), open),
        Ending::NoRoute => end(filled(|t| t.floating_ips().no_route, run.names()), open),
        Ending::Undone => end(filled(|t| t.floating_ips().undone, run.names()), open),
        Ending::Broken { failure, orphan, unsure } => broken(run, *failure, orphan, unsure, open),
    }
}

fn end(words: Text, open: RwSignal<bool>) -> AnyView {
    view! {
        <Hint words />
        <footer class="dialog-foot"><Button label=tx(|t| t.common().close) on_click=move || open.set(false) /></footer>
    }
    .into_any()
}

/// Several addresses are possible.
fn choose(run: Attaching, all: Vec<Candidate>) -> AnyView {
    let value = RwSignal::new(String::from("0"));
    let choices = all.iter().enumerate().map(|(at, one)| Choice::new(at.to_string(), one.address.clone()));
    let choices: Vec<Choice> = choices.collect();
    let go_on = move || {
        let at: Option<usize> = value.get_untracked().parse().ok();
        if let Some(chosen) = at.and_then(|at| all.get(at)) {
            run.tell(Event::Chosen(chosen.clone()));
        }
    };
    view! {
        <RadioCards label=tx(|t| t.floating_ips().which_fixed) value choices=Signal::derive(move || choices.clone()) />
        <footer class="dialog-foot">
            <Button label=tx(|t| t.floating_ips().go_on) kind=Kind::Primary on_click=go_on />
        </footer>
    }
    .into_any()
}

fn broken(run: &Attaching, failure: Failure, orphan: bool, unsure: bool, open: RwSignal<bool>) -> AnyView {
    let (undone, again, kept) = (run.clone(), run.clone(), run.clone());
    let undo = move || undone.tell(Event::Undo);
    let again = move || again.tell(Event::Again);
    let leave = move || {
        kept.settle();
        open.set(false);
    };
    let give_back = orphan
        .then(|| view! { <Button label=tx(|t| t.floating_ips().undo) kind=Kind::Primary on_click=undo /> }.into_any());
    let close = if orphan { tx(|t| t.floating_ips().keep) } else { tx(|t| t.common().close) };
    let left = orphan.then(|| view! { <Warning words=filled(|t| t.floating_ips().orphan, run.names()) /> });
    let lost = unsure.then(|| view! { <Warning words=tx(|t| t.floating_ips().unsure) /> });
    view! {
        <FailureCard failure />
        {lost}
        {left}
        <footer class="dialog-foot">
            <Button label=close on_click=leave />
            <Button label=tx(|t| t.common().retry) on_click=again />
            {give_back}
        </footer>
    }
    .into_any()
}
