//! What can be typed at the caret: fields, keys of metadata, and values that occur, with the number of their rows.

use std::cmp::Reverse;

use crate::check::folded;
pub use crate::counter::Counter;
use crate::field::{Field, Fields, Kind};
use crate::parse::{Placed, Query};
use crate::print::name;
use crate::problem::Span;
use crate::term::{Op, Term};

/// No more values are suggested; typing narrows them.
pub const MOST: usize = 50;

/// What occurs in the rows of a list.
pub trait Occurring {
    /// The values of a field, or of one of its keys, as they are displayed. In any order.
    fn values(&self, field: &'static Field, key: &str) -> Vec<Counted>;
    /// The keys of a field of [`Kind::Pairs`].
    fn keys(&self, field: &'static Field) -> Vec<Counted>;
}

/// A text, and how many rows have it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    pub text: String,
    pub rows: usize,
}

/// What can be typed at the caret.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Suggestions {
    /// The part of the text that a suggestion replaces. The caret goes to the end of what is inserted.
    pub replace: Span,
    /// Best first.
    pub items: Vec<Suggestion>,
}

/// One suggestion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The text to insert, with quotes if needed.
    pub insert: String,
    /// What it is, for display.
    pub what: What,
}

/// What a suggestion is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// A field, by its name. A value follows.
    Field(&'static str),
    /// A key of metadata, with its number of rows. A value follows.
    Key(Counted),
    /// A value, with its number of rows if it is known. The term is complete.
    Value { text: String, rows: Option<usize> },
}

/// What can be typed at the caret, a byte of the text.
pub fn complete(text: &str, caret: usize, fields: Fields, occurring: &dyn Occurring) -> Suggestions {
    let query = Query::parse(text);
    let at_caret = query.terms.iter().find(|placed| (placed.span.start..=placed.span.end).contains(&caret));
    let here = Span { start: caret, end: caret };
    match at_caret {
        None => Suggestions { replace: here, items: starts("", fields, occurring) },
        Some(placed) if placed.term.field.is_none() => {
            let replace = Span { start: placed.name.start, end: placed.span.end };
            // The caret may be before the name, on the `-`.
            let typed = text.get(replace.start..caret).unwrap_or_default();
            Suggestions { replace, items: starts(typed, fields, occurring) }
        }
        Some(placed) if caret < placed.body.start => {
            let typed = text.get(placed.name.start..caret).unwrap_or_default();
            let items = names(typed, fields)
                .map(|field| Suggestion { insert: field.name.to_owned(), what: What::Field(field.name) });
            Suggestions { replace: placed.name, items: items.collect() }
        }
        Some(placed) => {
            let value = placed.values.iter().position(|span| (span.start..=span.end).contains(&caret));
            let replace = value.and_then(|at| placed.values.get(at)).copied().unwrap_or(here);
            let typed = text.get(replace.start..caret).unwrap_or_default();
            Suggestions { replace, items: values(typed, placed, value, fields, occurring) }
        }
    }
}

/// How a term can begin: fields, keys, and whole terms of which the word is the value.
fn starts(typed: &str, fields: Fields, occurring: &dyn Occurring) -> Vec<Suggestion> {
    if let Some((head, typed)) = typed.split_once('.') {
        let pairs = fields.find(head).map(|found| found.field).filter(|field| field.kind == Kind::Pairs);
        return pairs.map_or_else(Vec::new, |field| keys(field, typed, occurring));
    }
    let mut items: Vec<Suggestion> = names(typed, fields).map(start).collect();
    let wanted = folded(typed);
    if !wanted.is_empty() {
        let worded = fields.0.iter().filter(|field| matches!(field.kind, Kind::Word | Kind::Flags));
        let words = worded.flat_map(|field| field.words.iter().map(move |word| (field, *word)));
        items.extend(words.filter(|(_, word)| word.starts_with(&wanted)).map(|(field, word)| Suggestion {
            insert: Term::field(field.name, Op::Contains, word).to_string(),
            what: What::Value { text: word.to_owned(), rows: None },
        }));
    }
    items
}

