//! Form fields: label, hint, limit, counter and error message, connected for screen readers.

use super::icon::{Icon, icon};
use super::live::{fresh_id, live, live_view};
use crate::locales::{Text, Words, filled, tx};
use crate::reactive::{Value, effect};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The parts around an input.
#[derive(Clone, Default)]
pub struct Around {
    id: String,
    label: Text,
    hint: Text,
    limit: Text,
    counter: Option<Signal<(usize, usize)>>,
    error: Signal<Option<Text>>,
    optional: bool,
}

impl Around {
    fn describedby(&self) -> Arc<dyn Fn() -> String + Send + Sync> {
        let (hint, error, state) = (part(&self.id, "-hint"), part(&self.id, "-error"), self.error);
        live(move || {
            let mut ids = hint.clone();
            if state.with(Option::is_some) {
                ids.push(' ');
                ids.push_str(&error);
            }
            ids
        })
    }

    fn invalid(&self) -> Arc<dyn Fn() -> Option<&'static str> + Send + Sync> {
        let error = self.error;
        live(move || error.with(Option::is_some).then_some("true"))
    }

    /// Renders label, input, hint and error.
    fn draw(self, input: AnyView) -> AnyView {
        let optional =
            self.optional.then(|| view! { <span class="field-optional">{tx(|t| t.common().optional)}</span> });
        let (error, error_id) = (self.error, part(&self.id, "-error"));
        view! {
            <div class=live(move || if error.with(Option::is_some) { "field bad" } else { "field" })>
                <div class="field-head">
                    <label for=self.id.clone()>{self.label}</label>
                    {optional}
                    <span class="field-limit">{self.limit}{self.counter.map(counter)}</span>
                </div>
                {input}
                <p class="field-hint" id=part(&self.id, "-hint")>{self.hint}</p>
                {error_line(error, error_id)}
            </div>
        }
        .into_any()
    }
}

fn part(id: &str, suffix: &str) -> String {
    let mut whole = String::from(id);
    whole.push_str(suffix);
    whole
}

fn counter(count: Signal<(usize, usize)>) -> AnyView {
    let words = Text::live(move || {
        let (is, max) = count.get();
        let which: Words = if is > max { |t| t.common().too_long } else { |t| t.common().count_of };
        filled(which, [("is", is.into()), ("max", max.into())])
    });
    let over = move || if count.with(|(is, max)| is > max) { "counter over" } else { "counter" };
    view! { <span class=live(over)>{words}</span> }.into_any()
}

/// The error message, which is announced when it appears.
pub(super) fn error_line(error: Signal<Option<Text>>, id: String) -> AnyView {
    live_view(move || match error.get() {
        Some(words) => {
            view! { <p class="field-error" id=id.clone() role="alert">{icon(Icon::Alert)}<span>{words}</span></p> }
                .into_any()
        }
        None => ().into_any(),
    })
    .into_any()
}

