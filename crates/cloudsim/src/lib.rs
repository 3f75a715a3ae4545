//! The simulated cloud: a pure core, `handle(request, now) -> response`, behind an HTTP server.
#![doc = include_str!("../README.md")]

mod clock;
mod cloud_core;
mod compute;
mod context;
mod control;
mod cors;
mod cut;
mod encoding;
mod errors;
mod exchange;
mod face;
mod faults;
mod identity;
mod image;
mod journal;
mod model;
mod network;
mod options;
mod paging;
mod personas;
mod rng;
mod route;
mod versions;
mod volume;
mod world;

pub use cloud_core::Cloud;
pub use exchange::{Request, Response};
pub use face::{Running, serve};
pub use options::{DEMO_PASSWORD, DEMO_STOCK_USER, DEMO_TENANT, DEMO_USER, Options};
