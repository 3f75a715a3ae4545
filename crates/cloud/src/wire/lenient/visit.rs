//! The visitors behind [`super`]: each takes any JSON value.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{List, Object, Pairs, Scalar, Wire};

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
