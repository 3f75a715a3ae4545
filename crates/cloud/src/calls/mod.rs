//! Every call of the APIs, one function each: typed input in, [`Call`] out. Paths are percent-encoded here and nowhere
//! else.

pub mod compute;
mod encode;
pub mod flavors;
pub mod identity;
pub mod images;
pub mod keypairs;
pub mod network;
pub mod servers;
pub mod volumes;

pub use encode::encode_segment;
