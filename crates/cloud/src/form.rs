//! What the validations of all forms share.

/// One problem of one field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldError<Field, Problem> {
    pub field: Field,
    pub problem: Problem,
}

/// Collects problems, so that every invalid field is reported.
pub(crate) struct Errors<Field, Problem>(pub Vec<FieldError<Field, Problem>>);

impl<Field, Problem> Errors<Field, Problem> {
    pub fn take<T>(&mut self, field: Field, checked: Result<T, Problem>) -> Option<T> {
        checked.map_err(|problem| self.0.push(FieldError { field, problem })).ok()
    }
}
