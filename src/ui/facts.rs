//! Names and values, collapsible JSON, and the steps of long operations.

use super::copy::{CopyButton, Copyable};
use super::icon::{Icon, icon};
use super::live::{live, live_view};
use crate::locales::{Text, tx};
use leptos::prelude::*;

/// A name and its value.
pub struct Fact {
    name: Text,
    value: AnyView,
}

impl Fact {
    /// With any view.
    pub fn new(name: impl Into<Text>, value: impl IntoView + 'static) -> Self {
        Self { name: name.into(), value: value.into_any() }
    }

    /// With a text; a dash if empty.
    pub fn text(name: impl Into<Text>, value: impl Into<Text>) -> Self {
        let value = value.into();
        let said = Text::live(move || if value.is_empty() { "–".into() } else { value.clone() });
        Self { name: name.into(), value: view! { <span>{said}</span> }.into_any() }
    }

    /// With an id or address: monospaced, with a copy button.
    pub fn id(name: impl Into<Text>, value: impl Into<Text>) -> Self {
        let name = name.into();
        let value = view! { <Copyable text=value.into() what=name.clone() /> }.into_any();
        Self { name, value }
    }
}

/// A list of facts in as many columns as fit.
#[component]
pub fn Facts(facts: Vec<Fact>) -> AnyView {
    let pairs = facts
        .into_iter()
        .map(|fact| view! { <div class="fact"><dt>{fact.name}</dt><dd>{fact.value}</dd></div> }.into_any());
    view! { <dl class="facts wide">{pairs.collect::<Vec<_>>()}</dl> }.into_any()
}

/// Collapsible JSON or text with a copy button. Rendered when opened, because it may be large.
#[component]
pub fn JsonFold(#[prop(into)] title: Text, #[prop(into)] json: Signal<String>) -> AnyView {
    let open = RwSignal::new(false);
    let what = title.clone();
    view! {
        <details class="fold json" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{icon(Icon::Right)}{title}</summary>
            {live_view(move || match open.get() {
                true => view! {
                    <div class="json-box">
                        <CopyButton text=json what=what.clone() />
                        <pre class="raw" tabindex="0">{live(move || json.get())}</pre>
                    </div>
                }.into_any(),
                false => ().into_any(),
            })}
        </details>
    }
    .into_any()
}

/// The state of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepState {
    Done,
    Now,
    Next,
    Failed,
}

/// A step of a long operation.
#[derive(Clone)]
pub struct Step {
    pub words: Text,
    /// Additional text, such as its duration.
    pub note: Text,
    pub state: StepState,
}

/// The steps of a long operation, with the current one marked.
#[component]
pub fn Steps(#[prop(into)] steps: Signal<Vec<Step>>) -> AnyView {
    view! { <ol class="steps">{live_view(move || steps.get().into_iter().map(step).collect::<Vec<_>>().into_any())}</ol> }
        .into_any()
}

fn step(step: Step) -> AnyView {
    let (class, mark, said) = match step.state {
        StepState::Done => ("step done", Icon::Ok, tx(|t| t.common().step_done)),
        StepState::Now => ("step now", Icon::Busy, tx(|t| t.common().step_now)),
        StepState::Next => ("step next", Icon::Ring, tx(|t| t.common().step_next)),
        StepState::Failed => ("step failed", Icon::Bad, tx(|t| t.common().step_failed)),
    };
    let current = (step.state == StepState::Now).then_some("step");
    view! {
        <li class=class aria-current=current>
            {icon(mark)}
            <span class="step-words">{step.words}</span>
            <span class="sr-only">{said}</span>
            <span class="step-note">{step.note}</span>
        </li>
    }
    .into_any()
}
