//! The overview: what runs where, how much of the quota is used, and what needs attention. Everything is counted in one
//! pass over lists that the pages load anyway.

mod attention;
mod counts;
mod everywhere;
mod gauge;
#[cfg(test)]
mod tests;

pub use attention::{Alarm, Item, Lists, NAMED, Need, Target, attention};
pub use counts::{Addresses, Instances, Volumes, ZoneCount, addresses, instances, sum, used, volumes};
pub use everywhere::{Everywhere, everywhere};
pub use gauge::{Fill, Gauge, gauge};
