//! The way from a filled-in form to a request (rows S13, S14): [`Draft`] is what was typed, [`CreateRequest`] what is
//! valid, [`validate`] the only way from one to the other. [`visible_limit`] and [`root_disk_question`] say what to show
//! and to ask while typing; they read the same ranges that [`validate`] checks. [`nonce()`] makes the mark by which a
//! create whose answer was lost is found again, [`journal`] remembers it over a reload.

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
