//! Parses the text of the search box. Any text is a query.

use crate::lex::{Kind, Letter, lex};
use crate::problem::{Problem, Reason, Span};
use crate::term::{Op, Pattern, Term};

/// A parsed text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// Its terms in order.
    pub terms: Vec<Placed>,
    /// What cannot be a term. [`crate::Compiled`] adds what makes no sense for a list.
    pub problems: Vec<Problem>,
}

/// A term with its place in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    pub term: Term,
    /// The whole term.
    pub span: Span,
    /// The name of its field; empty for words.
    pub name: Span,
    /// Everything after the sign of comparison: where values are typed.
    pub body: Span,
    /// One for each value of the term.
    pub values: Vec<Span>,
}

const SIGNS: [char; 4] = [':', '=', '<', '>'];

impl Query {
    /// Parses a text.
    pub fn parse(text: &str) -> Self {
        let (raw, open) = lex(text);
        let (mut terms, mut problems) = (Vec::new(), Vec::new());
        for letters in &raw {
            let placed = term(letters);
            if placed.term.values.is_empty() {
                // After a field it is kept, because the person is about to type a value.
                problems.push(Problem { span: placed.span, reason: Reason::NoValue });
            }
            if placed.term.field.is_some() || !placed.term.values.is_empty() {
                terms.push(placed);
            }
        }
        // It is in the last term.
        problems.extend(open);
        Self { terms, problems }
    }

    /// A query of these terms.
    pub fn of(terms: &[Term]) -> Self {
        Self::parse(&terms.iter().map(Term::to_string).collect::<Vec<_>>().join(" "))
    }
}

fn term(letters: &[Letter]) -> Placed {
    let span = around(letters);
    let (negated, rest) = match letters.split_first() {
        Some((first, rest)) if first.is_any(&['-']) => (true, rest),
        _ => (false, letters),
    };
    let Some((name, field, op, values)) = field(rest) else {
        let (values, places) = values(rest);
        let start = rest.first().map_or(span.end, |first| first.span.start);
        let name = Span { start, end: start };
        let term = Term { negated, field: None, op: Op::Contains, values };
        return Placed { term, span, name, body: Span { start, end: span.end }, values: places };
    };
    let start = values.first().map_or(span.end, |first| first.span.start);
    let (values, places) = self::values(values);
    let term = Term { negated, field: Some(field), op, values };
    Placed { term, span, name, body: Span { start, end: span.end }, values: places }
}

/// The field before the first sign of comparison, the sign, and what follows; `None`: it is a word.
fn field(letters: &[Letter]) -> Option<(Span, String, Op, &[Letter])> {
    let at = letters.iter().position(|letter| letter.is_any(&SIGNS))?;
    let (name, rest) = letters.split_at(at);
    let plain = name.iter().all(|letter| !letter.is_any(&[',', '*']));
    let text = text(name);
    if !plain || !is_name(&text) || is_address(letters) {
        return None;
    }
    let (op, values) = op(rest);
    let (head, key) = text.split_once('.').map_or((text.as_str(), None), |(head, key)| (head, Some(key)));
    let mut field = head.to_ascii_lowercase();
    if let Some(key) = key {
        field.push('.');
        field.push_str(key);
    }
    Some((around(name), field, op, values))
}

/// Whether it can be the name of a field: an identifier, and after a dot any key. `10:20` and `서버:1` are words.
fn is_name(text: &str) -> bool {
    let head = text.split('.').next().unwrap_or_default();
    head.starts_with(|first: char| first.is_ascii_alphabetic())
        && head.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Whether it is an IPv6 or MAC address, or a piece of one: `fd00::1`, `fa:16:3e:*`.
fn is_address(letters: &[Letter]) -> bool {
    let fits = |one: &Letter| {
        one.kind == Kind::Plain && (one.letter.is_ascii_hexdigit() || matches!(one.letter, ':' | '.' | '/' | '*'))
    };
    letters.iter().all(fits) && letters.iter().filter(|letter| letter.letter == ':').count() >= 2
}

/// The sign at the beginning, and what follows. `:>` is the same as `>`.
fn op(letters: &[Letter]) -> (Op, &[Letter]) {
    let eat = |letters: &'_ [Letter], sign: char| letters.first().is_some_and(|first| first.is_any(&[sign]));
    let mut rest = letters;
    let mut step = |sign| {
        let found = eat(rest, sign);
        if found {
            rest = rest.get(1..).unwrap_or_default();
        }
        found
    };
    let colon = step(':');
    let op = if step('>') {
        if step('=') { Op::AtLeast } else { Op::More }
    } else if step('<') {
        if step('=') { Op::AtMost } else { Op::Less }
    } else if step('=') || !colon {
        Op::Equals
    } else {
        Op::Contains
    };
    (op, rest)
}

/// The values between commas; empty ones are left out.
fn values(letters: &[Letter]) -> (Vec<Pattern>, Vec<Span>) {
    let written = letters.split(|letter| letter.is_any(&[','])).filter(|value| !value.is_empty());
    written.map(|value| (pattern(value), around(value))).unzip()
}

fn pattern(letters: &[Letter]) -> Pattern {
    let pieces: Vec<String> = letters.split(|letter| letter.is_any(&['*'])).map(text).collect();
    let last = pieces.len().saturating_sub(1);
    // `a**b` is `a*b`.
    let pieces = pieces.into_iter().enumerate().filter(|(at, piece)| *at == 0 || *at == last || !piece.is_empty());
    Pattern(pieces.map(|(_, piece)| piece).collect())
}

fn text(letters: &[Letter]) -> String {
    letters.iter().filter(|letter| letter.kind != Kind::Mark).map(|letter| letter.letter).collect()
}

fn around(letters: &[Letter]) -> Span {
    let start = letters.first().map_or(0, |first| first.span.start);
    Span { start, end: letters.last().map_or(start, |last| last.span.end) }
}
