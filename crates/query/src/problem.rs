//! What can be wrong with a query, and where.

/// A part of the text, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The part of `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A piece of a query that is ignored, or that may mean something else than intended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Its place in the text.
    pub span: Span,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong. The sentences for people are the page's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reason {
    /// A quote that does not end. The value ends with the text, and applies.
    UnclosedQuote,
    /// Nothing follows: `zone:`, `-`.
    NoValue,
    /// The list has no such field.
    UnknownField,
    /// `meta:web` needs no key, but `zone.x:web` must not have one.
    KeyNotAllowed,
    /// The field has no such word (`is:blue`).
    UnknownWord,
    /// `>`, `<`, `>=` and `<=` compare numbers, sizes, ages and times only.
    NotComparable,
    /// Not a whole number.
    NotANumber,
    /// Not a size such as `8g`.
    NotASize,
    /// Not a duration such as `90d`.
    NotADuration,
    /// Not a time such as `today`, `2026-11-30` or `now-2h`.
    NotATime,
    /// Not an address range such as `10.0.0.0/24`.
    NotARange,
}
