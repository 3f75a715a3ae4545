//! The form in which a run is stored in the browser. It contains no secret: ids, names, states, and what the servers said.
//! Whatever was under way when it was stored is unknown when it is read, and the cloud is asked about it first.

mod failure;
mod how;
mod read;
mod write;

/// The version of the form. A run of another version is not read.
const VERSION: u32 = 1;
