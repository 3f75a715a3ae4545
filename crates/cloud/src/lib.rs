//! The cloud API without I/O: ids, wire types, requests and responses, the service catalog, the error decoder, the
//! lifecycle rules, the documented limits, and the conversion of forms to requests.
//!
//! This crate is pure: no I/O, no clock, no browser. Nothing a server sends can make it panic.

pub mod actions;
pub mod address;
pub mod base64;
pub mod calls;
pub mod capture;
pub mod catalog;
mod cidr;
pub mod config;
pub mod create;
pub mod error;
pub mod exchange;
pub mod floating;
pub mod form;
pub mod held;
pub mod ids;
pub mod json;
pub mod keypair;
pub mod last_known;
pub mod percent;
pub mod rules;
mod scope;
pub mod security;
pub mod sign_in;
pub mod status;
pub mod time;
pub mod versions;
pub mod volume;
pub mod wire;

pub use cidr::Cidr;
pub use error::{Asked, Failure, FailureKind, WAIT_MAX_S};
pub use exchange::{Call, Method, Reply, Request};
pub use ids::*;
pub use scope::Scope;
pub use status::{Status, TaskState};
pub use time::Timestamp;
