//! What helps with the search language: suggestions, and what is wrong with a search, at its place.

use std::time::Duration;

use ::query::complete::{Suggestion, Suggestions, What};
use ::query::{Kind, Problem, Reason};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use super::live::{live, live_view};
use super::query_box::{Aids, Wanted};
use crate::browser::keyboard::{Key, key};
use crate::browser::{caret, dom, focus};
use crate::locales::{Text, Words, counted, filled, number, tx};
use crate::reactive::effect;

/// Suggestions are looked for when typing pauses: the values of 10,000 rows are counted for them.
const PAUSE: Duration = Duration::from_millis(60);

/// So many problems are said; the others are only marked.
const SAID: usize = 3;

/// Draws the suggestions and the problems.
pub fn aids(aids: Aids) -> AnyView {
    follow(aids);
    view! {
        {marks(aids)}
        {live_view(move || if aids.offers() { list(aids) } else { ().into_any() })}
        <p class="sr-only" role="status">{Text::live(move || how_many(aids))}</p>
        <div class="search-problems" role="status" id=aids.id() + "-problems">{live_view(move || problems(aids))}</div>
    }
    .into_any()
}

/// Handles a key; false if it is not for the suggestions.
pub fn key_pressed(aids: Aids, event: &dom::KeyboardEvent) -> bool {
    if event.alt_key() && event.key() == "ArrowDown" {
        aids.ask();
        return true;
    }
    let count = aids.offered.with_untracked(|(_, offered)| offered.items.len());
    if count == 0 {
        return false;
    }
    let at = aids.at.get_untracked();
    let to = |at: usize| {
        aids.at.set(Some(at));
        focus::scroll_to(&aids.option(at));
    };
    match (key(event), at) {
        (Key::Down, at) => to(at.map_or(0, |at| (at + 1) % count)),
        (Key::Up, at) => to(at.filter(|at| *at > 0).unwrap_or(count) - 1),
        (Key::Escape, _) => aids.close(),
        (Key::Enter, Some(at)) => accept(aids, at),
        (Key::Other, Some(at)) if event.key() == "Tab" && !event.shift_key() => accept(aids, at),
        _ => return false,
    }
    true
}

/// Looks for suggestions when the text or the caret changes.
fn follow(aids: Aids) {
    let waiting: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    effect(move || {
        let (wanted, caret, text) = (aids.wanted.get(), aids.searching.caret.get(), aids.searching.text.get());
        stop();
        aids.at.set(None);
        let Some(caret) = caret.filter(|_| wanted != Wanted::Not) else {
            if aids.offered.with_untracked(|(_, offered)| !offered.items.is_empty()) {
                aids.offered.set(Default::default());
            }
            return;
        };
        let look = move || aids.offered.set((text.clone(), suggestions(aids, &text, caret, wanted)));
        waiting.set_value(set_timeout_with_handle(look, PAUSE).ok());
    });
    on_cleanup(stop);
}

fn suggestions(aids: Aids, text: &str, caret: usize, wanted: Wanted) -> Suggestions {
    let mut found = aids.searching.suggestions(text, caret);
    let typed = found.replace.of(text);
    // Where nothing is typed yet, all fields fit.
    let nothing = typed.is_empty() && found.items.iter().any(|item| matches!(item.what, What::Field(_)));
    if nothing && wanted == Wanted::Typed {
        return Suggestions::default();
    }
    found.items.retain(|item| item.insert != typed);
    found
}

/// Puts a suggestion in its place.
fn accept(aids: Aids, at: usize) {
    let (of, mut offered) = aids.offered.get_untracked();
    let text = aids.searching.text.get_untracked();
    let (Some(item), Some(field)) = (offered.items.get(at).cloned(), aids.field.get_untracked()) else { return };
    // The person has typed on: its place is another now.
    if of != text {
        offered = aids.searching.suggestions(&text, caret::of(&field));
        if !offered.items.contains(&item) {
            return;
        }
    }
    let (before, after) = (text.get(..offered.replace.start), text.get(offered.replace.end..));
    let before = [before.unwrap_or_default(), item.insert.as_str()].concat();
    let whole = [before.as_str(), after.unwrap_or_default()].concat();
    caret::put(&field, &whole, before.len());
    // A value follows a field.
    aids.wanted.set(if matches!(item.what, What::Value { .. }) { Wanted::Not } else { Wanted::Typed });
    aids.searching.typed(whole, before.len());
}

