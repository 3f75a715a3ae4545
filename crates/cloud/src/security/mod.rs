//! Security groups: forms, requests, and what a set of rules allows (row N05).

mod draft;
mod group;
mod preset;
mod problem;
mod reach;
mod request;
mod validate;

pub use draft::{Direction, Ethertype, Protocol, Remote, RuleDraft};
pub use group::{GroupDraft, GroupRequest, group};
pub use preset::Preset;
pub use problem::{Field, FieldError, Problem};
pub use reach::{Reach, admits, is_open_to_world, lets_in, reach};
pub use request::{Ports, RuleRequest, Source};
pub use validate::rule;
