//! How types are read off the wire. [`wire!`] has for each field one line: name, type, the name on the wire, and how it is
//! read where its type does not say.

use super::Pairs;
use crate::json::Json;
use crate::time::Timestamp;

/// What can be read off the wire.
pub trait Wire: Sized {
    /// Reads one; `None` when nothing that makes sense is there, which drops a row from its list.
    fn read(value: &Json<'_>) -> Option<Self>;
}

/// A type that answers hold under a known name.
pub trait Named: Wire {
    /// The key of a single one.
    const ONE: &'static str;
    /// The keys of a list, one for each dialect.
    const MANY: &'static [&'static str];

    /// Reads what stands under the key, or a row of the list.
    fn row(row: &Json<'_>) -> Option<Self> {
        Self::read(row)
    }
}

/// The type of a field. It never refuses its row: what makes no sense is the same as what is not there.
pub(crate) trait Field: Sized {
    /// Reads the value.
    fn of(value: &Json<'_>) -> Self;

    /// Reads the field of this name.
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
}

impl<T> From<Option<T>> for Told<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Told::Unsaid, Told::Said)
    }
}

/// A function pointer, so that this is compiled once a type and not once a field.
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

/// `pub struct Name in "one", "many" { … }`: a type with its reader; without `in` it stands inside others only. The first field
/// is what a row is known by: a row without it is dropped. The fields:
///
/// * `name: Type = "key",`, `= "key" | "another",`: as [`Field`] reads the type; the key becomes the end of its doc comment,
/// * `name: Type = "key" => read,`: by this function of the value,
/// * `name: Told<Type> = told "key" => read,`: by this function where the answer has the field,
/// * `name: Type = row => read,`: by this function of the whole row.
///
/// The function of the first field gives an `Option`.
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