fn how_many(aids: Aids) -> Text {
    match aids.offered.with(|(_, offered)| offered.items.len()) {
        0 => Text::default(),
        all => counted(|t| &t.query().suggestions, all),
    }
}

fn list(aids: Aids) -> AnyView {
    let items: Vec<_> = aids
        .offered
        .with(|(_, offered)| offered.items.iter().enumerate().map(|(at, item)| option(aids, at, item)).collect());
    view! {
        <div class="suggestions" role="listbox" id=aids.id() aria-label=live(move || tx(|t| t.query().title).get())
            on:pointerdown=|event| event.prevent_default()
        >
            {items}
        </div>
    }
    .into_any()
}

fn option(aids: Aids, at: usize, item: &Suggestion) -> AnyView {
    let chosen = move || aids.at.get() == Some(at);
    let (name, note) = match &item.what {
        What::Field(_) => (item.insert.clone(), example(aids, &item.insert)),
        What::Key(key) => (item.insert.clone(), rows(key.rows)),
        // A whole term, where a word is the value of a field.
        What::Value { rows: None, .. } => (item.insert.clone(), Text::default()),
        What::Value { text, rows: Some(count) } => (text.clone(), rows(*count)),
    };
    view! {
        <div class="suggestion" role="option" id=aids.option(at)
            aria-selected=live(move || if chosen() { "true" } else { "false" })
            on:click=move |_| accept(aids, at)
        >
            <span dir="auto">{name}</span>
            <span class="dim">{note}</span>
        </div>
    }
    .into_any()
}

/// The number of rows that have a value.
fn rows(count: usize) -> Text {
    // A number of rows fits into the type.
    Text::live(move || number(count as f64).into())
}

/// What can follow a field: an example that needs no words.
fn example(aids: Aids, insert: &str) -> Text {
    let name = insert.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
    let field = aids.searching.fields.find(name).map(|found| found.field);
    let example = field.map_or("", |field| match field.kind {
        Kind::Age => "90d",
        Kind::Time => "today",
        Kind::Bytes { .. } => ">=8g",
        Kind::Number => ">=4",
        Kind::Address => "10.0.0.0/24",
        Kind::Pairs => "key:value",
        Kind::Text | Kind::Word | Kind::Flags => field.words.first().copied().unwrap_or_default(),
    });
    Text::from(example)
}

/// The text once more over the box, unseen, with a line under what is wrong.
fn marks(aids: Aids) -> AnyView {
    live_view(move || {
        let problems = aids.searching.compiled.with(|query| query.problems().to_vec());
        if problems.is_empty() {
            return ().into_any();
        }
        let text = aids.searching.text.get();
        let (mut parts, mut done) = (Vec::new(), 0);
        for Problem { span, .. } in problems {
            let from = span.start.max(done);
            parts.push(view! { <span>{text.get(done..from).unwrap_or_default().to_owned()}</span> }.into_any());
            parts.push(view! { <mark>{text.get(from..span.end).unwrap_or_default().to_owned()}</mark> }.into_any());
            done = span.end.max(done);
        }
        let shift = live(move || ["translateX(-", &aids.scrolled.get().to_string(), "px)"].concat());
        view! { <div class="search-marks" aria-hidden="true"><div style:transform=shift>{parts}</div></div> }.into_any()
    })
    .into_any()
}

fn problems(aids: Aids) -> AnyView {
    let text = aids.searching.text.get();
    let said = aids.searching.compiled.with(|query| {
        let said = query.problems().iter().take(SAID).map(|problem| sentence(problem, &text));
        said.map(|words| view! { <p>{icon(Icon::Alert)}<span>{words}</span></p> }).collect::<Vec<_>>()
    });
    said.into_any()
}

fn sentence(problem: &Problem, text: &str) -> Text {
    let words: Words = match problem.reason {
        Reason::UnclosedQuote => |t| t.query().unclosed_quote,
        Reason::NoValue => |t| t.query().no_value,
        Reason::UnknownField => |t| t.query().unknown_field,
        Reason::KeyNotAllowed => |t| t.query().key_not_allowed,
        Reason::UnknownWord => |t| t.query().unknown_word,
        Reason::NotComparable => |t| t.query().not_comparable,
        Reason::NotANumber => |t| t.query().not_a_number,
        Reason::NotASize => |t| t.query().not_a_size,
        Reason::NotADuration => |t| t.query().not_a_duration,
        Reason::NotATime => |t| t.query().not_a_time,
        Reason::NotARange => |t| t.query().not_a_range,
    };
    filled(words, [("part", problem.span.of(text).to_owned().into())])
}