/// A text input. `kind` is the input's type: `text`, `password`, `url`. Numbers use `text` with `numeric`, because a
/// number input discards invalid input.
#[component]
pub fn TextField(
    #[prop(into)] label: Text,
    #[prop(into)] value: Value<String>,
    #[prop(into, optional)] hint: Text,
    /// "10 to 1000 GB", shown at the end of the label.
    #[prop(into, optional)]
    limit: Text,
    /// Current and maximum count, e.g. of characters.
    #[prop(into, optional)]
    counter: Option<Signal<(usize, usize)>>,
    #[prop(into, optional)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    #[prop(default = "text")] kind: &'static str,
    /// For password managers: `username`, `current-password`, `off`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    #[prop(optional)] numeric: bool,
    #[prop(optional)] mono: bool,
    #[prop(optional)] autofocus: bool,
    #[prop(into, optional)] placeholder: Text,
    /// Shown after the input, e.g. `GB`.
    #[prop(into, optional)]
    unit: Text,
    #[prop(into, optional)] disabled: Signal<bool>,
    /// Called when the field loses the focus: errors are usually shown from then on.
    #[prop(into, optional)]
    on_leave: Option<Callback<()>>,
) -> AnyView {
    let around = Around { id: fresh_id("field"), label, hint, limit, counter, error, optional };
    let node = NodeRef::<html::Input>::new();
    if autofocus {
        focus_when_drawn(node);
    }
    let input = view! {
        <div class="field-box">
            <input node_ref=node id=around.id.clone() type=kind class=if mono { "input mono" } else { "input" }
                autocomplete=autocomplete inputmode=numeric.then_some("numeric") placeholder=placeholder spellcheck="false"
                autocapitalize="off"
                prop:value=live(move || value.get())
                disabled=move || disabled.get()
                aria-required=(!optional).then_some("true")
                aria-invalid=around.invalid()
                aria-describedby=around.describedby()
                on:input:target=move |event| value.set(event.target().value())
                on:blur=move |_| if let Some(on_leave) = on_leave { on_leave.run(()) }
            />
            <span class="field-unit">{unit}</span>
        </div>
    };
    around.draw(input.into_any())
}

fn focus_when_drawn(node: NodeRef<html::Input>) {
    effect(move || {
        if let Some(input) = node.get() {
            request_animation_frame(move || drop(input.focus()));
        }
    });
}

/// A multi-line text input.
#[component]
pub fn TextAreaField(
    #[prop(into)] label: Text,
    #[prop(into)] value: Value<String>,
    #[prop(into, optional)] hint: Text,
    #[prop(into, optional)] limit: Text,
    #[prop(into, optional)] counter: Option<Signal<(usize, usize)>>,
    #[prop(into, optional)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    #[prop(default = 5)] rows: u32,
    #[prop(into, optional)] on_leave: Option<Callback<()>>,
) -> AnyView {
    let around = Around { id: fresh_id("field"), label, hint, limit, counter, error, optional };
    let input = view! {
        <textarea id=around.id.clone() class="input mono" rows=rows spellcheck="false" autocomplete="off"
            prop:value=live(move || value.get())
            aria-required=(!optional).then_some("true")
            aria-invalid=around.invalid()
            aria-describedby=around.describedby()
            on:input:target=move |event| value.set(event.target().value())
            on:blur=move |_| if let Some(on_leave) = on_leave { on_leave.run(()) }
        ></textarea>
    };
    around.draw(input.into_any())
}

/// A choice.
#[derive(Clone)]
pub struct Choice {
    /// The value to store.
    pub value: String,
    pub label: Text,
    /// Additional text.
    pub note: Text,
    /// Why it cannot be chosen.
    pub excluded: Option<Text>,
}

impl Choice {
    /// A choice with only a label.
    pub fn new(value: impl Into<String>, label: impl Into<Text>) -> Self {
        Self { value: value.into(), label: label.into(), note: Text::default(), excluded: None }
    }

