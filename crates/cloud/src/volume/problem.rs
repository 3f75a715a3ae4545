//! Validation errors of the forms for volumes.

use crate::form;

/// The fields of the forms, in order. The first one with an error gets the focus.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    Name,
    Description,
    Source,
    Size,
    Zone,
}

/// What is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Required but empty.
    Missing,
    /// Longer than `max` characters.
    TooLong {
        max: usize,
    },
    ControlCharacter,
    NotANumber,
    /// Below the minimum in GB: 1, the size of the snapshot, the image's `min_disk`, or the current size.
    TooSmall {
        min: u64,
    },
    /// The choice is no longer in the list.
    Gone,
    NotReady,
    ZoneUnavailable,
}

/// One problem of one field.
pub type FieldError = form::FieldError<Field, Problem>;
