//! Readers that forgive what real clouds send, shared by all wire types. They never refuse a value for its type: a
//! field that makes no sense reads as absent, so one odd row cannot take a whole list along. Only broken JSON fails.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

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

/// Text that is never refused, borrowed where it has no escapes.
#[derive(Default)]
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar::deserialize(deserializer).map(|scalar| match scalar {
            Scalar::Text(text) => Key(text),
            other => Key(Cow::Owned(other.text())),
        })
    }
}

fn drain_seq<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<(), A::Error> {
    while seq.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

fn drain_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

/// The scalar methods of a visitor, all ending in `$done`.
macro_rules! visit_scalars {
    ($done:expr) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON value")
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($done(Scalar::Nothing))
        }
        fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
            Ok($done(Scalar::Flag(flag)))
        }
        fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
            Ok($done(Scalar::Int(number)))
        }
        fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
            Ok($done(i64::try_from(number).map_or(Scalar::Float(number as f64), Scalar::Int)))
        }
        fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
            Ok($done(Scalar::Float(number)))
        }
        fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok($done(Scalar::Text(Cow::Borrowed(text))))
        }
        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok($done(Scalar::Text(Cow::Owned(text.to_owned()))))
        }
    };
}

impl<'de> Deserialize<'de> for Scalar<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Scalar<'de>;
            visit_scalars!(|scalar| scalar);
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                drain_seq(seq).map(|()| Scalar::Nothing)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                drain_map(map).map(|()| Scalar::Nothing)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl<'de, T: Wire> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<T>(PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Any<T> {
            type Value = T;
            visit_scalars!(|scalar| {
                let mut object = T::blank();
                object.scalar(scalar);
                object
            });
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                drain_seq(seq).map(|()| T::blank())
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut object = T::blank();
                while let Some(Key(key)) = map.next_key()? {
                    object.field(&key, &mut map)?;
                }
                Ok(object)
            }
        }
        deserializer.deserialize_any(Any(PhantomData)).map(Object)
    }
}

impl<'de, T: Wire> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<T>(PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Any<T> {
            type Value = Option<Vec<T>>;
            visit_scalars!(|_| None);
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut rows = Vec::new();
                while let Some(Object(row)) = seq.next_element::<Object<T>>()? {
                    if row.complete() {
                        rows.push(row);
                    }
                }
                Ok(Some(rows))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                drain_map(map).map(|()| None)
            }
        }
        deserializer.deserialize_any(Any(PhantomData)).map(List)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Any<V> {
            type Value = Vec<(String, V)>;
            visit_scalars!(|_| Vec::new());
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                drain_seq(seq).map(|()| Vec::new())
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    pairs.push((key.into_owned(), map.next_value()?));
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_any(Any(PhantomData)).map(Pairs)
    }
}