    /// Adds a note.
    pub fn note(self, note: impl Into<Text>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// Sets why it cannot be chosen.
    pub fn excluded(self, why: Option<Text>) -> Self {
        Self { excluded: why, ..self }
    }
}

/// A native select, for up to a few dozen choices; use `Picker` for more.
#[component]
pub fn SelectField(
    #[prop(into)] label: Text,
    #[prop(into)] value: Value<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into, optional)] hint: Text,
    #[prop(into, optional)] error: Signal<Option<Text>>,
    #[prop(optional)] optional: bool,
    #[prop(into, optional)] disabled: Signal<bool>,
    #[prop(into, optional)] on_change: Option<Callback<()>>,
) -> AnyView {
    let around = Around { id: fresh_id("field"), label, hint, error, optional, ..Around::default() };
    let input = view! {
        <div class="select">
            <select id=around.id.clone() class="input" disabled=move || disabled.get()
                aria-invalid=around.invalid()
                aria-describedby=around.describedby()
                prop:value=live(move || { choices.track(); value.get() })
                on:change:target=move |event| {
                    value.set(event.target().value());
                    if let Some(on_change) = on_change { on_change.run(()) }
                }
            >{options(choices, value)}</select>
            {icon(Icon::Down)}
        </div>
    };
    around.draw(input.into_any())
}

/// The options of a select. `selected` is set in addition to the value, because the options may be added after it.
pub(super) fn options(choices: Signal<Vec<Choice>>, value: Value<String>) -> AnyView {
    live_view(move || choices.get().into_iter().map(|choice| option(choice, value)).collect::<Vec<_>>().into_any())
        .into_any()
}

fn option(choice: Choice, value: Value<String>) -> AnyView {
    let (own, excluded) = (choice.value.clone(), choice.excluded.is_some());
    let words = match choice.excluded {
        Some(why) => Text::live(move || {
            let mut words = choice.label.get().into_owned();
            words.push_str(" – ");
            words.push_str(&why.get());
            words.into()
        }),
        None => choice.label,
    };
    view! { <option value=choice.value disabled=excluded prop:selected=live(move || value.with(|value| *value == own))>{words}</option> }
        .into_any()
}

/// A checkbox with a label.
#[component]
pub fn CheckField(
    #[prop(into)] label: Text,
    #[prop(into)] value: Value<bool>,
    #[prop(into, optional)] hint: Text,
    #[prop(into, optional)] error: Signal<Option<Text>>,
) -> AnyView {
    let around = Around { id: fresh_id("field"), error, ..Around::default() };
    let (hint_id, error_id) = (part(&around.id, "-hint"), part(&around.id, "-error"));
    view! {
        <div class="field check">
            <input type="checkbox" id=around.id.clone() prop:checked=live(move || value.get())
                aria-invalid=around.invalid()
                aria-describedby=around.describedby()
                on:change:target=move |event| value.set(event.target().checked()) />
            <label for=around.id.clone()>{label}</label>
            <p class="field-hint" id=hint_id>{hint}</p>
            {error_line(error, error_id)}
        </div>
    }
    .into_any()
}

/// A few choices as cards.
#[component]
pub fn RadioCards(
    #[prop(into)] label: Text,
    #[prop(into)] value: Value<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into, optional)] hint: Text,
    #[prop(into, optional)] error: Signal<Option<Text>>,
) -> AnyView {
    let name = fresh_id("radio");
    let (hint_id, error_id) = (part(&name, "-hint"), part(&name, "-error"));
    let described = hint_id.clone();
    let invalid = live(move || error.with(Option::is_some).then_some("true"));
    let cards = live_view(move || {
        let cards = choices.get().into_iter().map(|choice| card(choice, name.clone(), value));
        cards.collect::<Vec<_>>().into_any()
    });
    view! {
        <fieldset class="field" role="radiogroup" aria-describedby=described aria-invalid=invalid tabindex="-1">
            <legend>{label}</legend>
            <div class="cards">{cards}</div>
            <p class="field-hint" id=hint_id>{hint}</p>
            {error_line(error, error_id)}
        </fieldset>
    }
    .into_any()
}

fn card(choice: Choice, name: String, value: Value<String>) -> AnyView {
    let (own, chosen) = (choice.value.clone(), choice.value.clone());
    let excluded = choice.excluded.is_some();
    let note = choice.excluded.unwrap_or(choice.note);
    view! {
        <label class=if excluded { "card excluded" } else { "card" }>
            <input type="radio" name=name disabled=excluded value=choice.value
                prop:checked=live(move || value.with(|value| *value == own))
                on:change=move |_| value.set(chosen.clone()) />
            <span class="card-label">{choice.label}</span>
            <span class="card-note">{note}</span>
        </label>
    }
    .into_any()
}
