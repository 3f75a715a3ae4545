//! Parses text to [`Json`]: the only place that uses serde_json's parser.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::Json;
use super::mend::mended;
use crate::exchange::ReadError;

/// Parses JSON, including the deviations that [`mend`](super::mend) repairs. Nesting deeper than serde_json's 128
/// levels is an error, so that reading and dropping the value cannot overflow the stack.
pub fn parse(body: &str) -> Result<Json<'_>, ReadError> {
    let broken = match serde_json::from_str(body) {
        Ok(json) => return Ok(json),
        Err(broken) => broken,
    };
    // Report the error of the first attempt, because its position refers to the original text.
    serde_json::from_str::<Json<'_>>(&mended(body)).map(Json::into_owned).map_err(|_| broken.into())
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Json::Int(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(number).map_or(Json::Float(number as f64), Json::Int))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Json::Float(number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element()? {
            rows.push(row);
        }
        Ok(Json::List(rows))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        // Keys are decoded as values too: serde's own `Cow` would copy each of them.
        while let Some((key, value)) = map.next_entry::<Json<'de>, Json<'de>>()? {
            let key = match key {
                Json::Text(key) => key,
                other => Cow::Owned(other.text()),
            };
            pairs.push((key, value));
        }
        Ok(Json::Object(pairs))
    }
}
