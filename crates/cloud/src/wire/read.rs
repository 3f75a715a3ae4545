//! How types are decoded. [`wire!`] declares each field in one line: name, type, JSON key, and how it is decoded if the
//! type does not say.

use super::Pairs;
use crate::json::Json;
use crate::time::Timestamp;

/// A type that can be decoded from JSON.
pub trait Wire: Sized {
    /// Decodes a value; `None` if it makes no sense, which drops the row from its list.
    fn read(value: &Json<'_>) -> Option<Self>;
}

/// A type that responses contain under a known key.
pub trait Named: Wire {
    /// The key of a single object.
    const ONE: &'static str;
    /// The keys of a list, one for each dialect.
    const MANY: &'static [&'static str];

    /// Decodes the object under the key, or an item of the list.
    fn row(row: &Json<'_>) -> Option<Self> {
        Self::read(row)
    }
}

/// The type of a field. Decoding a field never fails: a value that makes no sense counts as missing.
pub(crate) trait Field: Sized {
    /// Decodes the value.
    fn of(value: &Json<'_>) -> Self;

    /// Decodes the field with this name.
    fn named(row: &Json<'_>, name: &str) -> Self {
        Self::of(row.get(name))
    }
}

impl<T: Wire + Default> Field for T {
    fn of(value: &Json<'_>) -> Self {
        T::read(value).unwrap_or_default()
    }
}

impl<T: Wire> Field for Option<T> {
    fn of(value: &Json<'_>) -> Self {
        T::read(value)
    }
}

impl<T: Wire> Field for Vec<T> {
    fn of(value: &Json<'_>) -> Self {
        value.rows().iter().filter_map(T::read).collect()
    }
}

impl<T: Field> Field for Told<T> {
    fn of(value: &Json<'_>) -> Self {
        Told::Said(T::of(value))
    }

    fn named(row: &Json<'_>, name: &str) -> Self {
        told(row, name, T::of)
    }
}

/// A field that a response may omit. `Unsaid` differs from an explicit null: the short response to a rename must not
/// overwrite what is known (row S17).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Told<T> {
    /// The response did not contain the field.
    #[default]
    Unsaid,
    /// The response contained it.
    Said(T),
}

impl<T> Told<T> {
    /// The value, if the response contained it.
    pub fn said(&self) -> Option<&T> {
        match self {
            Told::Unsaid => None,
            Told::Said(value) => Some(value),
        }
    }
}

impl<T> From<Option<T>> for Told<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Told::Unsaid, Told::Said)
    }
}

/// Takes a function pointer, so that it is compiled once per type and not once per field.
pub(crate) fn told<'a, T>(row: &Json<'a>, name: &str, read: fn(&Json<'a>) -> T) -> Told<T> {
    row.find(&[name]).map(read).into()
}

