//! The state of the simulated cloud.

pub(crate) mod coming;
mod history;
mod images;
mod networks;
mod ports;
mod project;
mod quota;
mod server;
pub(crate) mod steps;
mod things;
mod volumes;

pub(crate) use history::{Deed, Told};
pub(crate) use images::{ACTIVE_MS, Capture};
pub(crate) use networks::{Floating, Gateway, Network, Port, Router, Standard, Subnet};
pub(crate) use project::Project;
pub(crate) use quota::Quota;
pub(crate) use server::{Disk, Fault, Nic, Resize, Server, VmState};
pub(crate) use things::{
    Attachment, Flavor, Image, KeyPair, Made, SecurityGroup, SecurityRule, ServerGroup, Snapshot, Volume, VolumeType,
    Zone,
};
