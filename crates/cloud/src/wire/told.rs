//! What an answer said, and what it left out.

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
