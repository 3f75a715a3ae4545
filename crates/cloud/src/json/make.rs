//! Building a [`Json`] to send.

use std::borrow::Cow;

use super::Json;
use crate::wire::Pairs;

impl<'a> Json<'a> {
    /// An object with these pairs in this order.
    pub fn object<const N: usize>(pairs: [(&'static str, Json<'a>); N]) -> Self {
        let mut object = Json::Object(Vec::with_capacity(N));
        for (key, value) in pairs {
            object.put(key, value);
        }
        object
    }

    /// Adds a pair to an object; does nothing to other values.
    pub fn put(&mut self, key: &'static str, value: Json<'a>) {
        if let Json::Object(pairs) = self {
            pairs.push((Cow::Borrowed(key), value));
        }
    }
}

/// An object of strings, such as `metadata`.
impl<'a> From<&'a Pairs> for Json<'a> {
    fn from(pairs: &'a Pairs) -> Self {
        Json::Object(pairs.iter().map(|(key, text)| (Cow::Borrowed(key.as_str()), text.into())).collect())
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Json::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Json<'a> {
    fn from(text: &'a String) -> Self {
        Json::Text(Cow::Borrowed(text))
    }
}

impl From<bool> for Json<'_> {
    fn from(flag: bool) -> Self {
        Json::Flag(flag)
    }
}

impl From<i64> for Json<'_> {
    fn from(number: i64) -> Self {
        Json::Int(number)
    }
}

impl From<u32> for Json<'_> {
    fn from(number: u32) -> Self {
        Json::Int(i64::from(number))
    }
}

impl<'a> FromIterator<Json<'a>> for Json<'a> {
    fn from_iter<I: IntoIterator<Item = Json<'a>>>(rows: I) -> Self {
        Json::List(rows.into_iter().collect())
    }
}
