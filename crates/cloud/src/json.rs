//! A JSON value that forgives what real clouds send. Its readers never refuse a value for its type: a field that makes
//! no sense reads as absent, so one odd row cannot take a whole list along. Only broken JSON fails, in [`parse`].
//!
//! All answers go through this one type, and all requests come from it. Decoding each wire type with serde instead would compile the decoder once for
//! each of them, which is more than the page can afford.

mod make;
mod mend;
mod number;
mod parse;
mod value;
mod write;

use std::borrow::Cow;

use number::{decimal, number};
pub use parse::parse;

/// A JSON value. Texts are borrowed from the answer where they have no escapes.
#[derive(Clone, PartialEq)]
#[cfg_attr(test, derive(Debug))]
pub enum Json<'a> {
    /// `null`, and what stands in the place of a missing field.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Int(i64),
    /// Any other number, and whole ones beyond `i64`.
    Float(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object's pairs in their order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

static NOTHING: Json<'static> = Json::Nothing;

impl<'a> Json<'a> {
    /// The pairs of an object; none of anything else.
    pub fn pairs(&self) -> &[(Cow<'a, str>, Json<'a>)] {
        match self {
            Json::Object(pairs) => pairs,
            _ => &[],
        }
    }

    /// The rows of a list; none of anything else.
    pub fn rows(&self) -> &[Json<'a>] {
        match self {
            Json::List(rows) => rows,
            _ => &[],
        }
    }

    /// The field that has one of these names; the last one, should there be more.
    pub fn find(&self, names: &[&str]) -> Option<&Json<'a>> {
        let found = self.pairs().iter().rfind(|(key, _)| names.contains(&&**key));
        found.map(|(_, value)| value)
    }

    /// The same, taken out of the object.
    pub fn take(self, names: &[&str]) -> Option<Json<'a>> {
        let Json::Object(mut pairs) = self else { return None };
        let at = pairs.iter().rposition(|(key, _)| names.contains(&&**key))?;
        Some(pairs.swap_remove(at).1)
    }

    /// The field of this name; `Nothing` when it is not there.
    pub fn get(&self, name: &str) -> &Json<'a> {
        self.any(&[name])
    }

    /// The field that is called one of these, by dialect or version; `Nothing` when there is none.
    pub fn any(&self, names: &[&str]) -> &Json<'a> {
        self.find(names).unwrap_or(&NOTHING)
    }

    /// The same, without borrowing from the answer.
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

    /// The field of an object; a bare value stands for it, as `""` does for an image.
    pub fn part(&self, name: &str) -> &Json<'a> {
        match self {
            Json::Object(_) => self.get(name),
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests;
