//! What a list can be searched by.

/// A field of a list.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The list's own number for it, with which it asks for values ([`crate::Row::value`]).
    pub id: u8,
    /// Its name in a query, in lower case.
    pub name: &'static str,
    /// Other names that are understood.
    pub also: &'static [&'static str],
    /// What its values are.
    pub kind: Kind,
    /// Words that can follow it. [`Kind::Flags`]: all of them, in the order of the bits; otherwise suggestions.
    pub words: &'static [&'static str],
}

/// What the values of a field are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Texts: `:` finds a part of one, `=` a whole one.
    Text,
    /// Words: `:` finds the beginning of one, `=` a whole one.
    Word,
    /// A whole number.
    Number,
    /// A number of bytes. A size without a unit counts in `unit` bytes.
    Bytes { unit: i64 },
    /// A time, in milliseconds since 1970, compared by how long ago it is.
    Age,
    /// A time, in milliseconds since 1970.
    Time,
    /// IP addresses or address ranges as texts. An address finds the ranges it is in.
    Address,
    /// What is true of a row (`is:protected`), one bit for each of the field's words.
    Flags,
    /// Texts by key: `meta.role:web`.
    Pairs,
}

/// The fields of a list.
#[derive(Clone, Copy, Debug)]
pub struct Fields(pub &'static [Field]);

/// A field that a name means.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The field.
    pub field: &'static Field,
    /// What follows the dot; empty: nothing does.
    pub key: &'a str,
}

impl Fields {
    /// The field of a name as it is in a [`crate::Term`], with its key.
    pub fn find<'a>(&self, name: &'a str) -> Option<Found<'a>> {
        let (head, key) = name.split_once('.').unwrap_or((name, ""));
        let field = self.0.iter().find(|field| field.is_called(head))?;
        Some(Found { field, key })
    }

    /// Whether two names mean the same field and key.
    pub(crate) fn is_same(&self, one: &str, other: &str) -> bool {
        match (self.find(one), self.find(other)) {
            (Some(one), Some(other)) => {
                one.field.id == other.field.id && crate::fold(one.key) == crate::fold(other.key)
            }
            _ => one == other,
        }
    }
}

impl Field {
    /// A field with one name.
    pub const fn new(id: u8, name: &'static str, kind: Kind) -> Self {
        Self { id, name, also: &[], kind, words: &[] }
    }

    /// Adds other names.
    pub const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// Adds words that can follow.
    pub const fn words(self, words: &'static [&'static str]) -> Self {
        Self { words, ..self }
    }

    /// Whether it has this name.
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.also.contains(&name)
    }
}
