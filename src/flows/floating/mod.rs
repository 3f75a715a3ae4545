//! Giving an instance a floating IP and taking it off again (row S30). `cloud::floating` knows the steps.
//!
//! * `run`: does the steps, also when nobody looks any more. `progress`: shows them, and what to do when one breaks.
//! * `attach`: asks which address, for an instance. `attach_to`: asks which instance, for an address. `detach`: asks
//!   whether the address is given back too.

mod attach;
mod attach_to;
mod detach;
mod progress;
mod run;

pub use attach::{dialog as attach, pools};
pub use attach_to::dialog as attach_to;
pub use detach::{Held, dialog as detach};
