//! A [`Json`] value as text, number, flag or time. Arrays and objects read as nothing.

use super::{Json, decimal, number};
use crate::time::Timestamp;
use crate::wire::Pairs;

impl Json<'_> {
    /// The text, or a number or flag as text; empty for anything else.
    pub fn text(&self) -> String {
        match self {
            Json::Nothing | Json::List(_) | Json::Object(_) => String::new(),
            Json::Flag(flag) => flag.to_string(),
            Json::Int(number) => number.to_string(),
            Json::Float(number) => decimal(*number),
            Json::Text(text) => String::from(&**text),
        }
    }

    /// The text, unless it is empty.
    pub fn filled(&self) -> Option<String> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// Whether it is this text.
    pub fn is(&self, word: &str) -> bool {
        matches!(self, Json::Text(text) if text == word)
    }

    /// An integer, also if sent as text.
    pub fn int(&self) -> Option<i64> {
        match self {
            Json::Int(number) => Some(*number),
            // `as` saturates, so a huge number stays a number.
            Json::Float(number) if number.is_finite() => Some(*number as i64),
            Json::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// A non-negative integer; `None` for `""` and anything else.
    pub fn count(&self) -> Option<u64> {
        self.int().and_then(|number| u64::try_from(number).ok())
    }

    /// Any number, also if sent as text.
    pub fn float(&self) -> Option<f64> {
        match self {
            Json::Int(number) => Some(*number as f64),
            Json::Float(number) => Some(*number),
            Json::Text(text) => number(text.trim()),
            _ => None,
        }
    }

    /// `true`, `"true"`, `"True"`, `1`, and the same for false.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Json::Flag(flag) => Some(*flag),
            Json::Int(number) => Some(*number != 0),
            Json::Text(text) if text.eq_ignore_ascii_case("true") || text == "1" => Some(true),
            Json::Text(text) if text.eq_ignore_ascii_case("false") || text == "0" => Some(false),
            _ => None,
        }
    }

    /// A time in any of the clouds' formats.
    pub fn time(&self) -> Option<Timestamp> {
        match self {
            Json::Text(text) => Timestamp::parse(text),
            _ => None,
        }
    }

    /// An object of strings, such as `metadata`; other values are converted to text.
    pub fn texts(&self) -> Pairs {
        self.pairs().iter().map(|(key, value)| (String::from(&**key), value.text())).collect()
    }
}
