//! A JSON value that is lenient about what real clouds send. Readers never fail because of a type: a field with an
//! unexpected value reads as absent, so that one odd row does not spoil a whole list. Only [`parse`] fails, on invalid
//! JSON.
//!
//! All responses are decoded through this type, and all requests built from it. Deriving serde for each wire type would
//! compile the decoder once per type, which is too large for the page.

mod make;
mod mend;
mod number;
mod parse;
mod value;
mod write;

use std::borrow::Cow;

use number::{decimal, number};
pub use parse::parse;

/// A JSON value. Texts without escapes are borrowed from the response.
#[derive(Clone, PartialEq)]
#[cfg_attr(test, derive(Debug))]
pub enum Json<'a> {
    /// `null`, or a missing field.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Int(i64),
    /// Any other number, and integers beyond `i64`.
    Float(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// The pairs of an object, in order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

static NOTHING: Json<'static> = Json::Nothing;

impl<'a> Json<'a> {
    /// The pairs of an object; empty for any other value.
    pub fn pairs(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        match self {
            Json::Object(pairs) => pairs,
            _ => &[],
        }
    }

    /// The items of an array; empty for any other value.
    pub fn rows(&self) -> &[Json<'a>] {
        match self {
            Json::List(rows) => rows,
            _ => &[],
        }
    }

    /// The last field with one of these names.
    pub fn find(&self, names: &[&str]) -> Option<&Json<'a>> {
        let found = self.pairs().iter().rfind(|(key, _)| names.contains(&&**key));
        found.map(|(_, value)| value)
    }

    /// As [`Json::find`], by value.
    pub fn take(self, names: &[&str]) -> Option<Json<'a>> {
        let Json::Object(mut pairs) = self else { return None };
        let at = pairs.iter().rposition(|(key, _)| names.contains(&&**key))?;
        Some(pairs.swap_remove(at).1)
    }

    /// The field with this name, or `Nothing`.
    pub fn get(&self, name: &str) -> &Json<'a> {
        self.any(&[name])
    }

    /// The field with one of these names, which differ by dialect or version; or `Nothing`.
    pub fn any(&self, names: &[&str]) -> &Json<'a> {
        self.find(names).unwrap_or(&NOTHING)
    }

    /// A copy that borrows nothing.
    fn into_owned(self) -> Json<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Json::Nothing => Json::Nothing,
            Json::Flag(flag) => Json::Flag(flag),
            Json::Int(number) => Json::Int(number),
            Json::Float(number) => Json::Float(number),
            Json::Text(text) => Json::Text(owned(text)),
            Json::List(rows) => Json::List(rows.into_iter().map(Json::into_owned).collect()),
            Json::Object(pairs) => {
                Json::Object(pairs.into_iter().map(|(key, value)| (owned(key), value.into_owned())).collect())
            }
        }
    }

    /// The field of an object, or the value itself if it is not an object, such as `""` for an image.
    pub fn part(&self, name: &str) -> &Json<'a> {
        match self {
            Json::Object(_) => self.get(name),
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests;
