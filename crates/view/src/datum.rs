//! The value of a cell as data, which is the same in every language: for export, sorting and grouping.

use cloud::Timestamp;

/// A value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Datum {
    /// Not known, or none.
    Nothing,
    Text(String),
    Number(i64),
    Time(Timestamp),
    /// Several, in the order in which they are shown.
    Texts(Vec<String>),
}

impl Datum {
    /// A text; empty: nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }

    /// A text that may be missing.
    pub fn told(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A count or size.
    pub fn number(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// Several texts; none: nothing.
    pub fn texts(texts: impl Iterator<Item = String>) -> Self {
        let texts: Vec<String> = texts.collect();
        if texts.is_empty() { Self::Nothing } else { Self::Texts(texts) }
    }

    /// A time that may be missing.
    pub fn time(at: Option<Timestamp>) -> Self {
        at.map_or(Self::Nothing, Self::Time)
    }
}
