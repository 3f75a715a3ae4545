//! The local copy of a cloud, as a state machine: what is known, how fresh it is, and what to fetch next.
//!
//! The machine is pure: it knows no clock, no network and no browser. The caller passes the time and an event to
//! [`LocalCopy::step`], and carries out the returned [`Effect`]s:
//!
//! * `Fetch`: send a request, and report its result once, by `Answered` or `Failed` with the same ticket;
//! * `Abort`: cancel a request whose response is no longer wanted (a late one is dropped here anyway);
//! * `WakeAt`: set the only timer (a later effect replaces it), which sends `Tick`;
//! * `Publish`: values changed; read them from the copy;
//! * `SignInNeeded`: open the sign-in; `SignedIn` then continues fetching.
//!
//! The intervals are in [`pace`].

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
pub use event::{Batch, Event, Heard};
pub use follow::{FollowId, Followed, Operation, Outcome, Watch};
pub use key::Key;
pub use merge::{Source, absorb};
pub use state::{Phase, State};
pub use value::Value;
pub use vec_map::VecMap;
