//! What the checks of all forms have in common.

/// One problem of one field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldError<Field, Problem> {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

/// Collects the problems, so that one bad field does not hide the next.
pub(crate) struct Errors<Field, Problem>(pub Vec<FieldError<Field, Problem>>);

impl<Field, Problem> Errors<Field, Problem> {
    pub fn take<T>(&mut self, field: Field, checked: Result<T, Problem>) -> Option<T> {
        checked.map_err(|problem| self.0.push(FieldError { field, problem })).ok()
    }
}
