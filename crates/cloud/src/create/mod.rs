//! The way from a filled-in form to a request (rows S13, S14): [`Draft`] is what was typed, [`CreateRequest`] what is
//! valid, [`validate`] the only way from one to the other.

mod draft;
mod request;
mod validate;

pub use draft::*;
pub use request::CreateRequest;
pub use validate::{Context, Field, FieldError, Problem, validate};
