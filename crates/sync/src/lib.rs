//! The local copy of a cloud, as a state machine: what is known, how fresh it is, and what to ask next.
//!
//! The machine is pure. It knows no clock, no network and no browser: whoever runs it passes the time and what
//! happened to [`LocalCopy::step`] and carries out the [`Effect`]s that come back:
//!
//! * `Fetch` is sent, and answered once by `Answered` or `Failed` with the same ticket;
//! * `Abort` cancels a request, whose answer is no longer wanted (a late one is dropped here anyway);
//! * `WakeAt` sets *the* timer (a later one replaces it), which sends `Tick`;
//! * `Publish` says which values changed; they are read from the copy itself;
//! * `SignInNeeded` opens the sign-in, after which `SignedIn` lets the asking go on.
//!
//! The rules of freshness are those of `docs/architecture.md`; the numbers stand in [`pace`].

mod answer;
mod clock;
mod copy;
mod effect;
mod entry;
mod event;
mod follow;
mod ids;
mod key;
mod list;
mod merge;
pub mod pace;
pub mod places;
mod state;
mod table;
mod value;
mod vec_map;

pub use answer::Answer;
pub use clock::Millis;
pub use cloud::Scope;
pub use copy::LocalCopy;
pub use effect::{Ask, Change, Effect, Ticket};
pub use event::{Batch, Event};
pub use follow::{FollowId, Followed, Operation, Outcome};
pub use key::Key;
pub use merge::{Source, absorb};
pub use state::{Phase, State};
pub use value::Value;
pub use vec_map::VecMap;
