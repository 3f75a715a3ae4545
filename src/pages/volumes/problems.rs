//! Error messages of the forms. The rules are in `cloud::volume`.

use cloud::volume::{Field, FieldError, Problem};

use crate::locales::{Text, filled, number, tx};
use crate::shared::volumes;

/// The problem of a field, if it has one.
pub fn of(errors: &[FieldError], field: Field) -> Option<Problem> {
    errors.iter().find(|error| error.field == field).map(|error| error.problem)
}

pub fn sentence(problem: Problem) -> Text {
    match problem {
        Problem::Missing => tx(|t| t.volumes().bad_missing),
        Problem::TooLong { max } => filled(|t| t.volumes().bad_long, [("max", max.into())]),
        Problem::ControlCharacter => tx(|t| t.volumes().bad_invisible),
        Problem::NotANumber => filled(|t| t.volumes().bad_number, [("example", number(100.0).into())]),
        Problem::TooSmall { min } => filled(|t| t.volumes().bad_small, [("size", volumes::size(min))]),
        Problem::Gone => tx(|t| t.volumes().bad_gone),
        Problem::NotReady => tx(|t| t.volumes().bad_unready),
        Problem::ZoneUnavailable => tx(|t| t.volumes().bad_zone),
    }
}
