//! The console (row N09): its log, loaded when it is opened, and a link to the screen.

use ::view::console_log::plain;
use cloud::rules::lifecycle::Action;
use cloud::rules::offers::{Feature, Offer, told_by};
use cloud::{Failure, FailureKind, ServerId};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::data;
use crate::locales::{Advice, Text, Texts, filled, tx};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::words::Row;
use crate::reactive::effect;
use crate::ui::{Button, Choice, CopyButton, FailureCard, Icon, Section, SelectField, icon, live_view};

/// The state of a request.
#[derive(Clone)]
enum Asked<T> {
    Not,
    Asking,
    Here(T),
    NotOffered,
    Failed(Failure),
}

/// The section; empty if the cloud has neither log nor screen.
pub fn console(row: Row, actions: Actions) -> AnyView {
    let has = |feature| data::offered(feature).get_untracked();
    let (log_there, screen_there) = (has(Feature::ConsoleLog), has(Feature::Console));
    let Some(id) = row.with_untracked(|server| server.as_ref().map(|server| server.id.clone())) else {
        return ().into_any();
    };
    if !log_there && !screen_there {
        return ().into_any();
    }
    let log = log_there.then(|| log(id.clone(), actions.why(row, Action::ConsoleLog)));
    let screen = screen_there.then(|| screen(id, actions.why(row, Action::Console)));
    view! { <Section title=tx(|t| t.ways_in().console) words=tx(|t| t.ways_in().console_text)>{log}{screen}</Section> }
        .into_any()
}

fn asked<T>(answer: Result<T, Failure>) -> Asked<T> {
    match answer {
        Ok(value) => Asked::Here(value),
        Err(failure) if told_by(&failure) == Some(Offer::No) => Asked::NotOffered,
        Err(failure) => Asked::Failed(failure),
    }
}

fn log(id: ServerId, refused: Signal<Option<Text>>) -> AnyView {
    let (lines, text) = (RwSignal::new(String::from("50")), RwSignal::new(Asked::<String>::Not));
    let id = StoredValue::new(id);
    let ask = move || {
        // The old text stays visible until the new one arrives.
        if !untrack(|| text.with(|text| matches!(text, Asked::Here(_)))) {
            text.set(Asked::Asking);
        }
        let lines = lines.get_untracked().parse().ok();
        spawn_local(async move {
            let answer = data::console_log(&id.get_value(), lines).await;
            let _ = text.try_set(asked(answer.map(|log| plain(&log))));
        });
    };
    let opened = RwSignal::new(false);
    // Loads the log once the section is open and the instance has a console.
    effect(move || {
        if opened.get() && refused.with(Option::is_none) && untrack(|| text.with(|text| matches!(text, Asked::Not))) {
            ask();
        }
    });
    view! {
        <details class="fold" on:toggle=move |_| opened.set(true)>
            <summary>{icon(Icon::Right)}{tx(|t| t.ways_in().log)}</summary>
            {live_view(move || match text.get() {
                Asked::Not => live_view(move || refused.get().map_or_else(|| ().into_any(), impossible)).into_any(),
                Asked::Asking => view! { <p class="dim" role="status">{tx(|t| t.common().loading)}</p> }.into_any(),
                Asked::NotOffered => view! { <p class="dim">{tx(|t| t.ways_in().log_not_offered)}</p> }.into_any(),
                Asked::Failed(failure) => failed(failure, ask),
                Asked::Here(text) => view! { {controls(lines, text.clone(), refused, ask)}{lines_of(text)} }.into_any(),
            })}
        </details>
    }
    .into_any()
}

fn impossible(why: Text) -> AnyView {
    view! { <p class="dim" role="status">{why}</p> }.into_any()
}

fn controls(
    lines: RwSignal<String>,
    text: String,
    refused: Signal<Option<Text>>,
    ask: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let change = move |()| {
        if refused.with_untracked(Option::is_none) {
            ask();
        }
    };
    let last = |n: usize| Choice::new(n.to_string(), filled(|t| t.ways_in().log_last, [("n", n.into())]));
    let choices = vec![last(50), last(200), Choice::new("", tx(|t| t.ways_in().log_all))];
    view! {
        <div class="console-bar">
            <SelectField label=tx(|t| t.ways_in().log_lines) value=lines choices=Signal::stored(choices) on_change=change />
            <Button label=tx(|t| t.common().refresh) icon_before=Icon::Refresh refused on_click=ask />
            <CopyButton text=text what=tx(|t| t.ways_in().log) />
        </div>
    }
    .into_any()
}

fn lines_of(text: String) -> AnyView {
    if text.trim().is_empty() {
        return view! { <p class="dim">{tx(|t| t.ways_in().log_empty)}</p> }.into_any();
    }
    view! {
        <div class="raw console-log" tabindex="0" role="group" aria-label=tx(|t| t.ways_in().log)><pre>{text}</pre></div>
    }
    .into_any()
}

/// The message for an instance that was never started, for which the API answers 409.
fn failed(failure: Failure, retry: impl Fn() + Send + Sync + 'static) -> AnyView {
    let none: fn(Texts) -> &'static Advice = |t| &t.ways_in().conflict;
    let instead = (failure.kind == FailureKind::Conflict).then_some(none);
    view! { <FailureCard failure on_retry=move || retry() instead /> }.into_any()
}

fn screen(id: ServerId, refused: Signal<Option<Text>>) -> AnyView {
    let link = RwSignal::new(Asked::<String>::Not);
    let id = StoredValue::new(id);
    let ask = move || {
        link.set(Asked::Asking);
        spawn_local(async move {
            let answer = data::console_link(&id.get_value()).await.map(|link| link.0);
            let _ = link.try_set(asked(answer));
        });
    };
    let busy = Signal::derive(move || link.with(|link| matches!(link, Asked::Asking)));
    let button = move || {
        view! { <p><Button label=tx(|t| t.ways_in().screen_ask) icon_before=Icon::Screen busy refused on_click=ask /></p> }
            .into_any()
    };
    live_view(move || match link.get() {
        Asked::Not | Asked::Asking => button(),
        Asked::NotOffered => view! { <p class="dim" role="status">{tx(|t| t.ways_in().screen_not_offered)}</p> }.into_any(),
        Asked::Failed(failure) => failed(failure, ask),
        Asked::Here(url) => view! {
            <p role="status">
                <a class="button" href=url target="_blank" rel="noopener noreferrer">{tx(|t| t.ways_in().screen_open)}</a>
                " "<span class="dim">{tx(|t| t.ways_in().screen_text)}</span>
            </p>
            {button()}
        }
        .into_any(),
    })
    .into_any()
}
