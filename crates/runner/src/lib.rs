//! Work on many instances at once, or on many other things ([`Kind`]), which it can remove: the plan from freshly read rows, the run that carries it out, and the form in which a run
//! is kept so that a reload loses nothing.
//!
//! Everything here is pure: no browser, no clock, no network. [`Plan::new`] says for each selected instance whether the
//! lifecycle rules allow the operation, and why not. [`Run::step`] is passed the time and an [`Event`], and returns the
//! [`Effect`]s to carry out. The rules of a run:
//!
//! * Nothing is sent twice without having asked. If the answer to a request is lost, if the server fails, or if the page is
//!   reloaded, the item is unknown: the cloud is asked what became of it, and only a row that shows no trace of the action a
//!   minute later ([`pace::LOST_MS`]) allows another attempt.
//! * Every request is recorded ([`Effect::Save`]) before it is sent.
//! * At most [`Options::at_once`] instances are worked on at the same time.
//! * A service that fails or asks for a pause is left alone for as long as it asks, in its own scope only; then one request
//!   tries it.
//! * Nothing is sent or asked in a scope without a session.
//! * Every item ends: done, failed, skipped or unknown. How an end is recognised is `sync`'s [`sync::Watch`], which uses
//!   the definitions in `cloud::actions`.

mod event;
mod item;
mod journal;
mod operation;
mod options;
pub mod pace;
mod plan;
mod run;
mod thing;

pub use event::{Effect, Event};
pub use item::{Attempt, Doubt, End, Item, ItemNo, Phase, Reason, Skip};
pub use journal::record;
pub use operation::{Group, Operation, look};
pub use options::Options;
pub use plan::{Bill, Ground, Plan, Planned};
pub use run::{Counts, Progress, Run};
pub use sync::Millis;
pub use thing::{Going, Kind, Thing};
