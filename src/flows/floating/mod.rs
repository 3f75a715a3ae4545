//! Attaching and detaching a floating IP (row S30). The steps are defined in `cloud::floating`.
//!
//! * `run` carries them out, even after the dialog is closed; `progress` shows them, and the choices after a failure.
//! * `attach` asks for the address of an instance, `attach_to` for the instance of an address, `detach` whether to
//!   release the address too.

mod attach;
mod attach_to;
mod detach;
mod progress;
mod run;

pub use attach::{dialog as attach, pools};
pub use attach_to::dialog as attach_to;
pub use detach::{Held, dialog as detach};
