//! A search in the search language (docs/guide/search.md), between the box, the filter menus and the rows of a list.

use std::sync::Arc;

use ::query::complete::Suggestions;
use ::query::{Clock, Compiled, Fields, Op, Query, Term, edit};
use cloud::Timestamp;
use leptos::prelude::*;
use view::fold;

use super::field::Choice;
use super::search::Filter;
use crate::browser::clock;
use crate::locales::Text;

const MINUTE_MS: f64 = 60_000.0;

/// A search of a list.
#[derive(Clone, Copy)]
pub struct Searching {
    /// The text; tracked.
    pub text: Signal<String>,
    /// Changes the text.
    pub set: Callback<String>,
    /// Where the person is typing, a byte of the text; `None`: nowhere.
    pub caret: RwSignal<Option<usize>>,
    /// The fields of the list.
    pub fields: Fields,
    /// The search, ready to be applied. Ages and days are those of the current minute.
    pub compiled: Memo<Compiled>,
    suggest: StoredValue<Option<Suggest>>,
}

/// What can be typed at a place of a text, a byte.
type Suggest = Arc<dyn Fn(&str, usize) -> Suggestions + Send + Sync>;

/// A filter menu: it edits the terms on one field.
pub struct FieldMenu {
    /// The field.
    pub field: &'static str,
    /// How its values are compared.
    pub op: Op,
    /// "Status".
    pub label: Text,
    /// Without "all". Their values are those of the field.
    pub choices: Signal<Vec<Choice>>,
}

impl Searching {
    /// A search with this text.
    pub fn new(fields: Fields, text: Signal<String>, set: impl Fn(String) + Send + Sync + 'static) -> Self {
        let (caret, ticking) = (RwSignal::new(None), clock::ticking());
        let now = Memo::new(move |_| {
            let minute = (ticking.get() / MINUTE_MS).floor() * MINUTE_MS;
            Clock { now: Timestamp(minute as i64), offset_min: clock::offset_min() }
        });
        let compiled = Memo::new(move |_| {
            let (now, caret) = (now.get(), caret.get());
            text.with(|text| Compiled::while_typing(&Query::parse(text), fields, now, caret))
        });
        Self { text, set: Callback::new(set), caret, fields, compiled, suggest: StoredValue::new(None) }
    }

    /// Sets what suggests fields and values.
    pub fn suggest_by(self, suggest: impl Fn(&str, usize) -> Suggestions + Send + Sync + 'static) {
        self.suggest.set_value(Some(Arc::new(suggest)));
    }

    /// What can be typed at a place of a text, a byte.
    pub fn suggestions(self, text: &str, caret: usize) -> Suggestions {
        let suggest = self.suggest.get_value();
        suggest.map(|suggest| untrack(|| suggest(text, caret))).unwrap_or_default()
    }

    /// Takes what a person typed, with the caret.
    pub fn typed(self, text: String, caret: usize) {
        self.caret.set(Some(caret));
        self.set.run(text);
    }

    /// Nobody types any more: a word is whole now, and what is wrong is wrong.
    pub fn settle(self) {
        // Without a change nothing is computed again.
        if self.caret.get_untracked().is_some() {
            self.caret.set(None);
        }
    }

    /// A filter menu.
    pub fn menu(self, menu: FieldMenu) -> AnyView {
        let FieldMenu { field, op, label, choices } = menu;
        let chosen = Memo::new(move |_| self.text.with(|text| edit::chosen(&Query::parse(text), self.fields, field)));
        // Several values, or one that no row has, are an entry of their own.
        let value = Signal::derive(move || {
            let chosen = chosen.get();
            let known = choices.with(|all| match chosen.as_slice() {
                [one] => all.iter().find(|choice| fold(&choice.value) == *one).map(|choice| choice.value.clone()),
                _ => None,
            });
            known.unwrap_or_else(|| chosen.join(", "))
        });
        let all = Signal::derive(move || {
            let (mut all, value) = (choices.get(), value.get());
            if !value.is_empty() && all.iter().all(|choice| choice.value != value) {
                all.push(Choice::new(value.clone(), value));
            }
            all
        });
        let change = move |value: String| {
            let text = self.text.get_untracked();
            self.set.run(match value.is_empty() {
                true => edit::remove(&text, self.fields, field),
                false => edit::set(&text, self.fields, &Term::field(field, op, &value)),
            });
        };
        view! { <Filter label value choices=all on_change=change /> }.into_any()
    }
}
