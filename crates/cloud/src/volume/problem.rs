//! What can be wrong with a form about volumes.

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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

/// Collects the problems, so that one bad field does not hide the next.
#[derive(Default)]
pub(super) struct Errors(pub Vec<FieldError>);

impl Errors {
    pub fn take<T>(&mut self, field: Field, checked: Result<T, Problem>) -> Option<T> {
        checked.map_err(|problem| self.0.push(FieldError { field, problem })).ok()
    }
}
