//! A query checked against the fields of a list, ready to be applied to its rows.

use cloud::Timestamp;

use crate::check::{Check, folded};
use crate::field::{Fields, Kind};
use crate::parse::{Placed, Query};
use crate::problem::{Problem, Reason, Span};
use crate::row::{Row, Value};

/// What time it is, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Clock {
    /// The current time, by the cloud's clock.
    pub now: Timestamp,
    /// How many minutes the person's time zone is ahead of UTC: 540 in Korea.
    pub offset_min: i32,
}

impl Clock {
    pub(crate) fn offset_ms(self) -> i64 {
        i64::from(self.offset_min) * 60_000
    }
}

/// A query that is ready to be applied. Nothing is allocated for a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Compiled {
    tests: Vec<Test>,
    problems: Vec<Problem>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Test {
    negated: bool,
    on: On,
    /// The alternatives.
    checks: Vec<Check>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum On {
    /// All texts.
    Words,
    Field(u8),
    /// The value of a key.
    Key(u8, String),
}

impl Compiled {
    /// Checks a query. Terms and values that make no sense are left out and become problems.
    pub fn new(query: &Query, fields: Fields, clock: Clock) -> Self {
        Self::while_typing(query, fields, clock, None)
    }

    /// The same while a person types at `caret`, a byte of the text. What is wrong there is not reported yet, and of
    /// [`Kind::Flags`] the beginning is enough: `is:prot` shows what `is:protected` will.
    pub fn while_typing(query: &Query, fields: Fields, clock: Clock, caret: Option<usize>) -> Self {
        let mut compiled = Self { tests: Vec::new(), problems: query.problems.clone() };
        for placed in &query.terms {
            match on(placed, fields) {
                Ok(on) => compiled.add(placed, on, fields, clock, caret),
                Err(reason) => {
                    // That it has no value either does not matter.
                    compiled.problems.retain(|known| known.span != placed.span);
                    compiled.report(Problem { span: placed.name, reason });
                }
            }
        }
        compiled.problems.retain(|problem| !caret.is_some_and(|caret| touches(problem.span, caret)));
        compiled
    }

    fn add(&mut self, placed: &Placed, on: On, fields: Fields, clock: Clock, caret: Option<usize>) {
        let field = placed.term.field.as_deref().and_then(|name| fields.find(name)).map(|found| found.field);
        let mut checks = Vec::new();
        for (value, span) in placed.term.values.iter().zip(&placed.values) {
            let check = match field {
                None => Ok(Check::word(value)),
                Some(field) if caret.is_some_and(|caret| touches(*span, caret)) => {
                    Check::beginning(field, placed.term.op, value, clock)
                }
                Some(field) => Check::new(field, placed.term.op, value, clock),
            };
            match check {
                // `""` is in every text.
                Ok(check) if check == Check::Part(String::new()) => self.refuse(*span, Reason::NoValue),
                Ok(check) => checks.push(check),
                Err(reason) => self.refuse(*span, reason),
            }
        }
        if !checks.is_empty() {
            self.tests.push(Test { negated: placed.term.negated, on, checks });
        }
    }

    fn refuse(&mut self, span: Span, reason: Reason) {
        // While a quote is open, it is only said that it is.
        let known = |problem: &Problem| problem.reason == Reason::UnclosedQuote && problem.span.start >= span.start;
        if !(reason == Reason::NoValue && self.problems.iter().any(known)) {
            self.report(Problem { span, reason });
        }
    }

    fn report(&mut self, problem: Problem) {
        let at = self.problems.partition_point(|known| known.span <= problem.span);
        self.problems.insert(at, problem);
    }

    /// What is wrong with the query, in its order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether every row fits.
    pub fn is_everything(&self) -> bool {
        self.tests.is_empty()
    }

    /// Whether the row fits.
    pub fn fits(&self, row: &dyn Row) -> bool {
        self.tests.iter().all(|test| test.fits(row))
    }
}

fn touches(span: Span, caret: usize) -> bool {
    (span.start..=span.end).contains(&caret)
}

fn on(placed: &Placed, fields: Fields) -> Result<On, Reason> {
    let Some(name) = &placed.term.field else { return Ok(On::Words) };
    let found = fields.find(name).ok_or(Reason::UnknownField)?;
    match (found.field.kind, found.key) {
        (_, "") => Ok(On::Field(found.field.id)),
        (Kind::Pairs, key) => Ok(On::Key(found.field.id, folded(key))),
        _ => Err(Reason::KeyNotAllowed),
    }
}

impl Test {
    fn fits(&self, row: &dyn Row) -> bool {
        let fits = match &self.on {
            On::Words => {
                let [own, shared] = row.searched();
                self.checks.iter().any(|check| check.fits_texts(own) || check.fits_texts(shared))
            }
            On::Field(field) => {
                let value = row.value(*field);
                self.checks.iter().any(|check| check.fits(value))
            }
            On::Key(field, key) => match row.value(*field) {
                Value::Texts(pairs) => self.checks.iter().any(|check| check.fits_pairs(pairs, key)),
                _ => self.checks.contains(&Check::Nothing),
            },
        };
        fits != self.negated
    }
}
