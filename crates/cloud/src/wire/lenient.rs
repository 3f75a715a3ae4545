//! Readers that forgive what real clouds send, shared by all wire types. They never refuse a value for its type: a
//! field that makes no sense reads as absent, so one odd row cannot take a whole list along. Only broken JSON fails.

mod visit;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::{IgnoredAny, MapAccess};

use crate::time::Timestamp;

/// A field an answer may leave out. `Unsaid` differs from "said to be nothing": the short answer to a rename must not
/// wipe what is known (row S17).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Told<T> {
    /// The answer did not have the field.
    #[default]
    Unsaid,
    /// The answer had it.
    Said(T),
}

impl<T> Told<T> {
    /// The value, if it was said.
    pub fn said(&self) -> Option<&T> {
        match self {
            Told::Unsaid => None,
            Told::Said(value) => Some(value),
        }
    }

    /// Takes over `newer` if it says anything.
    pub fn absorb(&mut self, newer: Told<T>) {
        if let Told::Said(_) = newer {
            *self = newer;
        }
    }
}

/// A JSON object of a known kind, read field by field.
pub(crate) trait Wire: Sized {
    /// All fields absent.
    fn blank() -> Self;

    /// Reads the value of one field, or skips it with [`skip`].
    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error>;

    /// Something else than an object stands there, such as `""` for an image.
    fn scalar(&mut self, _instead: Scalar<'_>) {}

    /// False drops the row from its list: it has no id.
    fn complete(&self) -> bool {
        true
    }
}

/// An object, whatever stands in its place.
pub(crate) struct Object<T>(pub T);

/// The rows of an array that are complete; `None` when it is no array.
pub(crate) struct List<T>(pub Option<Vec<T>>);

/// The pairs of an object in their order, each value read as `V`.
pub(crate) struct Pairs<V>(pub Vec<(String, V)>);

/// A value that is no object and no array (those read as `Nothing`).
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Scalar<'de> {
    Nothing,
    Flag(bool),
    Int(i64),
    Float(f64),
    Text(Cow<'de, str>),
}

impl Scalar<'_> {
    /// Numbers and flags as text too; empty for nothing.
    pub fn text(self) -> String {
        match self {
            Scalar::Nothing => String::new(),
            Scalar::Flag(flag) => flag.to_string(),
            Scalar::Int(number) => number.to_string(),
            Scalar::Float(number) => number.to_string(),
            Scalar::Text(text) => text.into_owned(),
        }
    }

    /// The text, unless it is empty.
    pub fn filled(self) -> Option<String> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// A whole number, also as text.
    pub fn int(&self) -> Option<i64> {
        match self {
            Scalar::Int(number) => Some(*number),
            // `as` saturates, so a huge or odd number stays a number.
            Scalar::Float(number) if number.is_finite() => Some(*number as i64),
            Scalar::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// A whole number that is not negative; `""` and all else is `None`.
    pub fn count(&self) -> Option<u64> {
        self.int().and_then(|number| u64::try_from(number).ok())
    }

    pub fn float(&self) -> Option<f64> {
        match self {
            Scalar::Int(number) => Some(*number as f64),
            Scalar::Float(number) => Some(*number),
            Scalar::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// `true`, `"true"`, `"True"`, `1`, and the same of false.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Scalar::Flag(flag) => Some(*flag),
            Scalar::Int(number) => Some(*number != 0),
            Scalar::Text(text) if text.eq_ignore_ascii_case("true") || text == "1" => Some(true),
            Scalar::Text(text) if text.eq_ignore_ascii_case("false") || text == "0" => Some(false),
            _ => None,
        }
    }

    pub fn time(&self) -> Option<Timestamp> {
        match self {
            Scalar::Text(text) => Timestamp::parse(text),
            _ => None,
        }
    }
}

/// Passes over the value of a field nobody needs.
pub(crate) fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(drop)
}

/// The next value as a scalar.
pub(crate) fn scalar<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Scalar<'de>, A::Error> {
    map.next_value()
}

/// The next value as an object; a scalar is offered to [`Wire::scalar`].
pub(crate) fn object<'de, T: Wire, A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error> {
    map.next_value::<Object<T>>().map(|object| object.0)
}

/// The next value as a list; anything else is an empty one.
pub(crate) fn list<'de, T: Wire, A: MapAccess<'de>>(map: &mut A) -> Result<Vec<T>, A::Error> {
    map.next_value::<List<T>>().map(|list| list.0.unwrap_or_default())
}

/// The next value as a map from text to text, such as `metadata`; values that are no text are turned into it.
pub(crate) fn texts<'de, A: MapAccess<'de>>(map: &mut A) -> Result<BTreeMap<String, String>, A::Error> {
    let Pairs(pairs) = map.next_value::<Pairs<Scalar<'de>>>()?;
    Ok(pairs.into_iter().map(|(key, value)| (key, value.text())).collect())
}
