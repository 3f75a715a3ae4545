//! What can be wrong with a form about volumes.

use crate::form;

/// The fields of the forms, in their order (focus goes to the first with an error).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// Name.
    Name,
    /// Description.
    Description,
    /// Image or snapshot.
    Source,
    /// Size.
    Size,
    /// Zone.
    Zone,
}

/// What is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Required and not given.
    Missing,
    /// Longer than `max` characters.
    TooLong {
        /// The limit.
        max: usize,
    },
    /// An invisible character.
    ControlCharacter,
    /// Not a whole number.
    NotANumber,
    /// Below the least value, GB: 1, what the snapshot has, what the image needs, or the present size.
    TooSmall {
        /// Least value.
        min: u64,
    },
    /// The chosen thing is no longer in the list.
    Gone,
    /// The image or snapshot is not ready.
    NotReady,
    /// The zone is not available.
    ZoneUnavailable,
}

/// One problem of one field.
pub type FieldError = form::FieldError<Field, Problem>;
