//! The form in which a run is stored in the browser. It contains no secret: ids, names, states, and what the servers said.
//! Whatever was under way when it was stored is unknown when it is read, and the cloud is asked about it first.

mod failure;
mod how;
mod read;
pub mod record;
mod write;

use cloud::catalog::Service;

/// The services that a run sends to, by the key under which the end of a pause is stored.
const HELD_UNTIL: [(&str, Service); 2] =
    [("compute_held_until_ms", Service::Compute), ("volume_held_until_ms", Service::Volume)];

/// The version of the form. A run of another version is not read.
const VERSION: u32 = 1;