/// The fields whose names begin with a text, and then those whose other names do.
fn names(typed: &str, fields: Fields) -> impl Iterator<Item = &'static Field> {
    let typed = folded(typed);
    let other = typed.clone();
    let named = fields.0.iter().filter(move |field| field.name.starts_with(&typed));
    let called = fields
        .0
        .iter()
        .filter(move |field| !field.name.starts_with(&other) && field.also.iter().any(|name| name.starts_with(&other)));
    named.chain(called)
}

fn start(field: &'static Field) -> Suggestion {
    let sign = match field.kind {
        Kind::Pairs => ".",
        Kind::Age => Op::More.as_str(),
        _ => Op::Contains.as_str(),
    };
    Suggestion { insert: [field.name, sign].concat(), what: What::Field(field.name) }
}

fn keys(field: &'static Field, typed: &str, occurring: &dyn Occurring) -> Vec<Suggestion> {
    let found = matching(occurring.keys(field), typed);
    let insert = |key: &Counted| name(&[field.name, ".", &key.text].concat()) + Op::Contains.as_str();
    found.into_iter().map(|key| Suggestion { insert: insert(&key), what: What::Key(key) }).collect()
}

/// `at`: which of the term's values is being typed.
fn values(
    typed: &str,
    placed: &Placed,
    at: Option<usize>,
    fields: Fields,
    occurring: &dyn Occurring,
) -> Vec<Suggestion> {
    let name = placed.term.field.as_deref().unwrap_or_default();
    let Some(found) = fields.find(name) else { return Vec::new() };
    let others = placed.term.values.iter().enumerate().filter(|(other, _)| Some(*other) != at);
    let taken: Vec<String> = others.filter_map(|(_, value)| value.as_text().map(folded)).collect();
    let free = |text: &str| !taken.contains(&folded(text));
    let insert = |text: &str| {
        let term = Term::field(name, placed.term.op, text).to_string();
        let before = self::name(name).len() + placed.term.op.as_str().len();
        term.get(before..).unwrap_or_default().to_owned()
    };
    let occurring = matching(occurring.values(found.field, found.key), typed);
    let (typed, known) = (unquoted(typed), occurring.iter().map(|value| folded(&value.text)).collect::<Vec<_>>());
    let words = found.field.words.iter().filter(|word| found.key.is_empty() && word.starts_with(&typed));
    let words = words.filter(|word| !known.iter().any(|known| known == *word)).map(|word| (*word).to_owned());
    let all = occurring.into_iter().map(|value| (value.text, Some(value.rows))).chain(words.map(|word| (word, None)));
    let all = all.filter(|(text, _)| free(text));
    all.map(|(text, rows)| Suggestion { insert: insert(&text), what: What::Value { text, rows } }).collect()
}

/// Those that have the typed text in them: first those that begin with it, then the most frequent. [`MOST`] at most.
fn matching(all: Vec<Counted>, typed: &str) -> Vec<Counted> {
    let typed = unquoted(typed);
    let mut best: Vec<(Rank, Counted)> = Vec::new();
    for one in all {
        let text = folded(&one.text);
        if !text.contains(&typed) {
            continue;
        }
        let rank = (!text.starts_with(&typed), Reverse(one.rows), text);
        let at = best.partition_point(|(other, _)| *other <= rank);
        if at < MOST {
            best.truncate(MOST - 1);
            best.insert(at, (rank, one));
        }
    }
    best.into_iter().map(|(_, one)| one).collect()
}

type Rank = (bool, Reverse<usize>, String);

/// What is meant by the beginning of a value.
fn unquoted(typed: &str) -> String {
    folded(typed.trim_start_matches('"').trim_end_matches('"'))
}