macro_rules! values {
    ($($type:ty => $read:expr;)*) => {$(
        impl Wire for $type {
            fn read(value: &Json<'_>) -> Option<Self> {
                let read: fn(&Json<'_>) -> Option<Self> = $read;
                read(value)
            }
        }
    )*};
}

values! {
    String => |value| value.filled();
    bool => |value| value.flag();
    f64 => |value| value.float();
    i64 => |value| value.int();
    u32 => |value| value.count().and_then(|count| count.try_into().ok());
    u64 => |value| value.count();
    Pairs => |value| Some(value.texts());
    Timestamp => |value| value.time();
}

/// `pub struct Name in "one", "many" { … }` declares a type with its decoder; without `in` it occurs only inside other
/// types. The first field identifies a row: a row without it is dropped. The syntax of fields:
///
/// * `name: Type = "key",`, `= "key" | "another",`: decoded by [`Field`]; the key is appended to its doc comment,
/// * `name: Type = "key" => read,`: decoded by a function of the value,
/// * `name: Told<Type> = told "key" => read,`: decoded by a function if the response contains the field,
/// * `name: Type = row => read,`: decoded by a function of the whole row.
///
/// The function of the first field returns an `Option`.
macro_rules! wire {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(in $one:literal $(, $many:literal)*)? {
            $(#[$id_meta:meta])*
            pub $id:ident: $id_type:ty = $($id_how:ident)? $($id_key:literal)|* $(=> $id_read:expr)?,
            $(
                $(#[$field_meta:meta])*
                pub $field:ident: $type:ty = $($how:ident)? $($key:literal)|* $(=> $read:expr)?,
            )*
        }
    ) => {
        $(#[$meta])*
        pub struct $name {
            $(#[$id_meta])*
            $(#[doc = concat!("\n`", $id_key, "`")])*
            pub $id: $id_type,
            $(
                $(#[$field_meta])*
                $(#[doc = concat!("\n`", $key, "`")])*
                pub $field: $type,
            )*
        }

        impl $crate::wire::read::Wire for $name {
            fn read(row: &$crate::json::Json<'_>) -> Option<Self> {
                Some(Self {
                    $id: wire!(@ [$($id_how)?] row Option<$id_type>, [$($id_key)*] $($id_read)?)?,
                    $($field: wire!(@ [$($how)?] row $type, [$($key)*] $($read)?),)*
                })
            }
        }

        $(
            impl $crate::wire::read::Named for $name {
                const ONE: &'static str = $one;
                const MANY: &'static [&'static str] = &[$($many),*];
            }
        )?

        impl $crate::wire::Row for $name {
            fn id(&self) -> &str {
                self.$id.as_str()
            }
        }
    };
    (@ [] $row:ident $type:ty, [$key:literal]) => {
        <$type as $crate::wire::read::Field>::named($row, $key)
    };
    (@ [] $row:ident $type:ty, [$($key:literal)+]) => {
        <$type as $crate::wire::read::Field>::of($row.any(&[$($key),+]))
    };
    (@ [] $row:ident $type:ty, [$key:literal] $read:expr) => {{
        let read: fn(&$crate::json::Json<'_>) -> $type = $read;
        read($row.get($key))
    }};
    (@ [told] $row:ident $type:ty, [$key:literal] $read:expr) => {
        $crate::wire::read::told($row, $key, $read)
    };
    (@ [row] $row:ident $type:ty, [] $read:expr) => {{
        let read: fn(&$crate::json::Json<'_>) -> $type = $read;
        read($row)
    }};
}

pub(super) use wire;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    wire! {
        /// For the test.
        #[derive(PartialEq, Debug)]
        pub struct Lamp in "lamp", "lamps", "lights" {
            pub name: String = "name",
            /// Watts.
            pub power: u32 = "power" | "watts",
            pub colour: Option<String> = "colour",
            pub lit: bool = "lit" => |lit| lit.flag().unwrap_or(true),
            pub room: Told<Option<String>> = "room",
            pub parts: Told<u64> = told "parts" => |parts| parts.rows().len() as u64,
            /// How many fields it came with.
            pub fields: u64 = row => |row| row.pairs().len() as u64,
            pub inside: Vec<Lamp> = "inside",
        }
    }

    fn lamp(name: &str) -> Lamp {
        let (room, parts) = (Told::Unsaid, Told::Unsaid);
        Lamp { name: name.into(), power: 0, colour: None, lit: true, room, parts, fields: 1, inside: Vec::new() }
    }

    #[test]
    fn every_kind_of_line() {
        let check = |body: &str, expect: Option<Lamp>| {
            let read = Lamp::row(&parse(body).expect("JSON"));
            assert_eq!(read, expect, "{body}");
        };
        check(r#"{"power": 7}"#, None);
        check(r#"{"name": "", "power": 7}"#, None);
        check(r#"{"name": "a"}"#, Some(lamp("a")));
        check(r#"{"name": "a", "power": "7"}"#, Some(Lamp { power: 7, fields: 2, ..lamp("a") }));
        check(r#"{"name": "a", "watts": 7}"#, Some(Lamp { power: 7, fields: 2, ..lamp("a") }));
        check(r#"{"name": "a", "power": [], "colour": {}}"#, Some(Lamp { fields: 3, ..lamp("a") }));
        check(r#"{"name": "a", "colour": "red"}"#, Some(Lamp { colour: Some("red".into()), fields: 2, ..lamp("a") }));
        check(r#"{"name": "a", "lit": false}"#, Some(Lamp { lit: false, fields: 2, ..lamp("a") }));
        check(r#"{"name": "a", "room": null}"#, Some(Lamp { room: Told::Said(None), fields: 2, ..lamp("a") }));
        check(r#"{"name": "a", "parts": [1, 2]}"#, Some(Lamp { parts: Told::Said(2), fields: 2, ..lamp("a") }));
        let inside = vec![lamp("b"), lamp("c")];
        check(
            r#"{"name": "a", "inside": [{"name": "b"}, {}, 7, {"name": "c"}]}"#,
            Some(Lamp { inside, fields: 2, ..lamp("a") }),
        );
        assert_eq!((Lamp::ONE, Lamp::MANY), ("lamp", &["lamps", "lights"][..]));
    }
}
