//! The rules of the provider's guide, each written once: which state allows which action, and the documented limits.
//! The form, the action menu and the simulator use them.

pub mod attach;
pub mod attached;
pub mod fate;
pub mod fit;
pub mod lifecycle;
pub mod limits;
pub mod managed;
pub mod offers;
pub mod placement;
pub mod quota;
pub mod resize;
#[cfg(test)]
pub(crate) mod samples;
pub mod ssh;
pub mod volumes;
