//! What the simulated cloud remembers.

mod project;
mod server;
pub(crate) mod steps;
mod things;

pub(crate) use project::{Project, Quota};
pub(crate) use server::{Disk, Fault, Nic, Server, VmState};
pub(crate) use things::{Flavor, Floating, Image, KeyPair, Network, SecurityGroup, SecurityRule, Subnet, Volume, Zone};
