//! From the create form to a request (rows S13, S14). [`Draft`] is the typed form, [`CreateRequest`] the valid request,
//! and [`validate`] the only conversion. [`visible_limit`] and [`root_disk_question`] tell the form what to show while
//! typing, using the same ranges as [`validate`]. [`nonce()`] creates the recovery tag by which a create is found whose
//! response was lost; [`journal`] keeps it across a reload.

mod ask;
mod context;
mod draft;
pub mod journal;
mod nonce;
mod problem;
mod request;
#[cfg(test)]
mod samples;
mod script;
mod validate;

pub use ask::{RootDiskQuestion, VisibleLimit, pairs_of, root_disk_question, takes, visible_limit};
pub use context::Context;
pub use draft::*;
pub use nonce::*;
pub use problem::{FieldError, OnlyOne, Problem};
pub use request::{CreateRequest, PortToMake};
pub use script::{ScriptOddity, ScriptRemark, remarks};
pub use validate::{metadata_key, metadata_value, required_zone, validate};
