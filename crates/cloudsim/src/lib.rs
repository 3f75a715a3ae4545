//! The simulated cloud: a pure core, `handle(request, now) -> response`, with a thin HTTP face.

mod cors;
mod exchange;
mod face;
mod options;
mod cloud_core;

pub use cloud_core::Cloud;
pub use exchange::{Request, Response};
pub use face::{Running, serve};
pub use options::{DEMO_PASSWORD, DEMO_TENANT, DEMO_USER, Options};
