//! A row that is put together while it is searched, for lists of some hundreds of rows.

use crate::complete::{Counted, Counter, Occurring};
use crate::field::{Field, Fields, Kind};
use crate::row::{Lines, Row, Value};

/// The value of a field as it is displayed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown<'a> {
    /// Not known, or none.
    Nothing,
    /// Of metadata: key, value, key, …
    Texts(&'a [String]),
    /// A number, a size in bytes, or a time in milliseconds since 1970.
    Number(i64),
    /// The words of flags that are true.
    Words(Vec<&'static str>),
}

/// The values of a row by the names of its fields. Names that are no fields are ignored.
#[derive(Clone, Debug)]
pub struct Cells {
    fields: Fields,
    /// One group.
    searched: Lines,
    values: Vec<(u8, Cell)>,
}

#[derive(Clone, Debug)]
enum Cell {
    /// As displayed, and prepared. Of metadata: key, value, key, …
    Texts(Vec<String>, Lines),
    Number(i64),
    Flags(u32),
}

impl Cells {
    /// A row without values.
    pub fn new(fields: Fields) -> Self {
        Self { fields, searched: Lines::default(), values: Vec::new() }
    }

    /// Adds a text to a field, in which words are searched as well. An empty one is left out.
    pub fn text(self, field: &str, text: &str) -> Self {
        self.word(text).hidden(field, text)
    }

    /// Adds a text to a field only.
    pub fn hidden(mut self, field: &str, text: &str) -> Self {
        if let Some((shown, lines)) = self.texts(field).filter(|_| !text.is_empty()) {
            shown.push(text.to_owned());
            lines.add(text);
        }
        self
    }

    /// Adds a text in which words are searched.
    pub fn word(mut self, text: &str) -> Self {
        self.searched.add(text);
        self
    }

    /// Sets a number, a size in bytes or a time in milliseconds, if it is known.
    pub fn number(mut self, field: &str, number: Option<i64>) -> Self {
        if let (Some(id), Some(number)) = (self.id(field), number) {
            self.values.push((id, Cell::Number(number)));
        }
        self
    }

    /// Sets one of the words of a field of [`Kind::Flags`], if it is true.
    pub fn flag(mut self, field: &str, word: &str, is: bool) -> Self {
        let found = self.fields.find(field).map(|found| found.field);
        let bit = found.and_then(|field| field.words.iter().position(|known| *known == word));
        if let (Some(field), Some(bit), true) = (found, bit, is) {
            let flag = 1_u32.checked_shl(u32::try_from(bit).unwrap_or(u32::MAX)).unwrap_or_default();
            match self.values.iter_mut().find(|(id, _)| *id == field.id) {
                Some((_, Cell::Flags(flags))) => *flags |= flag,
                _ => self.values.push((field.id, Cell::Flags(flag))),
            }
        }
        self
    }

    /// Adds metadata, in which words are searched as well.
    pub fn pair(mut self, field: &str, key: &str, value: &str) -> Self {
        if let Some((shown, lines)) = self.texts(field) {
            shown.extend([key, value].map(str::to_owned));
            lines.add_pair(key, value);
        }
        self.word(key).word(value)
    }

    /// The value of a field as it is displayed.
    pub fn shown(&self, field: &Field) -> Shown<'_> {
        match self.cell(field.id) {
            Some(Cell::Texts(texts, _)) => Shown::Texts(texts),
            Some(Cell::Number(number)) => Shown::Number(*number),
            Some(Cell::Flags(flags)) => {
                let is = |bit: usize| {
                    u32::try_from(bit).is_ok_and(|bit| flags.checked_shr(bit).unwrap_or_default() & 1 == 1)
                };
                let words = field.words.iter().enumerate().filter(|(bit, _)| is(*bit));
                Shown::Words(words.map(|(_, word)| *word).collect())
            }
            None => Shown::Nothing,
        }
    }

    fn id(&self, field: &str) -> Option<u8> {
        self.fields.find(field).map(|found| found.field.id)
    }

    fn texts(&mut self, field: &str) -> Option<(&mut Vec<String>, &mut Lines)> {
        let id = self.id(field)?;
        if self.values.iter().all(|(known, _)| *known != id) {
            self.values.push((id, Cell::Texts(Vec::new(), Lines::default())));
        }
        self.values.iter_mut().find(|(known, _)| *known == id).and_then(|(_, cell)| match cell {
            Cell::Texts(shown, lines) => Some((shown, lines)),
            _ => None,
        })
    }

    fn cell(&self, field: u8) -> Option<&Cell> {
        self.values.iter().find(|(id, _)| *id == field).map(|(_, cell)| cell)
    }
}

impl Row for Cells {
    fn searched(&self) -> [&str; 2] {
        [self.searched.all(), ""]
    }

    fn value(&self, field: u8) -> Value<'_> {
        match self.cell(field) {
            Some(Cell::Texts(_, lines)) => Value::Texts(lines.all()),
            Some(Cell::Number(number)) => Value::Number(*number),
            Some(Cell::Flags(flags)) => Value::Flags(*flags),
            None => Value::Nothing,
        }
    }
}

impl Occurring for &[Cells] {
    fn values(&self, field: &'static Field, key: &str) -> Vec<Counted> {
        let mut counter = Counter::default();
        let key = crate::fold(key);
        for row in *self {
            match row.cell(field.id) {
                Some(Cell::Texts(pairs, _)) if field.kind == Kind::Pairs => {
                    let of_key = pairs.chunks_exact(2).filter(|pair| key.is_empty() || crate::fold(&pair[0]) == key);
                    of_key.for_each(|pair| counter.add(pair[1].as_str()));
                }
                Some(Cell::Texts(shown, _)) => shown.iter().for_each(|text| counter.add(text.as_str())),
                Some(Cell::Number(number)) => counter.add_number(field, *number),
                Some(Cell::Flags(flags)) => counter.add_flags(field, *flags),
                None => {}
            }
        }
        counter.finish()
    }

    fn keys(&self, field: &'static Field) -> Vec<Counted> {
        let mut counter = Counter::default();
        for row in *self {
            if let Some(Cell::Texts(pairs, _)) = row.cell(field.id) {
                pairs.iter().step_by(2).for_each(|key| counter.add(key.as_str()));
            }
        }
        counter.finish()
    }
}
