//! What a list must know about its rows.

use crate::fold_char;

/// A row of a list. Both functions are called for every row on every key press, so they only hand out what was prepared.
pub trait Row {
    /// All texts in which words are searched, as [`Lines`]. The second is for texts that many rows share; it may be empty.
    fn searched(&self) -> [&str; 2];

    /// The value of a field, in the form that its [`crate::Kind`] needs.
    fn value(&self, field: u8) -> Value<'_>;
}

/// The value of a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// Not known, or none.
    Nothing,
    /// For `Text`, `Word` and `Address`: lower-case texts, each with a line break after it. `Pairs`: key, value, key, …
    Texts(&'a str),
    /// For `Number`, `Bytes`, `Age` and `Time`.
    Number(i64),
    /// For `Flags`: bit 0 is the first word of the field.
    Flags(u32),
}

impl Value<'_> {
    /// A number that may be unknown.
    pub fn number(number: Option<i64>) -> Self {
        number.map_or(Value::Nothing, Value::Number)
    }
}

/// The texts of a row: in lower case, one line each, in groups. A group is the value of a field, and some groups next to
/// each other are what words are searched in, so that each text is stored once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines {
    text: String,
    /// Where each group ends.
    ends: Vec<u32>,
}

impl Lines {
    /// Adds a text to the group that is being written. An empty one is left out.
    pub fn add(&mut self, text: &str) {
        if !text.is_empty() {
            self.add_pair_part(text);
        }
    }

    /// Adds a key and its value.
    pub fn add_pair(&mut self, key: &str, value: &str) {
        self.add_pair_part(key);
        self.add_pair_part(value);
    }

    /// Ends the group.
    pub fn end_group(&mut self) {
        self.ends.push(self.length());
    }

    /// Frees memory that is not needed. Call it when all groups are written.
    pub fn finish(mut self) -> Self {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    /// Everything that was added.
    pub fn all(&self) -> &str {
        &self.text
    }

    /// The group with this number, from 0; empty if there is none.
    pub fn group(&self, number: usize) -> &str {
        self.between(number, number)
    }

    /// All groups from one to another, both included.
    pub fn between(&self, first: usize, last: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map(|end| *end as usize);
        let start = first.checked_sub(1).map_or(Some(0), end);
        let range = start.zip(end(last));
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    fn add_pair_part(&mut self, text: &str) {
        let start = self.text.len();
        if text.is_ascii() && !text.contains('\n') {
            // Nearly all texts; it halves the time in which a table is prepared.
            self.text.push_str(text);
            self.text.get_mut(start..).into_iter().for_each(str::make_ascii_lowercase);
        } else {
            self.text.extend(text.chars().map(|letter| fold_char(one_line(letter))));
        }
        self.text.push('\n');
    }

    fn length(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }
}

/// A line break in a value must not look like the end of the value.
pub(crate) fn one_line(letter: char) -> char {
    if letter == '\n' { ' ' } else { letter }
}
