//! What runs where, how much of what may be had is used, and what needs a person (issue 3, section 11). Everything is
//! counted in one pass over the lists that the pages have anyway.

mod attention;
mod counts;
mod gauge;
#[cfg(test)]
mod tests;

pub use attention::{Alarm, Item, Lists, NAMED, Need, Target, attention};
pub use counts::{Addresses, Instances, Volumes, ZoneCount, addresses, instances, used, volumes};
pub use gauge::{Fill, Gauge, gauge};
