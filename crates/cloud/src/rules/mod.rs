//! The rules of the guide, each once: which state allows which action, and the documented limits. The form, the action
//! menu and the simulator all ask here.

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
