//! Every call of the APIs except those of [`crate::actions`], one function each: typed arguments in, [`Call`] out.
//! Paths are percent-encoded only here.

pub mod attachments;
pub mod compute;
pub mod console;
pub mod flavors;
pub mod identity;
pub mod images;
pub mod interfaces;
pub mod keypairs;
pub mod metadata;
pub mod network;
mod query;
pub mod quota;
pub mod server_groups;
pub mod servers;
pub mod volumes;
