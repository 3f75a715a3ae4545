//! What stands around every page.

mod account;
mod announcer;
mod banner;
mod fresh;
mod header;
mod rail;

pub use announcer::Announcer;
pub use banner::Banner;
pub use header::Header;
pub use rail::Rail;
