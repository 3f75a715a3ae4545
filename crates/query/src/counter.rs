//! Counts the values of a field.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::complete::Counted;
use crate::field::{Field, Kind};
use crate::measure;

/// Values with their numbers of rows.
#[derive(Clone, Debug, Default)]
pub struct Counter<'a>(BTreeMap<Cow<'a, str>, usize>);

impl<'a> Counter<'a> {
    /// Counts a text; an empty one is left out.
    pub fn add(&mut self, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        if !text.is_empty() {
            *self.0.entry(text).or_default() += 1;
        }
    }

    /// Counts a number or a size, as it is typed. Times are left out: nearly each row has its own.
    pub fn add_number(&mut self, field: &Field, number: i64) {
        match field.kind {
            Kind::Number => self.add(number.to_string()),
            Kind::Bytes { .. } => self.add(measure::size(number)),
            _ => {}
        }
    }

    /// Counts the words of flags.
    pub fn add_flags(&mut self, field: &'static Field, flags: u32) {
        let set = field.words.iter().enumerate().filter(|(bit, _)| flags >> bit & 1 == 1);
        set.for_each(|(_, word)| self.add(*word));
    }

    /// The values, sorted by text.
    pub fn finish(self) -> Vec<Counted> {
        self.0.into_iter().map(|(text, rows)| Counted { text: text.into_owned(), rows }).collect()
    }
}
